import { rmdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files } from '../../src/contract/files.ts';
import { explainFolder } from '../../src/engine/files/listing.ts';
import { placesFrom } from '../../src/engine/files/places.ts';
import { room } from './chooser-room.ts';
import { scratch } from './running.ts';

const namesOf = (entries: { name: string; pickable: boolean }[]) =>
  entries.filter(({ pickable }) => pickable).map(({ name }) => name);

describe('a listing', () => {
  test('has folders first, files in the order people count, and nothing hidden', async () => {
    const { chooser, token } = await room();
    const { entries, crumbs } = await chooser.list({ folder: token, purpose: 'plans' });
    expect(entries.map(({ name }) => name)).toEqual([
      'Annexes',
      'codes.json',
      'film.mp4',
      'old.colligo',
      'plan 9.MD',
      'plan 10.md',
    ]);
    expect(entries[1]).toMatchObject({
      kind: 'file',
      bytes: 10,
      modifiedAt: expect.stringMatching(/^\d{4}-/),
    });
    expect(entries[0]).toMatchObject({ kind: 'folder', bytes: null });
    expect(crumbs.at(-1)).toEqual({ name: 'plans', token });
    expect(crumbs[0]?.name).toBe(process.platform === 'win32' ? expect.any(String) : 'This computer');
  });

  test('is what the contract says', async () => {
    const { chooser, token } = await room();
    const listing = await chooser.list({ folder: token, purpose: 'plans' });
    expect(files.list['~orpc'].outputSchema?.parse(listing)).toEqual(listing);
  });

  test('shows what each purpose takes', async () => {
    const { chooser, token } = await room();
    const pickable = async (purpose: 'project' | 'plans' | 'codebook' | 'save' | 'folder') =>
      namesOf((await chooser.list({ folder: token, purpose })).entries);
    expect(await pickable('project')).toEqual(['old.colligo']);
    expect(await pickable('plans')).toEqual(['Annexes', 'codes.json', 'plan 9.MD', 'plan 10.md']);
    expect(await pickable('codebook')).toEqual(['codes.json', 'old.colligo', 'plan 9.MD', 'plan 10.md']);
    expect(await pickable('folder')).toEqual(['Annexes']);
    expect(await pickable('save')).toEqual([]);
  });

  test('follows links to see what they lead to, and leaves out those that lead nowhere', async () => {
    const { chooser, token, folder } = await room();
    symlinkSync(join(folder, 'Annexes'), join(folder, 'Link'));
    symlinkSync(join(folder, 'gone'), join(folder, 'Broken'));
    const { entries } = await chooser.list({ folder: token, purpose: 'plans' });
    expect(entries.find(({ name }) => name === 'Link')).toMatchObject({ kind: 'folder' });
    expect(entries.some(({ name }) => name === 'Broken')).toBe(false);
  });

  test('says how much it leaves out', async () => {
    const { chooser, folder, token } = await room();
    for (let i = 0; i < 5_001; i++) writeFileSync(join(folder, 'Annexes', `${i}.md`), '');
    const { entries } = await chooser.list({ folder: token, purpose: 'plans' });
    const inside = await chooser.list({ folder: entries[0]?.token ?? '', purpose: 'plans' });
    expect(inside.entries).toHaveLength(5_001);
    expect(inside.entries.at(-1)).toMatchObject({
      name: '… and 1 more, which are not shown',
      pickable: false,
    });
    await expect(chooser.grant({ token: '', purpose: 'plans' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('tells why a folder cannot be listed', async () => {
    const { chooser, folder, token } = await room();
    const { entries } = await chooser.list({ folder: token, purpose: 'plans' });
    const file = entries.find(({ name }) => name === 'film.mp4')?.token ?? '';
    await expect(chooser.list({ folder: file, purpose: 'plans' })).rejects.toMatchObject({ code: 'REFUSED' });
    const { token: made } = await chooser.makeFolder({ folder: token, name: 'New' });
    rmdirSync(join(folder, 'New'));
    await expect(chooser.list({ folder: made, purpose: 'plans' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

test.each([
  ['EACCES', 'REFUSED', /^You may not look into or write to the folder “plans”\.$/],
  ['EPERM', 'REFUSED', /^You may not/],
  ['ENOENT', 'NOT_FOUND', /^The folder “plans” is not there any more\.$/],
  ['ENOTDIR', 'REFUSED', /^“plans” is not a folder\.$/],
  ['EIO', 'REFUSED', /^The folder “plans” cannot be used \(EIO\)\.$/],
])('%s is told in a sentence', (code, told, sentence) => {
  const error = explainFolder(Object.assign(new Error(code), { code }), join('/', 'plans'));
  expect(error).toMatchObject({ code: told, message: expect.stringMatching(sentence) });
});

test('places are folders that exist, each once', () => {
  const started = scratch();
  const places = placesFrom(started);
  expect(places[0]).toEqual({ name: 'Home', path: homedir() });
  expect(places.map(({ path }) => path)).toContain(started);
  expect(placesFrom(homedir()).filter(({ path }) => path === homedir())).toHaveLength(1);
});
