import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ColligoError } from '../../../src/engine/errors.ts';
import { tempFolder } from '../kit/project.ts';
import { newStudy } from './study.ts';
import { writeFrom } from './work.ts';

/** Everything under a folder with its content. */
function picture(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), entry.isFile() ? readFileSync(path, 'utf8') : ''];
    }),
  );
}

async function refusal(action: Promise<unknown>): Promise<ColligoError> {
  const error = await action.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ColligoError);
  expect((error as ColligoError).code).toBe('REFUSED');
  expect((error as ColligoError).message).toMatch(/^[A-Z“].*\.$/);
  return error as ColligoError;
}

async function place() {
  const { project } = await newStudy();
  const parent = tempFolder();
  const target = join(parent, 'Dataset of Zoë');
  const write = (texts = true) => writeFrom(project, target, { texts });
  return { project, parent, target, write };
}

test('a new folder and an empty one are filled, and nothing is left beside them', async () => {
  const { parent, target, write } = await place();
  await write();
  const first = picture(target);
  rmSync(target, { recursive: true });
  mkdirSync(target);
  await write();
  expect(picture(target)).toEqual(first);
  expect(readdirSync(parent)).toEqual(['Dataset of Zoë']);
});

test('an earlier dataset is replaced as a whole, and so are the droppings of the system', async () => {
  const { parent, target, write } = await place();
  await write();
  writeFileSync(join(target, '.DS_Store'), 'Finder');
  writeFileSync(join(target, 'texts', 'Thumbs.db'), 'Explorer');
  await write(false);
  expect(readdirSync(target)).not.toContain('texts');
  expect(readdirSync(target)).not.toContain('.DS_Store');
  expect(readdirSync(parent)).toEqual(['Dataset of Zoë']);
});

test('files that no export wrote are never replaced, but named', async () => {
  const { parent, target, write } = await place();
  await write();
  for (const name of ['a.R', 'b.xlsx', 'texts/c.txt', 'd', 'e', 'f'])
    writeFileSync(join(target, name), 'mine');
  const before = picture(parent);
  const error = await refusal(write());
  expect(error.message).toContain('a.R, b.xlsx, d, e, f and 1 more');
  expect(error.data.candidates).toContain('texts/c.txt');
  expect(picture(parent)).toEqual(before);
});

test('a file of somebody’s own is not replaced either where they made the sums anew', async () => {
  const { target, write } = await place();
  await write();
  writeFileSync(join(target, 'analysis.R'), 'mine');
  execFileSync('sh', ['-c', 'sha256sum *.* texts/* > SHA256SUMS'], { cwd: target });
  expect((await refusal(write())).message).toContain(': analysis.R.');
});

test.each(['codings.csv', 'datapackage.json'])('a changed %s is somebody’s work', async (file) => {
  const { parent, target, write } = await place();
  await write();
  writeFileSync(join(target, file), readFileSync(join(target, file), 'utf8').replace(/\n$/, ' \n'));
  const before = picture(parent);
  expect((await refusal(write())).message).toContain(file);
  expect(picture(parent)).toEqual(before);
});

test('folders and links inside a dataset are not Colligo’s', async () => {
  const { target, write } = await place();
  await write();
  mkdirSync(join(target, 'figures'));
  symlinkSync('codings.csv', join(target, 'link.csv'));
  expect((await refusal(write())).message).toContain('figures, link.csv');
});

test('a folder with anything else is refused', async () => {
  const { parent, target, write } = await place();
  mkdirSync(target);
  writeFileSync(join(target, 'thesis.docx'), 'years of work');
  writeFileSync(join(target, 'datapackage.json'), '{"name": "somebody-elses", "resources": []}');
  const before = picture(parent);
  expect((await refusal(write())).message).toContain('is not empty');
  expect(picture(parent)).toEqual(before);
});

test('impossible places are refused', async () => {
  const { project, parent, target, write } = await place();
  writeFileSync(target, 'a file');
  expect((await refusal(write())).message).toContain('is a file');
  const nowhere = join(parent, 'no', 'such');
  expect((await refusal(writeFrom(project, nowhere))).message).toContain('“no”');
  mkdirSync(join(parent, 'folder.zip'));
  await refusal(writeFrom(project, join(parent, 'folder.zip')));
});

test('a link to a folder goes on pointing at it', async () => {
  const { project, parent, target, write } = await place();
  await write();
  const link = join(parent, 'link');
  symlinkSync(target, link);
  await writeFrom(project, link, { texts: false });
  expect(readlinkSync(link)).toBe(target);
  expect(readdirSync(target)).not.toContain('texts');
});
