import { VERSION } from '../../../../contract/version.ts';
import { citedOf, referenceTo } from '../../citation/cited.ts';
import type { Licence } from '../../citation/licence.ts';
import type { Frame } from '../../frame.ts';
import { naming } from '../../tables.ts';
import { textCell } from './cells.ts';
import { headers, prose } from './prose.ts';
import type { Sheet } from './sheet.ts';
import { LOOK } from './styles.ts';
import type { Tally } from './table-sheet.ts';

const MISSING =
  'An empty cell is a missing value and never a zero; what it means is said for each column on the sheet COLUMNS. On the sheet matrix a 0 says that a coder looked and found nothing, an empty cell that nobody has judged.';

const CELLS =
  'Numbers are numbers, truth values are TRUE and FALSE, moments are dates with a time in UTC. Text is text: what begins with = + - or @ is no formula. Control characters and carriage returns are written _xHHHH_, as the format has it.';

const LONG =
  'A cell holds 32,767 characters. A longer text is cut and ends with […cut here: …]; how many were cut is said for each sheet below. CSV, Parquet and JSON Lines hold them whole.';

const CODERS =
  'They have no names here. They are numbered in the order of their ids in the project, and their ids are replaced. What people wrote (comments, definitions, titles) was not searched for names.';

const LICENCE =
  'Quotes, titles and examples are words of the documents and stay under the licences of these; whoever passes the workbook on has to respect them.';

const JOINING =
  'Sheets are joined by the columns that end in _id; names may occur twice. Offsets (start, end) count Unicode code points from 0, the end is exclusive. They count in the texts of the documents, which a data package holds (texts/<document_id>.txt) and a workbook does not; the same goes for pictures.';

const WIDTHS = [24, 90, 12, 18];

/**
 * @param tallies of the other sheets, asked when the rows are
 * @returns the sheet that says what the workbook is. It names no time of writing: the same project is the same bytes
 */
export function readmeSheet(frame: Frame, tallies: readonly Tally[]): Sheet {
  const { project, part, pseudonyms } = frame;
  const cited = citedOf(frame);
  return {
    name: 'README',
    isFrozen: false,
    widths: WIDTHS,
    *rows() {
      const about = cited?.description ?? project.description;
      const latest = tallies.reduce((newest, tally) => (tally.latest > newest ? tally.latest : newest), '');
      yield { lines: 1.5, cells: (at) => textCell(at(0), cited?.title ?? project.title, LOOK.title) };
      if (about !== '') yield labelled('About', about);
      yield labelled(
        'State',
        latest === '' ? 'There is nothing in it yet.' : `Newest entry: ${latest} (UTC)`,
      );
      yield labelled('Scope', part.words ?? 'The whole project.');
      yield labelled('Written by', `Colligo ${VERSION}, project ${project.id}`);
      if (cited && referenceTo(cited) !== '') yield labelled('Cite as', referenceTo(cited));
      if (cited && cited.keywords.length > 0) yield labelled('Keywords', cited.keywords.join(', '));
      if (pseudonyms) yield labelled('Coders', CODERS);
      yield labelled('Licence', [...licence(cited?.licence ?? null), LICENCE].join('\n'));
      yield labelled('Missing values', MISSING);
      yield labelled('Cells', CELLS);
      yield labelled('Long texts', LONG);
      yield labelled('Joining', JOINING);
      yield { cells: () => '' };
      yield headers(['Sheet', 'What it holds', 'Rows', 'Texts cut']);
      yield prose(['COLUMNS', 'Every column of every sheet, explained.'], WIDTHS);
      for (const { table, rows, cut } of tallies) {
        yield prose([table.name, naming('', `${table.title}. ${table.about}`), rows, cut], WIDTHS);
      }
    },
  };
}

const licence = (given: Licence | null): string[] =>
  given
    ? [given.url === null || given.url === given.title ? given.title : `${given.title}, ${given.url}`]
    : [];

const labelled = (label: string, text: string) => prose([label, text], WIDTHS, true);
