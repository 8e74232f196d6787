import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProject } from '../../../src/engine/store/create.ts';
import { syncedBy } from '../../../src/engine/store/synced.ts';
import { ANNA, open, tempFolder } from '../kit/project.ts';

describe('a folder that a sync program names', () => {
  test.for([
    ['Dropbox', 'Dropbox'],
    ['Dropbox (University)', 'Dropbox'],
    ['OneDrive', 'OneDrive'],
    ['OneDrive - Example University', 'OneDrive'],
    ['Google Drive', 'Google Drive'],
    ['GoogleDrive-anna@example.org', 'Google Drive'],
    ['My Drive', 'Google Drive'],
    ['Mobile Documents', 'iCloud Drive'],
    ['com~apple~CloudDocs', 'iCloud Drive'],
    ['iCloudDrive', 'iCloud Drive'],
    ['Nextcloud', 'Nextcloud'],
    ['ownCloud', 'Nextcloud'],
    ['Box Sync', 'Box'],
    ['pCloudDrive', 'pCloud'],
    ['MEGA', 'MEGA'],
    ['sciebo', 'a sync program'],
    ['Syncthing', 'Syncthing'],
  ] as const)('%s is %s', ([folder, program]) => {
    const root = tempFolder();
    mkdirSync(join(root, folder, 'study'), { recursive: true });
    expect(syncedBy(join(root, folder, 'study', 'new.colligo'))).toBe(program);
    writeFileSync(join(root, folder, 'study', 'old.colligo'), '');
    expect(syncedBy(join(root, folder, 'study', 'old.colligo'))).toBe(program);
  });

  test.for(['Dropbox-notes', 'my dropbox', 'Boxes', 'Drive', 'megaphone', 'study'])(
    '%s is none',
    (folder) => {
      const root = tempFolder();
      mkdirSync(join(root, folder));
      expect(syncedBy(join(root, folder, 'a.colligo'))).toBeNull();
    },
  );
});

describe('a folder in which a sync program left its mark', () => {
  test.for([
    ['.dropbox', 'Dropbox'],
    ['.stfolder', 'Syncthing'],
    ['.sync', 'a sync program'],
    ['.owncloudsync.log', 'Nextcloud'],
    ['.nextcloudsync.log', 'Nextcloud'],
  ] as const)('%s is %s, also further up', ([marker, program]) => {
    const root = tempFolder();
    mkdirSync(join(root, 'a', 'b'), { recursive: true });
    writeFileSync(join(root, marker), '');
    expect(syncedBy(join(root, 'a', 'b', 'c.colligo'))).toBe(program);
  });
});

test('links are followed: to the file, and to the folder of a file that is not there yet', () => {
  const root = tempFolder();
  const real = join(root, 'Dropbox', 'study');
  mkdirSync(real, { recursive: true });
  writeFileSync(join(real, 'a.colligo'), '');
  symlinkSync(join(real, 'a.colligo'), join(root, 'linked.colligo'));
  symlinkSync(real, join(root, 'linked'));
  expect(syncedBy(join(root, 'linked.colligo'))).toBe('Dropbox');
  expect(syncedBy(join(root, 'linked', 'new.colligo'))).toBe('Dropbox');
  expect(syncedBy(join(root, 'nowhere', 'new.colligo'))).toBeNull();
});

test('a project in such a folder opens with a warning that names the program', async () => {
  const folder = join(tempFolder(), 'Nextcloud');
  mkdirSync(folder);
  const path = join(folder, 'a.colligo');
  createProject(path, { title: 'Synced', actor: ANNA });
  const { warnings } = await open(path);
  expect(warnings).toEqual([expect.stringContaining('Nextcloud')]);
});
