import { VERSION } from '../../../contract/version.ts';
import { compareTable } from '../../compare/table.ts';
import type { Source } from '../asked.ts';
import {
  countCodings,
  countReviews,
  countRevised,
  type Period,
  readCodebookPeriod,
  readCodingPeriods,
  readHistory,
  readStates,
} from '../history.ts';
import type { Block, Section, Table } from '../model.ts';
import { dayOf, many, whole } from '../words.ts';

/** @returns how the work was done, from the project's history, and how it was counted */
export const methodSection = (source: Source): Section => ({
  id: 'method',
  title: 'Method notes',
  entries: [],
  blocks: method(source),
});

function* method(source: Source): Generator<Block, void> {
  const { frame } = source;
  yield { kind: 'paragraph', text: historyOf(source) };
  yield { kind: 'heading', level: 3, text: 'Coding' };
  yield codersTable(source);
  yield {
    kind: 'paragraph',
    look: 'note',
    text: 'Codings and reviews are counted in scope; days are those (UTC) on which the history has a change of codings that was not taken back, in scope or not. A review is stale where the code was redefined or the document replaced since: it then supports no absence.',
  };
  yield { kind: 'heading', level: 3, text: 'Codebook' };
  yield { kind: 'paragraph', text: codebookOf(source) };
  const states = readStates(frame);
  if (states.length > 0) {
    yield {
      kind: 'table',
      caption: 'The codebook as it stood when reviews were made',
      columns: [
        { title: 'State' },
        { title: 'Day' },
        { title: 'Codes', isNumber: true },
        { title: 'Reviews in scope', isNumber: true },
      ],
      rows: states.map(({ name, at, codes, reviews }, index) => [
        { text: name ?? `State ${index + 1}` },
        { text: dayOf(at) },
        { text: whole(codes) },
        { text: whole(reviews) },
      ]),
    };
  }
  yield { kind: 'heading', level: 3, text: 'What was judged' };
  yield { kind: 'paragraph', text: judgedOf(source) };
  yield { kind: 'heading', level: 3, text: 'How it was counted' };
  yield { kind: 'list', items: RULES };
}

const RULES = [
  'A passage is a place in a text, a coding one coder’s judgement that a code fits it. Passages are counted as distinct places: a second coder does not double a number.',
  'A word belongs to a passage if its first letter lies in it. A word in two passages of a code counts once; the denominator of shares is all words of the documents.',
  'Present: a coding exists. Absent: somebody reviewed the whole document for the code, as it reads now, and found nothing. Everything else is not judged, and is no zero.',
  'Passages that lost their place in a newer version of a document are not counted as places; their codings are.',
  `Counted by Colligo ${VERSION}.`,
];

function historyOf({ frame }: Source): string {
  const { from, to, standing, takenBack } = readHistory(frame.db);
  const back = takenBack > 0 ? `, not counting ${many(takenBack, 'change')} that were taken back` : '';
  const revised = countRevised(frame);
  const versions =
    revised > 0
      ? ` ${many(revised, 'document')} in scope ${revised === 1 ? 'has' : 'have'} earlier versions.`
      : '';
  return `The project was begun on ${dayOf(from)}; its newest change is of ${dayOf(to)}. Its history holds ${many(standing, 'change')}${back}.${versions}`;
}

function codersTable({ frame }: Source): Table {
  const periods = readCodingPeriods(frame.db);
  const codings = countCodings(frame);
  const reviews = countReviews(frame);
  return {
    kind: 'table',
    caption: 'Who coded, when and how much',
    columns: [
      { title: 'Coder' },
      { title: 'Coded' },
      ...['Days', 'Codings', 'Reviews', 'Stale'].map((title) => ({ title, isNumber: true })),
    ],
    rows: [...frame.coders].map(([id, { name }]) => [
      { text: name },
      { text: between(periods.get(id)) },
      { text: whole(periods.get(id)?.days ?? 0) },
      { text: whole(codings.get(id) ?? 0) },
      { text: whole(reviews.get(id)?.holding ?? 0) },
      { text: whole(reviews.get(id)?.stale ?? 0) },
    ]),
  };
}

/** @returns "12 July 2025", "12 July 2025 to 3 August 2025"; empty where nothing was done */
function between(period: Period | undefined): string {
  if (!period?.first || !period.last) return '';
  const [first, last] = [dayOf(period.first), dayOf(period.last)];
  return first === last ? first : `${first} to ${last}`;
}

function codebookOf({ frame }: Source): string {
  const codes = [...frame.codes.values()];
  const grouping = codes.filter(({ node }) => !node.codable).length;
  const without = codes.filter(({ node }) => node.codable && node.definition.trim() === '').length;
  const period = readCodebookPeriod(frame.db);
  const changed =
    period.steps > 0 ? ` It was changed in ${many(period.steps, 'step')}, ${between(period)}.` : '';
  const undefinedOnes =
    without > 0
      ? ` ${many(without, 'code')} that can be applied ${without === 1 ? 'has' : 'have'} no definition.`
      : '';
  return `The codebook has ${many(codes.length, 'code')}, of which ${whole(grouping)} only group others.${changed}${undefinedOnes}`;
}

function judgedOf({ frame, asked }: Source): string {
  const table = compareTable(frame.db, { columns: { by: 'document' }, rollUp: false, scope: asked.scope });
  const codable = [...frame.codes.values()].map(({ node }) => node.codable);
  const cells = table.cells.filter(({ row }) => codable[row]);
  const present = cells.filter(({ presence }) => presence === 1).length;
  const absent = cells.filter(({ presence }) => presence === 0).length;
  const all = codable.filter(Boolean).length * table.columns.length;
  const none = all - present - absent;
  return `Of ${many(all, 'pair')} of a document and a code that can be applied, the code was found in ${whole(present)}, is absent from ${whole(absent)}, and was not judged in ${whole(none)}.`;
}
