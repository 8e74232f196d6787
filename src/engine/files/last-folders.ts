import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { PURPOSES } from '../../contract/files.ts';
import { readIfThere, safeJson, writeWhole } from '../profile.ts';
import type { Purpose } from './kinds.ts';

const FILE = 'chooser.json';

const LastFolders = z.partialRecord(z.enum(PURPOSES), z.string());

/**
 * Recalls where the person picked last time.
 * @param home the user's data folder
 * @param purpose what is to be picked
 * @returns a folder that still exists, or null
 */
export function lastFolder(home: string, purpose: Purpose): string | null {
  const folder = readLast(home)[purpose];
  return folder && statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : null;
}

/**
 * Remembers where the person picked.
 * @param home the user's data folder
 * @param purpose what was picked
 * @param folder where
 */
export function rememberFolder(home: string, purpose: Purpose, folder: string): void {
  const known = readLast(home);
  if (known[purpose] !== folder)
    writeWhole(home, FILE, JSON.stringify({ ...known, [purpose]: folder }, null, 2));
}

/** A file that makes no sense counts as missing: it only saves a few clicks. */
function readLast(home: string): z.infer<typeof LastFolders> {
  const text = readIfThere(join(home, FILE));
  const parsed = LastFolders.safeParse(text === null ? {} : safeJson(text));
  return parsed.success ? parsed.data : {};
}
