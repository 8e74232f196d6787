import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../kit/project.ts';
import { newStudy } from './study.ts';
import { writeFrom } from './work.ts';

const SURROUNDINGS = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
];

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    files.map((file) => [
      join(file.parentPath, file.name).slice(folder.length),
      hash(join(file.parentPath, file.name)),
    ]),
  );
}

test('the same project gives the same bytes in any time zone and locale, here and in another process', async () => {
  const { project } = await newStudy();
  const folder = tempFolder();
  const expected = { folder: join(folder, 'here'), zip: join(folder, 'here.zip') };
  await writeFrom(project, expected.folder);
  await writeFrom(project, expected.zip);
  for (const [index, env] of SURROUNDINGS.entries()) {
    const [out, zip] = [join(folder, `there-${index}`), join(folder, `there-${index}.zip`)];
    const script = join(import.meta.dirname, 'export-process.ts');
    execFileSync(process.execPath, [script, project.path, out, zip], { env: { ...process.env, ...env } });
    expect(hashes(out)).toEqual(hashes(expected.folder));
    expect(hash(zip)).toBe(hash(expected.zip));
  }
});

test('an export after an undone change is the same as before it', async () => {
  const { project } = await newStudy();
  const folder = tempFolder();
  await writeFrom(project, join(folder, 'before'));
  const { createCode } = await import('../../../src/engine/codebook/write.ts');
  createCode(project, { name: 'Passing', parentId: null });
  await writeFrom(project, join(folder, 'between'));
  project.undo();
  await writeFrom(project, join(folder, 'after'));
  expect(hashes(join(folder, 'between'))).not.toEqual(hashes(join(folder, 'before')));
  expect(hashes(join(folder, 'after'))).toEqual(hashes(join(folder, 'before')));
});
