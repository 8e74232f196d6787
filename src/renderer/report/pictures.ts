import { create } from 'zustand';
import type { ReportPicture } from '../../contract/report.ts';
import { useShownPicture } from '../analyse/frame/current.ts';
import type { ShownTable } from '../analyse/frame/shown.ts';
import { svgFile } from '../analyse/plot/export.ts';
import { pngOf } from '../analyse/plot/png.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';

/** How many pictures a report takes, and how large they may be together, as characters: they go to the engine in one message. */
const [MOST, LARGEST] = [50, 12_000_000];

/** The longest table that goes along with its picture: a report is read. */
const MOST_ROWS = 200;

/** How many pixels of the PNG a pixel of the screen has: enough for print. */
const SHARPNESS = 2;

/** What was picked for the next report, while the project is open. */
interface Picked {
  /** Whose project they are of: pictures of one never get into the report about another. */
  readonly projectId: string | null;
  readonly pictures: readonly ReportPicture[];
}

export const usePicked = create<Picked>(() => ({ projectId: null, pictures: [] }));

/** @returns the pictures that were picked in a project */
export const pickedIn = (
  { projectId, pictures }: Picked,
  project: string | null,
): readonly ReportPicture[] => (projectId === project ? pictures : []);

/** Leaves a picture out again. */
export const leaveOut = (picture: ReportPicture): void =>
  usePicked.setState(({ pictures }) => ({ pictures: pictures.filter((each) => each !== picture) }));

/** Keeps the picture on screen for the next report, as it is now, with its numbers, and says so. */
export async function addPicture(projectId: string): Promise<void> {
  const { picture, room } = useShownPicture.getState();
  if (picture === null || picture.draw === null) return;
  const before = pickedIn(usePicked.getState(), projectId);
  if (before.length >= MOST) return say(textOf('report.tooMany'));
  const { title, sentence } = picture;
  const file = svgFile(picture.draw(room), { title, sentence });
  const blob = await pngOf(file, SHARPNESS).catch(() => null);
  const png = blob === null ? null : await base64Of(blob);
  if (png === null) return say(textOf('report.tooLarge'));
  const sizes = [...before, { svg: file.svg, png }].map((one) => one.svg.length + one.png.length);
  if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST) return say(textOf('report.tooLarge'));
  const table = tableOf(picture.table);
  usePicked.setState({
    projectId,
    pictures: [...before, { ...file, title, sentence, png, ...(table && { table }) }],
  });
  say(textOf('report.added', { title }));
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, fail) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The numbers as a report shows them; null where there are too many to be read. */
function tableOf({ columns, count, cells, unknown = '' }: ShownTable): ReportPicture['table'] | null {
  if (count > MOST_ROWS) return null;
  const shown = (value: string | number | null, isPercent: boolean | undefined) => {
    if (value === null) return unknown;
    if (typeof value === 'string') return value;
    return isPercent ? `${(value * 100).toFixed(1)}%` : String(Math.round(value * 1000) / 1000);
  };
  return {
    columns: columns.map(({ title, numeric = false }) => ({ title, isNumber: numeric })),
    rows: Array.from({ length: count }, (_, row) =>
      cells(row).map((value, place) => shown(value, columns[place]?.percent)),
    ),
  };
}
