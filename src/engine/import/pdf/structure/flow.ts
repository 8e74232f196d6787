import { mayGoOn } from './kinds.ts';
import { type Draft, goesOn, type Rules } from './paragraphs.ts';

/** The blocks of a page, in reading order. */
export interface PageFlow {
  readonly heads: readonly Draft[];
  readonly body: readonly Draft[];
  /** Notes, what is written across the margin, running feet: what stands between the text and the next page. */
  readonly feet: readonly Draft[];
}

function joins(last: Draft, first: Draft, next: Draft | undefined, rules: Rules): boolean {
  const row = first.rows[0];
  if (!row || !mayGoOn(last)) return false;
  // An item that goes on overleaf is a paragraph there; another item is another.
  if (first.kind !== 'paragraph' && first.kind !== last.kind) return false;
  return goesOn(last.rows, row, first.rows[1] ?? next?.rows[0], rules);
}

/**
 * All blocks in order. A paragraph that goes on overleaf is one block: whatever stands between its halves on the pages (notes,
 * foot, head) goes before or after it, so that every page is one stretch of the text still. It goes over one page's end
 * only; where it would fill the next page as well it is cut.
 */
export function* flow(pages: readonly PageFlow[], rules: Rules): Generator<Draft> {
  let last: Draft | null = null;
  let feet: readonly Draft[] = [];
  for (const page of pages) {
    let body = page.body;
    const [first] = body;
    if (last && first && joins(last, first, body[1], rules)) {
      yield* feet;
      yield { ...last, rows: [...last.rows, ...first.rows] };
      body = body.slice(1);
    } else {
      if (last) yield last;
      yield* feet;
    }
    yield* page.heads;
    yield* body.slice(0, -1);
    last = body.at(-1) ?? null;
    feet = page.feet;
  }
  if (last) yield last;
  yield* feet;
}
