import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../kit/project.ts';
import { newStudy } from './study.ts';
import { writeFrom } from './work.ts';

const READ = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as file:
    assert file.testzip() is None
    print(json.dumps([[e.filename, list(e.date_time), e.compress_type, e.external_attr >> 16, e.flag_bits, e.extra.hex(), e.create_system] for e in file.infolist()]))
    file.extractall(sys.argv[2])
`;

test('a zip holds the same files as the folder, each dated 1 January 1980 and with the same permissions', async () => {
  const { project } = await newStudy();
  const parent = tempFolder();
  const [folder, zip, unpacked] = ['out', 'out.ZIP', 'unpacked'].map((name) => join(parent, name)) as [
    string,
    string,
    string,
  ];
  const asFolder = await writeFrom(project, folder);
  const asZip = await writeFrom(project, zip);
  expect(asZip).toEqual({ ...asFolder, name: 'out.ZIP' });
  const entries = JSON.parse(
    execFileSync('python3', ['-c', READ, zip, unpacked], { encoding: 'utf8' }),
  ) as unknown[][];
  expect(entries.map(([name]) => name)).toEqual(asFolder.files.map(({ path }) => path));
  for (const [, ...facts] of entries)
    expect(facts).toEqual([[1980, 1, 1, 0, 0, 0], 0, 0o100644, 0x800, '', 3]);
  for (const { path } of asFolder.files) {
    expect(readFileSync(join(unpacked, path)).equals(readFileSync(join(folder, path)))).toBe(true);
  }
  expect(execFileSync('unzip', ['-t', zip], { encoding: 'utf8' })).toContain('No errors detected');
});

test('sizes and check sums stand before the data, so that a reader may stream', async () => {
  const { project } = await newStudy();
  const zip = join(tempFolder(), 'out.zip');
  const { files } = await writeFrom(project, zip);
  const bytes = readFileSync(zip);
  let at = 0;
  for (const { path, bytes: size } of files) {
    expect(bytes.readUInt32LE(at)).toBe(0x04034b50);
    expect(bytes.readUInt16LE(at + 6) & 8).toBe(0);
    expect(bytes.readUInt32LE(at + 22)).toBe(size);
    const nameLength = bytes.readUInt16LE(at + 26);
    expect(bytes.toString('utf8', at + 30, at + 30 + nameLength)).toBe(path);
    at += 30 + nameLength + size;
  }
  expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
});

test('an existing file is replaced', async () => {
  const { project } = await newStudy();
  const parent = tempFolder();
  writeFileSync(join(parent, 'out.zip'), 'something else');
  await writeFrom(project, join(parent, 'out.zip'), { texts: false });
  expect(readFileSync(join(parent, 'out.zip')).readUInt32LE(0)).toBe(0x04034b50);
  expect(readdirSync(parent)).toEqual(['out.zip']);
});
