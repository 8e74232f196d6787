import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from '../state/storage.ts';

const MOST = 30;
const SHAPE = z.array(z.string());

interface Recent {
  readonly projectId: string | null;
  /** Keys of what was chosen in the palette, newest first. */
  readonly keys: readonly string[];
}

/** What was chosen in the palette lately, in this project. */
export const useRecent = create<Recent>(() => ({ projectId: null, keys: [] }));

/** Takes up what was chosen lately in a project. */
export function enterRecent(projectId: string | null): void {
  useRecent.setState({ projectId, keys: recall(projectId, 'palette', SHAPE) ?? [] });
}

/** Notes that a row was chosen. */
export function rememberRow(key: string): void {
  useRecent.setState(({ keys }) => ({ keys: [key, ...keys.filter((each) => each !== key)].slice(0, MOST) }));
  const { projectId, keys } = useRecent.getState();
  keep(projectId, 'palette', keys);
}
