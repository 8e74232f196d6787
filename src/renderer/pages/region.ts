import type { Region } from '../../contract/common.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { announce } from '../ui/announce.ts';
import { knownPages } from './move.ts';
import { pageView, toPage } from './view.ts';

/** The least side of a part of a page, in points: less can't be seen, nor taken hold of. */
export const LEAST = 8;

/** A part of a page kept inside it, and no smaller than can be taken hold of. Points. */
export function within(page: { readonly width: number; readonly height: number }, region: Region): Region {
  const width = Math.min(page.width, Math.max(LEAST, region.width));
  const height = Math.min(page.height, Math.max(LEAST, region.height));
  const x = Math.min(Math.max(0, region.x), page.width - width);
  const y = Math.min(Math.max(0, region.y), page.height - height);
  const round = (value: number) => Math.round(value * 100) / 100;
  return { page: region.page, x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** Selects a part of a page of the open document, as words are selected. */
export function selectRegion(region: Region): void {
  const page = knownPages()[region.page - 1];
  const { reading } = useReader.getState();
  if (page === undefined || reading === null) return;
  const { documentId } = reading;
  getSelection()?.removeAllRanges();
  useWorkspace
    .getState()
    .select({ kind: 'region', documentId, start: page.start, end: page.start, region: within(page, region) });
}

/** Where a new part is put when keys ask for one: the middle of what is in sight of the page. Points. */
function inSight(number: number): Region | null {
  const page = knownPages()[number - 1];
  const element = document.querySelector<HTMLElement>(`[data-page="${number}"]`);
  const scroller = element?.closest('.rd-sheet');
  const { reading } = useReader.getState();
  if (page === undefined || element === null || !scroller || reading === null) return null;
  const { scale, turns } = useShownPages.getState();
  const view = pageView(page, scale, turns[reading.documentId] ?? 0);
  const box = element.getBoundingClientRect();
  const window = scroller.getBoundingClientRect();
  const top = Math.max(box.top, window.top);
  const bottom = Math.min(box.bottom, window.bottom);
  const middle = toPage(view, box.width / 2, (top + bottom) / 2 - box.top);
  const width = page.width / 2;
  const height = page.height / 6;
  return within(page, {
    page: number,
    x: middle.x - width / 2,
    y: middle.y - height / 2,
    width,
    height,
  });
}

/**
 * Begins marking a part of the page: one stands in the middle of what is in sight, for keys to move; the mouse may draw
 * another instead. Asked again, it ends.
 */
export function markRegion(): void {
  const { marking, page } = useShownPages.getState();
  if (marking) {
    stopMarking();
    return;
  }
  const region = page === null ? null : inSight(page);
  if (region === null) return;
  useShownPages.setState({ marking: true, untouched: true });
  selectRegion(region);
  announce(textOf('region.marking'));
}

/** Ends marking; a part that is not coded is given up. */
export function stopMarking(): void {
  useShownPages.setState({ marking: false, untouched: false });
  const { selection, select } = useWorkspace.getState();
  if (selection?.kind === 'region') select(null);
  const { cursor, moveTo } = useReader.getState();
  moveTo(cursor.anchor, cursor.head, 'still', cursor.sentences);
}

/** Changes of the same passage that follow each other within this time become one step in the history, ms. */
const QUIET_MS = 600;

let reshaping: { passageId: string; region: Region; timer: ReturnType<typeof setTimeout> } | null = null;

async function reshape(passageId: string, region: Region): Promise<void> {
  const { reading } = useReader.getState();
  const answer = await write(api.passages.reshape.mutationOptions(), { passage: passageId, region });
  if (answer !== undefined) await queryClient.invalidateQueries({ queryKey: api.passages.inDocument.key() });
  useShownPages.setState(({ reshaping: now }) => (now?.region === region ? { reshaping: null } : {}));
  const { selection, select } = useWorkspace.getState();
  if (answer === undefined || reading === null) return;
  if (selection?.kind === 'passage' && selection.passageId === passageId)
    select({ kind: 'passage', documentId: reading.documentId, passageId: answer.passageId });
}

/** Shows a passage's part of its page at another place, and changes it in the project after a pause, as one step. */
export function reshapeTo(passageId: string, wanted: Region): void {
  const page = knownPages()[wanted.page - 1];
  if (page === undefined) return;
  const region = within(page, wanted);
  if (reshaping !== null) clearTimeout(reshaping.timer);
  const timer = setTimeout(() => {
    reshaping = null;
    void reshape(passageId, region);
  }, QUIET_MS);
  reshaping = { passageId, region, timer };
  useShownPages.setState({ reshaping: { passageId, region } });
}

/** Steps of the keys, in points: with Alt, and without. */
const FINE = 1;
const COARSE = 10;

/**
 * A part moved, or with Shift resized at its far corner, by an arrow key; with Alt by a point only.
 * @returns null for other keys
 */
export function movedBy(
  region: Region,
  { key, shiftKey, altKey }: { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean },
): Region | null {
  const step = altKey ? FINE : COARSE;
  const across = key === 'ArrowRight' ? step : key === 'ArrowLeft' ? -step : 0;
  const down = key === 'ArrowDown' ? step : key === 'ArrowUp' ? -step : 0;
  if (across === 0 && down === 0) return null;
  return shiftKey
    ? { ...region, width: region.width + across, height: region.height + down }
    : { ...region, x: region.x + across, y: region.y + down };
}
