import type { Command } from 'commander';
import type { CodeRow } from '../../contract/codes.ts';
import type { Coder } from '../../contract/common.ts';
import type { QuoteRow } from '../../contract/passages.ts';
import { findCode } from '../../engine/codebook/read.ts';
import { findDocument } from '../../engine/documents/find.ts';
import { loadCurrent } from '../../engine/documents/load.ts';
import { counted } from '../../engine/find.ts';
import { idBytes } from '../../engine/store/ids.ts';
import type { Project } from '../../engine/store/project.ts';
import { toCodePoint, utf16 } from '../../text/offsets.ts';
import { json, onProject } from '../options.ts';
import { print, withProject } from '../program.ts';
import { scopeOf, withText } from '../scope.ts';

interface Options {
  readonly json?: true;
  readonly document?: string;
  readonly code?: string;
  readonly below?: true;
  readonly text?: string;
}

/** How many passages are asked for at a time. */
const PAGE = 5000;

/** `colligo passages` */
export function addPassages(program: Command): void {
  onProject(program.command('passages'))
    .description(
      'list passages with their words; in --json offsets count code points, ends exclusive, and regions points',
    )
    .option('--document <key or title>', 'only those of a document')
    .option('--code <name or path>', 'only those with a code')
    .option('--below', 'with --code: also those with the codes under it')
    .addOption(withText())
    .addOption(json())
    .action((path: string, options: Options) =>
      withProject(path, 'read', options, async ({ client, project }) => {
        const scope = options.text === undefined ? undefined : scopeOf(project.db, { text: options.text });
        const filter = {
          ...(options.document !== undefined && { document: findDocument(project.db, options.document) }),
          ...(options.code !== undefined && { code: findCode(project.db, options.code) }),
          below: options.below ?? false,
          ...(scope && { scope }),
        };
        const rows: QuoteRow[] = [];
        for (;;) {
          const page = await client.passages.list({ ...filter, offset: rows.length, limit: PAGE });
          rows.push(...page.rows);
          if (rows.length >= page.total || page.rows.length === 0) break;
        }
        const show = shower(project, await client.codes.list(), await client.coders.list());
        const shown = rows.map(show);
        const documents = new Set(rows.map((row) => row.documentId)).size;
        print(options.json, { total: rows.length, documents, passages: shown }, [
          ...shown.map(lineOf),
          `${counted(rows.length, 'passage')} in ${counted(documents, 'document')}.`,
        ]);
      }),
    );
}

/** @returns a function that turns a row into what a script reads: names beside ids, code points instead of UTF-16 units */
function shower(project: Project, codes: readonly CodeRow[], coders: readonly Coder[]) {
  const paths = new Map(codes.map((code) => [code.id, code.path]));
  const names = new Map(coders.map((coder) => [coder.id, coder.name]));
  return (row: QuoteRow) => {
    const { offsets } = loadCurrent(project.db, idBytes(row.documentId)).reading;
    return {
      id: row.id,
      document: { id: row.documentId, key: row.documentKey, title: row.documentTitle },
      // A part of a page has no words, and so no offsets: it would look like an empty span.
      start: row.region ? null : toCodePoint(offsets, utf16(row.start)),
      end: row.region ? null : toCodePoint(offsets, utf16(row.end)),
      page: row.page,
      region: row.region,
      quote: row.quote,
      line: row.line,
      section: row.section,
      paragraph: row.paragraph,
      words: row.words,
      status: row.status,
      comment: row.comment,
      codes: row.codings.map((coding) => ({
        coding: coding.id,
        id: coding.codeId,
        path: paths.get(coding.codeId) ?? '',
        coder: names.get(coding.coderId) ?? '',
        weight: coding.weight,
        createdAt: coding.createdAt,
      })),
    };
  };
}

/** A passage as a line for people: where it lies, its codes, its words. */
function lineOf({
  document,
  page,
  region,
  paragraph,
  codes,
  line,
}: ReturnType<ReturnType<typeof shower>>): string {
  const label = page?.label ?? '';
  const where = region ? `part of page ${label}` : `${page ? `p. ${label} ` : ''}¶ ${paragraph}`;
  const carried = codes.map(({ path }) => path).join('; ');
  return `${document.key ?? document.title} ${where} [${carried}] ${line.replace(/\s+/gu, ' ')}`.trimEnd();
}
