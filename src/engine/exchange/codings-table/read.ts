import { basename, extname } from 'node:path';
import { ExchangeError } from '../error.ts';
import { guidOf, momentOf } from '../identity.ts';
import type { Incoming, SaidTag } from '../incoming/incoming.ts';
import { land, personOf } from '../incoming/land.ts';
import type { ExchangeReader } from '../model.ts';
import { columnsOf, missingIn, type Role } from './columns.ts';
import { readTable } from './rows.ts';

/** What people and programs write between the steps of a path. */
const STEPS = / [/>] /;

/**
 * Reads a table of codings, as text or in a workbook: a row each, with a document, a quote or a start and an end, and a code; Colligo's own
 * codings.csv, Taguette's highlights and others, by the names of their columns. Offsets count code points, or UTF-16 units
 * where a column `unit` says so, and are verified by the quote.
 */
export const readCodingsTable: ExchangeReader = async function* (path, context) {
  const { head, rows, notices } = await readTable(path, (head) => missingIn(columnsOf(head)) === null);
  const columns = columnsOf(head);
  const missing = missingIn(columns);
  if (missing !== null)
    throw new ExchangeError(
      `“${basename(path)}” has no column for ${missing}: name its columns document, quote and code.`,
    );
  const names = new Set(context.codes.map((code) => code.path.at(-1) ?? ''));
  const annotations = rows.flatMap((cells) => incomingOf(new Cells(cells, columns), names));
  const title = basename(path, extname(path));
  let isFirst = true;
  for await (const piece of land({ tool: 'a table of codings', title, annotations }, context)) {
    yield piece;
    if (isFirst)
      for (const message of notices) yield { type: 'said', what: 'mended', message, subject: title };
    isFirst = false;
  }
};

class Cells {
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<Role, number>;

  constructor(cells: readonly string[], columns: ReadonlyMap<Role, number>) {
    this.#cells = cells;
    this.#columns = columns;
  }

  /** @returns what stands in the column of a role; empty where there is none */
  of(role: Role): string {
    return this.#cells[this.#columns.get(role) ?? -1] ?? '';
  }

  /** @returns a number of a column; NaN for none */
  number(role: Role): number {
    const text = this.of(role).trim();
    return text === '' ? Number.NaN : Number(text);
  }
}

/** In Colligo's own table, which has identities, a comment is the passage's and nobody's in particular; else the coder's. */
function incomingOf(cells: Cells, names: ReadonlySet<string>): Incoming[] {
  const one = annotationOf(cells, names);
  if (one.guid === null || one.comments.length === 0) return [one];
  const comment = { ...one, key: `${one.key}#comment`, guid: null, creator: null, tags: [], weight: null };
  return [{ ...one, comments: [] }, comment];
}

function annotationOf(cells: Cells, names: ReadonlySet<string>): Incoming {
  const quote = cells.of('quote');
  const [start, end] = [cells.number('start'), cells.number('end')];
  const unit = /utf.?16|code units?/i.test(cells.of('unit')) ? 'utf16' : 'codePoints';
  const document = cells.of('document_id').trim();
  const [coder, coderId] = [cells.of('coder').trim(), cells.of('coder_id').trim()];
  const weight = cells.number('weight');
  const guid = guidOf(cells.of('coding_id'));
  const tags = tagsOf(cells, names);
  const comment = cells.of('comment');
  const facts = [
    cells.of('document'),
    document,
    quote,
    String(start),
    String(end),
    coder,
    cells.of('code'),
    comment,
  ];
  return {
    key: guid ?? facts.join('\n'),
    guid,
    creator:
      coder === '' && coderId === '' ? null : { id: personOf(coderId || coder), name: coder || coderId },
    createdAt: momentOf(cells.of('created')),
    source: {
      ids: [guidOf(document) ?? document],
      names: [cells.of('document')].filter((name) => name.trim() !== ''),
    },
    selection: {
      quote: quote.trim() === '' ? null : { exact: quote },
      positions: Number.isFinite(start) && Number.isFinite(end) ? [{ unit, start, end }] : [],
      region: null,
    },
    tags,
    comments: comment.trim() === '' ? [] : [comment],
    weight: Number.isFinite(weight) ? weight : null,
  };
}

function tagsOf(cells: Cells, names: ReadonlySet<string>): SaidTag[] {
  const guid = guidOf(cells.of('code_id'));
  const code = cells.of('code').trim();
  const several = cells.of('codes').split(/[;|]/);
  if (code === '' && guid !== null) return [{ guid, path: [] }];
  return [code, ...several]
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name, index) => ({
      guid: index === 0 && code !== '' ? guid : null,
      // A code may be called what would be a path elsewhere.
      path: names.has(name) ? [name] : name.split(STEPS),
    }));
}
