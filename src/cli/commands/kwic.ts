import { type Command, Option } from 'commander';
import {
  CONTEXT_KINDS,
  CONTEXT_SORTS,
  type ContextKind,
  type ContextRow,
  type ContextSort,
} from '../../contract/words.ts';
import { loadCurrent } from '../../engine/documents/load.ts';
import { counted } from '../../engine/find.ts';
import { idBytes } from '../../engine/store/ids.ts';
import type { Sql } from '../../engine/store/sql.ts';
import { toCodePoint, utf16 } from '../../text/offsets.ts';
import { json, onProject, whole } from '../options.ts';
import { print, withProject } from '../program.ts';
import { inScope, type ScopeOptions, scopeOf } from '../scope.ts';

interface Options extends ScopeOptions {
  readonly kind: ContextKind;
  readonly around: number;
  readonly sort: ContextSort;
  readonly coded?: true;
  readonly limit: number;
  readonly json?: true;
}

/** Columns that the words before a keyword take on a line. */
const BEFORE = 48;

/** `colligo kwic` */
export function addKwic(program: Command): void {
  inScope(onProject(program.command('kwic')))
    .argument('<words>', 'a word, words that stand in one paragraph, or a "phrase"; a star ends a beginning')
    .description(
      'list a word with the words around it, the keyword in one column; in --json offsets count code points',
    )
    .addOption(
      new Option(
        '--kind <kind>',
        'as the search finds it, or one form of a word as “colligo words” counts it',
      )
        .choices(CONTEXT_KINDS)
        .default(CONTEXT_KINDS[0]),
    )
    .option('--around <n>', 'words on either side', (text) => whole(text, 0, 50), 8)
    .addOption(
      new Option('--sort <order>', 'as they stand, or by a word beside the keyword')
        .choices(CONTEXT_SORTS)
        .default(CONTEXT_SORTS[0]),
    )
    .option('--coded', 'only in passages that carry a code')
    .option('--limit <n>', 'how many places', (text) => whole(text, 1, 100_000), 1000)
    .addOption(json())
    .action((path: string, query: string, options: Options) =>
      withProject(path, 'read', {}, async ({ client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const { kind, around, sort, limit } = options;
        const { total, documents, rows } = await client.words.context(
          {
            ...(scope && { scope }),
            ...(options.coded && { passages: { codes: [], below: false } }),
            ...{ query, kind, around, sort, limit },
          },
          { signal },
        );
        const shown = { total, documents, rows: rows.map((row) => inCodePoints(project.db, row)) };
        print(options.json, shown, [
          ...rows.map(lineOf),
          `${counted(total, 'place')} in ${counted(documents, 'document')}${total > rows.length ? `; the first ${rows.length} are shown` : ''}.`,
        ]);
      }),
    );
}

function inCodePoints(db: Sql, row: ContextRow): ContextRow {
  const { offsets } = loadCurrent(db, idBytes(row.documentId)).reading;
  return {
    ...row,
    start: toCodePoint(offsets, utf16(row.start)),
    end: toCodePoint(offsets, utf16(row.end)),
  };
}

/** The keyword between two spaces more, so that it stands out; what is too long before it loses its beginning. */
function lineOf({ before, match, after, documentTitle, page, paragraph }: ContextRow): string {
  const head = [...before].slice(-BEFORE).join('').padStart(BEFORE);
  const where = `${documentTitle} ${page ? `p. ${page.label} ` : ''}¶ ${paragraph}`;
  return `${head}  ${match}  ${after}    ${where}`;
}
