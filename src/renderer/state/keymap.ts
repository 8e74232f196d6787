import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from './storage.ts';

const SHAPE = z.object({
  /** Chords that the person gave to commands, by the command's id; an empty list takes the keys off. */
  own: z.record(z.string(), z.array(z.string()).readonly()).readonly().catch({}),
  /** Whether keys without Ctrl, Alt or ⌘ act at all: who dictates or has an unsteady hand switches them off. */
  letters: z.boolean().catch(true),
});
type Kept = Readonly<z.infer<typeof SHAPE>>;

export interface Keymap extends Kept {
  /** Gives a command these chords, or with null those it came with. */
  readonly assign: (id: string, keys: readonly string[] | null) => void;
  /** Takes back all chords that the person gave. */
  readonly reset: () => void;
  readonly allowLetters: (letters: boolean) => void;
}

const DEFAULT: Kept = { own: {}, letters: true };

/** Which keys this user has changed, in every project. */
export const useKeymap = create<Keymap>((set) => ({
  ...DEFAULT,
  assign: (id, keys) =>
    set(({ own }) => {
      const { [id]: _, ...rest } = own;
      return { own: keys === null ? rest : { ...rest, [id]: keys } };
    }),
  reset: () => set({ own: {} }),
  allowLetters: (letters) => set({ letters }),
}));

/** Takes up the keys that were kept; to be called once the program's screen has been read. */
export const recallKeymap = (): void => useKeymap.setState(recall(null, 'keymap', SHAPE) ?? DEFAULT);

useKeymap.subscribe(({ own, letters }) => keep(null, 'keymap', { own, letters }));
