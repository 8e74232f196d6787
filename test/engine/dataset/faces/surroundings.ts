import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Format } from '../../../../src/contract/exports.ts';

const SURROUNDINGS = [
  { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
];

/**
 * Exports in other processes, each in a time zone and language of its own.
 * @param nameOf makes the target's name from a number
 * @returns where the datasets are
 */
export function exportElsewhere(
  project: string,
  format: Format,
  folder: string,
  nameOf: (index: number) => string,
): string[] {
  return SURROUNDINGS.map((env, index) => {
    const target = join(folder, nameOf(index));
    const script = join(import.meta.dirname, 'face-process.ts');
    execFileSync(process.execPath, [script, project, format, target], { env: { ...process.env, ...env } });
    return target;
  });
}

/** @returns the bytes of a file, or of every file in a folder, by path within it */
export function bytesAt(place: string): Record<string, Buffer> {
  if (statSync(place).isFile()) return { '': readFileSync(place) };
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [path.slice(place.length + 1), readFileSync(path)];
    }),
  );
}
