import { findAll, findInLines, fold, foldLines } from '../../text/folding.ts';
import type { Span } from '../../text/reading.ts';
import { textOf } from '../messages/intl.tsx';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { announceMove } from '../ui/announce.ts';
import type { LoadedText } from './text.ts';

/** How the text that was searched last is looked through: folded once, however much is typed. */
let folded: { text: string; find: (query: string) => Span[] } | null = null;

/** Folds a text; in printed lines words are found that a line end broke. */
function finderOf({ text, isPrinted }: LoadedText): (query: string) => Span[] {
  if (isPrinted) {
    const lines = foldLines(text);
    return (query) => findInLines(lines, query);
  }
  const whole = fold(text);
  return (query) => findAll(whole, query);
}

/** What was found last: a document is searched once for a query, however often its marks are painted. */
let last: { text: string; query: string; hits: readonly Span[] } = { text: '', query: '', hits: [] };

/**
 * Finds words in what has been loaded of a document, whatever their letter case.
 * @returns their places in order, UTF-16
 */
export function hitsOf(loaded: LoadedText, query: string): readonly Span[] {
  const { text } = loaded;
  if (last.text === text && last.query === query) return last.hits;
  if (folded?.text !== text) folded = { text, find: finderOf(loaded) };
  last = { text, query, hits: query.trim() === '' ? [] : folded.find(query.trim()) };
  return last.hits;
}

function show(hit: Span, index: number, total: number): void {
  const { reading, goTo } = useReader.getState();
  if (reading === null) return;
  goTo({ documentId: reading.documentId, ...hit, align: 'center', focus: false });
  announceMove(textOf('reader.find.at', { at: index + 1, total }));
}

/** Takes a new query: the first hit from the present paragraph on is shown. */
export function find(query: string): void {
  const { reading, cursor } = useReader.getState();
  if (reading === null) return;
  const hits = hitsOf(reading.loaded, query);
  const from = reading.loaded.blocks[cursor.head]?.start ?? 0;
  const at = Math.max(
    0,
    hits.findIndex(({ start }) => start >= from),
  );
  useReader.setState({ finding: { query, at } });
  const hit = hits[at];
  if (hit !== undefined) show(hit, at, hits.length);
}

/** Goes to the next (1) or previous (-1) hit, round the ends. */
export function findNext(step: 1 | -1): void {
  const { reading, finding } = useReader.getState();
  if (reading === null || finding === null) return;
  const hits = hitsOf(reading.loaded, finding.query);
  const at = (finding.at + step + hits.length) % Math.max(1, hits.length);
  useReader.setState({ finding: { ...finding, at } });
  const hit = hits[at];
  if (hit !== undefined) show(hit, at, hits.length);
}

/** Opens the bar, or goes back to its field; what was looked for last stands in it. */
export function openFind(): void {
  const field = document.querySelector<HTMLInputElement>('.rd-find input');
  if (field !== null) {
    field.focus();
    field.select();
    return;
  }
  useReader.setState({ finding: { query: last.query, at: 0 } });
}

/** Closes the bar. The hit that was shown is selected, so that it can be coded at once. */
export function closeFind(): void {
  const { reading, finding, goTo } = useReader.getState();
  useReader.setState({ finding: null });
  if (reading === null || finding === null) return;
  const hit = hitsOf(reading.loaded, finding.query)[finding.at];
  const { documentId } = reading;
  if (hit === undefined) return;
  useWorkspace.getState().select({ kind: 'span', documentId, ...hit });
  goTo({ documentId, ...hit, align: 'center', focus: true, take: true });
}
