import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParentPort, ToEngine } from '../../src/engine/process/protocol.ts';
import { serveEngine } from '../../src/engine/process/serve.ts';
import { eventually } from '../eventually.ts';
import { loadPage, scratch, startDesktop } from './desktop.ts';
import { fakeElectron } from './fake-electron.ts';

const nextMessage = (port: { once(event: 'message', listener: (data: unknown) => void): unknown }) =>
  new Promise<unknown>((resolve) => port.once('message', resolve));

/** A parent that the engine does not hear when it asks for this. */
const deafTo = (kind: ToEngine['kind'], parent: ParentPort): ParentPort => ({
  on: (name, listener) => parent.on(name, (event) => event.data.kind !== kind && listener(event)),
  postMessage: (message) => parent.postMessage(message),
});

describe('when the engine’s process stops by itself', () => {
  test('it is started again without a word, and the page is told to connect anew', async () => {
    const fake = await startDesktop();
    const before = await loadPage(fake);
    await before.client.coders.introduce({ name: 'Ada' });
    const told = nextMessage(before.verbs);
    fake.processes[0]?.end(1);
    expect(await told).toEqual({ lost: true });
    const after = await loadPage(fake);
    expect(await after.client.coders.me()).toMatchObject({ name: 'Ada' });
    expect(fake.processes).toHaveLength(2);
    expect(fake.calls.some(([name]) => name === 'error')).toBe(false);
  });

  test.each([
    ['write', null],
    ['read', expect.stringContaining('reading')],
  ] as const)('the project is open again as it was, to %s', async (mode, readOnly) => {
    const file = join(scratch(), 'Köln.colligo');
    const fake = await startDesktop();
    const before = await loadPage(fake);
    const pick = async (verb: 'pickOpen' | 'pickSave') => {
      fake.picks = [file];
      const asked = verb === 'pickSave' ? { name: 'Köln.colligo' } : { purpose: 'project' };
      const { picked } = await before.ask({ id: 1, verb, ...asked });
      const [{ grant }] = picked as [{ grant: string }];
      return grant;
    };
    await before.client.project.create({ grant: await pick('pickSave'), title: 'Köln', coder: 'Ada' });
    await before.client.codes.create({ name: 'Trust', parentId: null });
    if (mode === 'read') await before.client.project.open({ from: { grant: await pick('pickOpen') }, mode });
    // By now the shell has heard what is open.
    expect(await before.client.project.state()).toMatchObject({ readOnly });
    const told = nextMessage(before.verbs);
    fake.processes[0]?.end(1);
    await told;
    const after = await loadPage(fake);
    expect(await after.client.project.state()).toMatchObject({ title: 'Köln', readOnly });
    expect(await after.client.codes.list()).toMatchObject([{ name: 'Trust' }]);
  });

  test('what was under way is answered with a sentence', async () => {
    const fake = fakeElectron((parent, exit) => serveEngine(deafTo('grant', parent), exit));
    await startDesktop(fake);
    const { verbs } = await loadPage(fake);
    fake.picks = ['/plans/a.md'];
    const answers: unknown[] = [];
    verbs.on('message', (message) => answers.push(message));
    verbs.postMessage({ id: 1, verb: 'pickOpen', purpose: 'plans' });
    await eventually(() => expect(fake.calls.some(([name]) => name === 'openDialog')).toBe(true));
    fake.processes[0]?.end(1);
    const error = 'The engine stopped before this was done.';
    await eventually(() =>
      expect(answers).toEqual(expect.arrayContaining([{ lost: true }, { id: 1, error }])),
    );
  });

  test('a page that connects while nobody is there waits for the next one', async () => {
    let starts = 0;
    const fake = fakeElectron((parent, exit) => {
      starts++;
      if (starts === 1) serveEngine(parent, exit);
      else if (starts === 2) exit(1);
      else serveEngine(parent, exit);
    });
    await startDesktop(fake);
    fake.processes[0]?.end(1);
    const { client } = await loadPage(fake);
    expect(await client.coders.me()).toBeNull();
    expect(starts).toBe(3);
  });

  test('again and again, it is given up in a sentence', async () => {
    const fake = fakeElectron(serveEngine);
    await startDesktop(fake);
    for (let stop = 1; stop <= 3; stop++) {
      fake.processes.at(-1)?.end(1);
      await eventually(() => expect(fake.processes).toHaveLength(Math.min(stop + 1, 3)));
    }
    await eventually(() => expect(fake.calls).toContainEqual(['exit', 1]));
    expect(fake.calls.find(([name]) => name === 'error')?.[2]).toContain('on disk');
    expect(fake.processes).toHaveLength(3);
    fake.quitting = true;
  });
});
