import { markerStyle } from './markers.ts';
import type { Draft } from './paragraphs.ts';
import type { Row } from './rows.ts';

/** A level of the list that is open: how far its items are indented, and what they begin with. */
interface Level {
  readonly indent: number;
  readonly style: string;
}

/** The list that is open while blocks go by. */
class OpenList {
  #levels: Level[] = [];
  #column: object | null = null;
  /** What is added to indents of this column to compare them with the column in which the list began. */
  #shift = 0;

  /** The level of an item, from 1. Its indent counts in its own column; in another one its sign tells which level it is of. */
  levelOf(row: Row): number {
    const own = row.left - row.column.start;
    const style = markerStyle(row);
    if (row.column !== this.#column) {
      const akin = this.#levels.findLast((level) => level.style === style);
      this.#shift = akin ? akin.indent - own : 0;
      this.#column = row.column;
    }
    const indent = own + this.#shift;
    const slack = row.size * 0.7;
    while (this.#levels.length > 0 && (this.#levels.at(-1)?.indent ?? 0) > indent + slack) this.#levels.pop();
    const last = this.#levels.at(-1);
    if (!last || indent > last.indent + slack) this.#levels.push({ indent, style });
    return this.#levels.length;
  }

  close(): void {
    this.#levels = [];
  }
}

/** Whether a block stands close below another on one page. */
function isTight(before: Draft | null, row: Row): boolean {
  const last = before?.rows.at(-1);
  return last?.page === row.page && last.column === row.column && row.base - last.base < row.size * 1.9;
}

const isEntry = ({ rows }: Draft): boolean => rows[0]?.isEntry === true;

/**
 * Nests the items of lists by how far they are indented, and lets those that stand close together, like the entries of a table
 * of contents, follow each other without a blank line. Takes all blocks in reading order; changes none.
 */
export function* nestLists(drafts: Iterable<Draft>): Generator<Draft> {
  const list = new OpenList();
  let before: Draft | null = null;
  for (const draft of drafts) {
    const first = draft.rows[0];
    if (!first || draft.kind === 'artifact' || draft.kind === 'footnote') {
      yield draft;
      continue;
    }
    const isItem = draft.kind === 'list_item';
    const isAkin =
      before !== null && before.kind === draft.kind && (isItem || (isEntry(before) && isEntry(draft)));
    const after = isAkin && isTight(before, first) ? { after: '\n' } : {};
    if (!isItem) list.close();
    yield isItem ? { ...draft, ...after, level: Math.min(list.levelOf(first), 99) } : { ...draft, ...after };
    before = draft;
  }
}
