import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Folder names that sync programs use, as they appear in a path. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^onedrive( - .+)?$/i, 'OneDrive'],
  [/^(google ?drive|googledrive-.+|my drive)$/i, 'Google Drive'],
  [/^(mobile documents|icloud ?drive|com~apple~clouddocs)$/i, 'iCloud Drive'],
  [/^(nextcloud|owncloud)$/i, 'Nextcloud'],
  [/^(syncthing)$/i, 'Syncthing'],
  [/^(box|box sync)$/i, 'Box'],
  [/^(pcloud ?drive|pclouddrive)$/i, 'pCloud'],
  [/^(mega|megasync)$/i, 'MEGA'],
  [/^(seafile|sciebo|sync\.com|tresorit|switchdrive|polybox)$/i, 'a sync program'],
];

/** Files and folders that sync programs leave at the top of what they sync. */
const MARKERS: readonly (readonly [string, string])[] = [
  ['.dropbox', 'Dropbox'],
  ['.stfolder', 'Syncthing'],
  ['.sync', 'a sync program'],
  ['.owncloudsync.log', 'Nextcloud'],
  ['.nextcloudsync.log', 'Nextcloud'],
];

/**
 * Tells whether a file lies where a sync program would copy it while it is being written.
 * @param path a file or where one will be
 * @returns the program's name, or null where nothing points to one
 */
export function syncedBy(path: string): string | null {
  const folder = realFolder(path);
  const named = folder
    .split(sep)
    .map((part) => NAMES.find(([pattern]) => pattern.test(part))?.[1])
    .find((program) => program !== undefined);
  if (named) return named;
  for (let at = folder; ; at = dirname(at)) {
    const marker = MARKERS.find(([file]) => existsSync(join(at, file)));
    if (marker) return marker[1];
    if (dirname(at) === at) return null;
  }
}

/** The folder that a file really lies in: links are followed as far as there is something to follow. */
function realFolder(path: string): string {
  const place = [path, dirname(path)].find((candidate) => existsSync(candidate));
  if (!place) return dirname(path);
  return place === path ? dirname(realpathSync(path)) : realpathSync(place);
}
