import * as z from 'zod';
import { create } from 'zustand';
import { useSheet } from '../state/sheet.ts';
import { keep, recall } from '../state/storage.ts';
import { TOPIC_IDS, type TopicId } from './topics.ts';

/** A place in the help. */
export interface Place {
  readonly topic: TopicId;
  /** The heading that is meant; null for the beginning of the topic. */
  readonly anchor: string | null;
  /** How far the topic was scrolled when it was left, px. */
  readonly scroll?: number;
}

interface Help {
  /** Null until the help has been opened. */
  readonly place: Place | null;
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
  /** What is looked for. */
  readonly query: string;
}

const SHAPE = z.object({ topic: z.enum(TOPIC_IDS) });

/** Where one is in the help: kept while the program runs, and the topic from one time to the next. */
export const useHelp = create<Help>(() => ({ place: null, back: [], forward: [], query: '' }));

/** Goes to a place, from which one can come back. @param scroll how far the present topic is scrolled, px */
export function goToHelp(place: Place, scroll = 0): void {
  const { place: from, back } = useHelp.getState();
  useHelp.setState({ place, back: from === null ? back : [...back, { ...from, scroll }], forward: [] });
}

/** Goes back, or forward again. @param scroll how far the present topic is scrolled, px */
export function travelHelp(step: -1 | 1, scroll: number): void {
  const { place, back, forward } = useHelp.getState();
  const to = step < 0 ? back.at(-1) : forward[0];
  if (to === undefined || place === null) return;
  const here = { ...place, scroll };
  useHelp.setState(
    step < 0
      ? { place: to, back: back.slice(0, -1), forward: [here, ...forward] }
      : { place: to, back: [...back, here], forward: forward.slice(1) },
  );
}

/** Remembers how far the topic was scrolled when the help is put away. */
export function leaveHelp(scroll: number): void {
  useHelp.setState(({ place }) => ({ place: place === null ? null : { ...place, scroll } }));
}

/** Opens the help. @param place where; without it, where it was left */
export function openHelp(place?: Place): void {
  const { place: before } = useHelp.getState();
  if (place !== undefined && (before?.topic !== place.topic || place.anchor !== null)) goToHelp(place);
  else if (before === null) {
    const topic = recall(null, 'help', SHAPE)?.topic ?? 'first-ten-minutes';
    useHelp.setState({ place: { topic, anchor: null } });
  }
  if (place !== undefined) useHelp.setState({ query: '' });
  useSheet.getState().show('help');
}

useHelp.subscribe(({ place }, { place: before }) => {
  if (place !== null && place.topic !== before?.topic) keep(null, 'help', { topic: place.topic });
});
