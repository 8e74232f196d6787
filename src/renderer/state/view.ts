import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from './storage.ts';

/** What the keys move by. */
export const UNITS = ['paragraph', 'sentence'] as const;
export type Unit = (typeof UNITS)[number];

/** How much of the codings is seen in the text. */
export const DENSITIES = ['full', 'lines', 'off'] as const;
export type Density = (typeof DENSITIES)[number];

/** Sizes of the text to choose from, in per cent. */
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** What text is set in, how long its lines are, and how far apart. */
export const FACES = ['serif', 'sans'] as const;
export const MEASURES = ['narrow', 'usual', 'wide'] as const;
export const LEADINGS = ['close', 'usual', 'open'] as const;

const Kept = z.object({
  unit: z.enum(UNITS).catch('paragraph'),
  density: z.enum(DENSITIES).catch('full'),
  zoom: z.number().min(80).max(200).catch(100),
  face: z.enum(FACES).catch('serif'),
  measure: z.enum(MEASURES).catch('usual'),
  leading: z.enum(LEADINGS).catch('usual'),
});
type Kept = z.infer<typeof Kept>;

const DEFAULT: Kept = {
  unit: 'paragraph',
  density: 'full',
  zoom: 100,
  face: 'serif',
  measure: 'usual',
  leading: 'usual',
};

/** How this user reads, in every project. */
export const useView = create<Kept>(() => DEFAULT);

/** Takes up how the person read last; to be called once the program's screen has been read. */
export const recallView = (): void => useView.setState(recall(null, 'view', Kept) ?? DEFAULT);

useView.subscribe((now) => keep(null, 'view', now));

/** Goes to the other unit. @returns which it is now */
export function nextUnit(): Unit {
  const unit = useView.getState().unit === 'paragraph' ? 'sentence' : 'paragraph';
  useView.setState({ unit });
  return unit;
}

/** Goes to the next density. @returns which it is now */
export function nextDensity(): Density {
  const at = DENSITIES.indexOf(useView.getState().density);
  const density = DENSITIES[(at + 1) % DENSITIES.length] ?? 'full';
  useView.setState({ density });
  return density;
}

/**
 * Makes the text larger or smaller by one step.
 * @param step 0 gives it its own size again
 */
export function zoomBy(step: -1 | 0 | 1): void {
  const now = useView.getState().zoom;
  const at = ZOOMS.findIndex((each) => each >= now);
  useView.setState({
    zoom: step === 0 ? 100 : (ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + step))] ?? 100),
  });
}
