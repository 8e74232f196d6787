import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { serveEngine } from '../../src/engine/process/serve.ts';
import { CHANNELS } from '../../src/main/electron-api.ts';
import { eventually } from '../eventually.ts';
import { loadPage, scratch, startDesktop } from './desktop.ts';
import { fakeElectron } from './fake-electron.ts';
import { FakeWindow } from './fake-window.ts';
import { quitAndWait } from './quit.ts';

const nextMessage = (port: { once(event: 'message', listener: (data: unknown) => void): unknown }) =>
  new Promise<unknown>((resolve) => port.once('message', resolve));

/** Makes a project in the desktop shell, as a person does. */
async function makeProject(file: string): Promise<void> {
  const fake = await startDesktop();
  const { client, ask } = await loadPage(fake);
  fake.picks = [file];
  const { picked } = await ask({ id: 1, verb: 'pickSave', name: 'Köln.colligo' });
  const [{ grant }] = picked as [{ grant: string }];
  await client.project.create({ grant, title: 'Köln', coder: 'Ada' });
  await quitAndWait(fake);
}

describe('the desktop shell', () => {
  test('wires a page to the real engine, which is closed before the program ends', async () => {
    const file = join(scratch(), 'Köln.colligo');
    const fake = await startDesktop();
    const { client, ask } = await loadPage(fake);
    expect(await client.project.state()).toBeNull();
    fake.picks = [file];
    const saved = await ask({ id: 1, verb: 'pickSave', name: '../../Köln.colligo' });
    expect(fake.calls.find(([name]) => name === 'saveDialog')?.[1]).toMatchObject({
      defaultPath: 'Köln.colligo',
    });
    expect(saved).toEqual({ id: 1, picked: [{ grant: expect.any(String), name: 'Köln.colligo' }] });
    const [{ grant }] = saved['picked'] as [{ grant: string }];
    expect(await client.project.create({ grant, title: 'Köln', coder: 'Ada' })).toMatchObject({
      title: 'Köln',
    });
    await expect(client.project.saveCopy({ grant })).rejects.toMatchObject({ code: 'NO_GRANT' });
    await quitAndWait(fake);
    expect(existsSync(file)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('every load gets ports of its own, over the same engine', async () => {
    const fake = await startDesktop();
    const [first, second] = [await loadPage(fake), await loadPage(fake)];
    await second.client.coders.introduce({ name: 'Ada' });
    expect(await first.client.coders.me()).toMatchObject({ name: 'Ada' });
    expect(fake.processes).toHaveLength(1);
  });

  test('nobody but its own page gets ports', async () => {
    const fake = await startDesktop();
    fake.ipc.emit(CHANNELS.connect, { senderFrame: {} });
    fake.ipc.emit(CHANNELS.connect, { senderFrame: null });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(fake.window().webContents.sent).toEqual([]);
  });

  test('a page cannot walk folders here', async () => {
    const { client } = await loadPage(await startDesktop());
    await expect(client.files.list({ purpose: 'plans' })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  test('serves the page from a scheme of its own, and nothing beside it', async () => {
    const fake = await startDesktop();
    const serve = fake.schemes.get('app');
    expect(fake.window().webContents.url).toBe('app://local/index.html');
    const page = await serve?.(new Request('app://local/index.html'));
    expect(page?.status).toBe(200);
    expect(page?.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await serve?.(new Request('app://local/../main/index.js')))?.status).toBe(404);
    expect((await serve?.(new Request('app://local/..%2fmain%2findex.js')))?.status).toBe(404);
  });
});

describe('opening a project', () => {
  test('that the command line names happens before the page asks', async () => {
    const file = join(scratch(), 'Köln.colligo');
    await makeProject(file);
    const { client } = await loadPage(await startDesktop(undefined, ['colligo', '--some-switch', file]));
    expect(await client.project.state()).toMatchObject({ title: 'Köln' });
  });

  test('that is double-clicked while Colligo runs is handed to the page of the same window', async () => {
    const file = join(scratch(), 'Köln.colligo');
    await makeProject(file);
    const fake = await startDesktop();
    const { client, verbs } = await loadPage(fake);
    const heard = nextMessage(verbs);
    fake.app.emit('second-instance', {}, ['colligo', 'Köln.colligo'], join(file, '..'));
    const { open } = (await heard) as { open: string };
    expect(fake.window().focused).toBe(1);
    // A permission and no path; the page opens with it when it has saved what was being typed.
    expect(JSON.stringify(open)).not.toContain('Köln');
    expect(await client.project.state()).toBeNull();
    expect(await client.project.open({ from: { grant: open } })).toMatchObject({ title: 'Köln' });
    const event = { preventDefault: vi.fn() };
    const again = nextMessage(verbs);
    fake.app.emit('open-file', event, file);
    expect(event.preventDefault).toHaveBeenCalled();
    expect(await again).toEqual({ open: expect.any(String) });
  });

  test('that is double-clicked before any page listens is open when one does', async () => {
    const file = join(scratch(), 'Köln.colligo');
    await makeProject(file);
    const fake = await startDesktop();
    fake.app.emit('second-instance', {}, ['colligo', file], '/');
    const { client } = await loadPage(fake);
    await eventually(async () => expect(await client.project.state()).toMatchObject({ title: 'Köln' }));
  });

  test('that macOS names before anything is ready comes before what the command line names', async () => {
    const file = join(scratch(), 'Köln.colligo');
    await makeProject(file);
    const fake = fakeElectron(serveEngine);
    const { promise, resolve } = Promise.withResolvers<void>();
    fake.ready = promise;
    const started = startDesktop(fake, ['colligo', join(scratch(), 'other.colligo')]);
    const event = { preventDefault: vi.fn() };
    fake.app.emit('open-file', event, file);
    expect(event.preventDefault).toHaveBeenCalled();
    resolve();
    const { client } = await loadPage(await started);
    expect(await client.project.state()).toMatchObject({ title: 'Köln' });
    expect(fake.calls.filter(([name]) => name === 'error')).toEqual([]);
  });

  test('a second program without a file brings the window forward', async () => {
    const fake = await startDesktop();
    fake.app.emit('second-instance', {}, ['colligo', '--some-switch'], '/');
    expect(fake.window().focused).toBe(1);
  });

  test('a file that is no project is refused in a sentence, whoever names it', async () => {
    const fake = await startDesktop(undefined, ['colligo', '/plans/uk.pdf']);
    const { client } = await loadPage(fake);
    fake.app.emit('second-instance', {}, ['colligo', 'us.md'], '/plans');
    fake.app.emit('open-file', { preventDefault: vi.fn() }, '/plans/eu.docx');
    const errors = fake.calls.filter(([name]) => name === 'error');
    expect(errors.map(([, title]) => title)).toEqual(Array(3).fill('The file was not opened'));
    expect(errors.map(([, , text]) => /“(.+)”/.exec(String(text))?.[1])).toEqual([
      'uk.pdf',
      'us.md',
      'eu.docx',
    ]);
    expect(await client.project.state()).toBeNull();
  });

  test('that is not there is told in a sentence', async () => {
    const file = join(scratch(), 'gone.colligo');
    const fake = await startDesktop(undefined, ['colligo', file]);
    expect(fake.calls.find(([name]) => name === 'error')).toEqual([
      'error',
      'The project was not opened',
      expect.stringMatching(/^[A-Z“].+\.$/),
    ]);
  });

  test('a second program hands over and goes', async () => {
    const fake = fakeElectron(serveEngine);
    fake.first = false;
    const before = FakeWindow.all.length;
    await startDesktop(fake);
    expect(FakeWindow.all).toHaveLength(before);
    expect(fake.calls).toContainEqual(['quit']);
  });
});

test('what is built for the sandbox is one CommonJS file that asks for electron only', () => {
  const built = join(import.meta.dirname, '../../out/preload/index.cjs');
  const text = readFileSync(built, 'utf8');
  const required = [...text.matchAll(/\b(?:require|import)\s*\(\s*["'`]([^"'`]+)/g)].map(([, name]) => name);
  expect(required).toEqual(['electron']);
  expect(text).not.toMatch(/^\s*(?:import|export)\s/m);
  expect(text).not.toContain('contextBridge');
});
