import { create } from 'zustand';
import type { Room, Shown } from './shown.ts';

/** The result that is on screen, for commands and for what is saved. */
interface ShownPicture {
  /** Null where there is none. */
  readonly picture: Shown | null;
  /** The room that it was drawn for last, so that a file looks as the screen does. */
  readonly room: Room;
}

export const useShownPicture = create<ShownPicture>(() => ({
  picture: null,
  // Where it has not been drawn yet: about what a page of a report has.
  room: { width: 960, height: 600 },
}));
