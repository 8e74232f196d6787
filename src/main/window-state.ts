import { join } from 'node:path';
import * as z from 'zod';
import { readIfThere, safeJson, writeWhole } from '../engine/profile.ts';

const FILE = 'window.json';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(100), height: z.int().min(100) });
type Bounds = z.infer<typeof Bounds>;
const Saved = z.object({ bounds: Bounds, maximized: z.boolean() });

/** Where the window is; without a place the system chooses one. */
export interface WindowState {
  readonly bounds: { width: number; height: number; x?: number; y?: number };
  readonly maximized: boolean;
}

const FIRST: WindowState = { bounds: { width: 1440, height: 900 }, maximized: false };

/**
 * Recalls where the window was.
 * @param home the user's data folder
 * @param displays the areas there are to show it in
 * @returns where it was, if enough of that can still be seen: a display may have been unplugged
 */
export function readState(home: string, displays: readonly Bounds[]): WindowState {
  const text = readIfThere(join(home, FILE));
  const saved = Saved.safeParse(text === null ? null : safeJson(text));
  if (!saved.success) return FIRST;
  const { x, y, width, height } = saved.data.bounds;
  const isSeen = displays.some(
    (area) =>
      x + width > area.x + 100 &&
      x < area.x + area.width - 100 &&
      y >= area.y - 10 &&
      y < area.y + area.height - 50,
  );
  return isSeen ? saved.data : { bounds: { width, height }, maximized: saved.data.maximized };
}

/**
 * Remembers where the window is.
 * @param home the user's data folder
 * @param state as it is now
 */
export function writeState(home: string, state: WindowState): void {
  writeWhole(home, FILE, JSON.stringify(state, null, 2));
}
