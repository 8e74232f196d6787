import { textOf } from '../../messages/intl.tsx';
import { say } from '../../reader/say.ts';
import { svgFile } from '../plot/export.ts';
import { pngOf } from '../plot/png.ts';
import { tableCsv } from './csv.ts';
import { useShownPicture } from './current.ts';

/** How many times as many pixels as on screen a PNG can have: 3 or 4 for print. */
export const SHARPNESS = [1, 2, 3, 4] as const;

/** How long the browser may take to fetch what it saves, ms. */
const FETCHED = 60_000;

/** Gives a file to the browser, or the window, to be saved as any download is. */
function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FETCHED);
  say(textOf('analyse.saved', { name }));
}

/** Draws the picture on screen once more, to be saved; null where there is none. */
function drawn(): { svg: string; name: string; width: number; height: number } | null {
  const { picture, room } = useShownPicture.getState();
  if (picture === null || picture.draw === null) return null;
  const { name, title, sentence } = picture;
  return { ...svgFile(picture.draw(room), { title, sentence }), name };
}

/** Saves the picture as an SVG that stands alone. */
export function saveSvg(): void {
  const file = drawn();
  if (file !== null) save(new Blob([file.svg], { type: 'image/svg+xml' }), `${file.name}.svg`);
}

/** Saves the picture as a PNG. @param times how many times as many pixels as on screen */
export async function savePng(times: number): Promise<void> {
  const file = drawn();
  if (file === null) return;
  const png = await pngOf(file, times).catch(() => null);
  if (png === null) say(textOf('analyse.tooLarge', { times }));
  else save(png, `${file.name}.png`);
}

/** Leaves the window to whoever uses it for a moment. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Saves the table as CSV, with a byte order mark: else spreadsheets read letters with accents wrongly. What is written is handed to
 * the browser part by part, which keeps it on the disk where it is large.
 */
export async function saveCsv(): Promise<void> {
  const { picture } = useShownPicture.getState();
  if (picture === null) return;
  const parts = [new Blob(['\uFEFF'])];
  for (const part of tableCsv(picture.table)) {
    parts.push(new Blob([part]));
    await pause();
  }
  save(new Blob(parts, { type: 'text/csv' }), `${picture.name}.csv`);
}

/** Copies the table as CSV, and says how many rows it has. */
export async function copyCsv(): Promise<void> {
  const { picture } = useShownPicture.getState();
  if (picture === null) return;
  await navigator.clipboard.writeText([...tableCsv(picture.table)].join(''));
  say(textOf('analyse.copied', { rows: picture.table.count }));
}
