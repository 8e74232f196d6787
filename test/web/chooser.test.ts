import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Chooser } from '../../src/engine/files/chooser.ts';
import { Grants } from '../../src/engine/files/grants.ts';
import { room } from './chooser-room.ts';
import { scratch } from './running.ts';

describe('what the page names', () => {
  test('means nothing unless it was listed in this run', async () => {
    const [one, other] = [await room(), await room()];
    for (const folder of [other.token, '/', '/etc', '..', '__proto__']) {
      const refused = { code: 'NOT_FOUND' };
      await expect(one.chooser.list({ folder, purpose: 'plans' })).rejects.toMatchObject(refused);
      await expect(one.chooser.grant({ token: folder, purpose: 'plans' })).rejects.toMatchObject(refused);
      await expect(one.chooser.makeFolder({ folder, name: 'a' })).rejects.toMatchObject(refused);
      const asked = { folder, name: 'a.colligo', replace: true };
      await expect(one.chooser.grantNew(asked)).rejects.toMatchObject(refused);
    }
  });

  test.each(['../a', '..', 'a/b', 'a\\b', 'a\u0000b'])('cannot be the name %j', async (name) => {
    const { chooser, token } = await room();
    const refused = { code: 'REFUSED' };
    await expect(chooser.makeFolder({ folder: token, name })).rejects.toMatchObject(refused);
    await expect(chooser.grantNew({ folder: token, name, replace: true })).rejects.toMatchObject(refused);
  });

  test('is never a path', async () => {
    const { chooser, token, folder } = await room();
    const answer = JSON.stringify(await chooser.list({ folder: token, purpose: 'plans' }));
    expect(answer).not.toContain(folder);
  });

  test('is refused altogether in a shell with dialogs of its own', async () => {
    const chooser = new Chooser({ home: scratch(), grants: new Grants(), enabled: false });
    const refused = { code: 'REFUSED' };
    await expect(chooser.list({ folder: null, purpose: 'plans' })).rejects.toMatchObject(refused);
    await expect(chooser.grant({ token: 'a', purpose: 'plans' })).rejects.toMatchObject(refused);
    await expect(chooser.grantNew({ folder: 'a', name: 'a', replace: false })).rejects.toMatchObject(refused);
    await expect(chooser.makeFolder({ folder: 'a', name: 'a' })).rejects.toMatchObject(refused);
  });
});

describe('picking', () => {
  test('gives a grant for what the purpose takes, and only for that', async () => {
    const { chooser, grants, token, folder } = await room();
    const { entries } = await chooser.list({ folder: token, purpose: 'project' });
    const of = (name: string) => entries.find((entry) => entry.name === name)?.token ?? '';
    const project = await chooser.grant({ token: of('old.colligo'), purpose: 'project' });
    expect(project.name).toBe('old.colligo');
    expect(grants.take(project.grant, 'open')).toBe(join(folder, 'old.colligo'));
    const plans = await chooser.grant({ token, purpose: 'plans' });
    expect(grants.take(plans.grant, 'import')).toBe(folder);
    const refused = { code: 'REFUSED' };
    await expect(chooser.grant({ token: of('film.mp4'), purpose: 'plans' })).rejects.toMatchObject(refused);
    await expect(chooser.grant({ token: of('old.colligo'), purpose: 'save' })).rejects.toMatchObject(refused);
    await expect(chooser.grant({ token, purpose: 'project' })).rejects.toMatchObject(refused);
  });

  test('a new name says whether something is there, and replaces only when told', async () => {
    const { chooser, grants, token, folder } = await room();
    const fresh = await chooser.grantNew({ folder: token, name: 'new.colligo', replace: false });
    expect(fresh).toMatchObject({ exists: false, name: 'new.colligo' });
    expect(grants.take(fresh.grant ?? '', 'save')).toBe(join(folder, 'new.colligo'));
    const taken = { folder: token, name: 'old.colligo' };
    expect(await chooser.grantNew({ ...taken, replace: false })).toMatchObject({ exists: true, grant: null });
    const replaced = await chooser.grantNew({ ...taken, replace: true });
    expect(grants.take(replaced.grant ?? '', 'save')).toBe(join(folder, 'old.colligo'));
  });

  test('is remembered for each purpose, into the next run', async () => {
    const { chooser, token, home, folder } = await room();
    await chooser.grant({ token, purpose: 'plans' });
    await chooser.grantNew({ folder: token, name: 'new.colligo', replace: false });
    const next = new Chooser({ home, grants: new Grants(), enabled: true });
    expect((await next.list({ folder: null, purpose: 'plans' })).crumbs.at(-1)?.name).toBe('plans');
    expect((await next.list({ folder: null, purpose: 'save' })).crumbs.at(-1)?.name).toBe('plans');
    expect(JSON.parse(readFileSync(join(home, 'chooser.json'), 'utf8'))).toEqual({
      plans: folder,
      save: folder,
    });
    writeFileSync(join(home, 'chooser.json'), '{ damaged');
    expect(await next.list({ folder: null, purpose: 'plans' })).toBeTruthy();
  });

  test('a folder can be made, once', async () => {
    const { chooser, token } = await room();
    const made = await chooser.makeFolder({ folder: token, name: 'Results' });
    expect((await chooser.list({ folder: made.token, purpose: 'folder' })).entries).toEqual([]);
    const again = chooser.makeFolder({ folder: token, name: 'Results' });
    await expect(again).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('“Results”'),
    });
  });
});
