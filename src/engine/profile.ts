import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { type IdBytes, idBytes, idText, newId } from './store/ids.ts';

const Profile = z.object({ id: z.uuid(), name: z.string().trim().min(1) });

/** The person at this machine. The id is the same in every project they code in. */
export type Profile = z.infer<typeof Profile>;

/**
 * @returns the folder of this user's own data: COLLIGO_HOME where it is set, else the system's place for it
 */
export function defaultHome(): string {
  const own = process.env['COLLIGO_HOME'];
  if (own) return own;
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Colligo');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Colligo');
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'colligo');
}

/**
 * @param home the user's data folder
 * @returns the profile, or null where nobody has said who they are yet
 */
export function readProfile(home: string): Profile | null {
  const text = readIfThere(join(home, 'profile.json'));
  if (text === null) return null;
  const parsed = Profile.safeParse(safeJson(text));
  return parsed.success ? parsed.data : null;
}

/**
 * Says who the person at this machine is. A profile that exists keeps its id and takes the new name.
 * @param id of a new profile: that of a coder of some project who this person is; without it, a new one
 * @returns the profile as written
 */
export function writeProfile(home: string, name: string, id: string = idText(newId())): Profile {
  const profile: Profile = { id: readProfile(home)?.id ?? id, name };
  writeWhole(home, 'profile.json', JSON.stringify(profile, null, 2));
  return profile;
}

/** @returns the profile as the actor of steps */
export function actorOf(profile: Profile): { id: IdBytes; name: string } {
  return { id: idBytes(profile.id), name: profile.name };
}

/** Writes a small file of the user's data whole, then names it: a crash never leaves half of it. */
export function writeWhole(home: string, file: string, text: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const draft = join(home, `.${file}-${process.pid}`);
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, join(home, file));
}

/** @returns the text of a file, or null where it is not there */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** @returns the parsed value, or undefined where the text is no JSON: a damaged settings file counts as missing */
export function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
