import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from './storage.ts';

/** How much is said to assistive technology beside what it reads out by itself. */
export const VERBOSITIES = ['all', 'changes', 'off'] as const;
export type Verbosity = (typeof VERBOSITIES)[number];

const SHAPE = z.enum(VERBOSITIES);

/** What this user wants to hear, in every project. */
export const useSpoken = create<{ readonly verbosity: Verbosity }>(() => ({ verbosity: 'all' }));

useSpoken.subscribe(({ verbosity }) => keep(null, 'spoken', verbosity));

/** Takes up what the person wanted to hear last; to be called once the program's screen has been read. */
export function recallSpoken(): void {
  const verbosity = recall(null, 'spoken', SHAPE);
  if (verbosity !== undefined) useSpoken.setState({ verbosity });
}
