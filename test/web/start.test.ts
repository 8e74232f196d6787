import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { call, ORPCError } from '@orpc/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { createEngine } from '../../src/engine/create.ts';
import { ColligoError } from '../../src/engine/errors.ts';
import { sentence } from '../../src/web/complaint.ts';
import { opener } from '../../src/web/open-browser.ts';
import { eventually } from '../eventually.ts';
import { ending, enter, scratch } from './running.ts';

const program = join(import.meta.dirname, '../../out/main/web.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the built browser shell. */
function start(args: string[], home = scratch()) {
  const env = { ...process.env, COLLIGO_HOME: home, DISPLAY: '', WAYLAND_DISPLAY: '' };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  const address = new Promise<URL>((resolve) =>
    child.stdout.on('data', () => {
      const [, url] = /^Colligo is open at (\S+)\nPress Ctrl\+C to stop\.\n/.exec(out) ?? [];
      if (url) resolve(new URL(url));
    }),
  );
  return { child, ended, address };
}

describe('the built browser shell', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('says where it is, and stops at %s', async (signal) => {
    const { child, ended, address } = start([]);
    const { host, origin, hash } = await address;
    expect(host).toMatch(/^127\.0\.0\.1:\d+$/);
    const socket = new WebSocket(`ws://${host}/rpc`, { origin });
    await enter(socket, hash.slice('#t='.length));
    const gone = ending(socket);
    child.kill(signal);
    expect(await gone).toEqual({ code: 1006 });
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  test('opens the project it is given before anybody asks', async () => {
    const [home, folder] = [scratch(), scratch()];
    const file = join(folder, 'Köln.colligo');
    const engine = createEngine({ home, program: 'a test', chooser: false });
    const grant = engine.grants.issue(file, 'save');
    await call(engine.router.project.create, { grant, title: 'Köln', coder: 'Ada' });
    await engine.close();
    const { address, child, ended } = start([file], home);
    await address;
    expect(existsSync(`${file}-wal`)).toBe(true);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('takes the port it had again, and another where a second Colligo runs', async () => {
    const home = scratch();
    const first = start([], home);
    const { port } = await first.address;
    const second = start([], home);
    expect((await second.address).port).not.toBe(port);
    for (const { child, ended } of [first, second]) {
      child.kill('SIGTERM');
      await ended;
    }
    expect((await start([], home).address).port).toBe(port);
  });

  test('closes the project even where it is killed itself', async () => {
    const [home, folder] = [scratch(), scratch()];
    const file = join(folder, 'Köln.colligo');
    const engine = createEngine({ home, program: 'a test', chooser: false });
    const grant = engine.grants.issue(file, 'save');
    await call(engine.router.project.create, { grant, title: 'Köln', coder: 'Ada' });
    await engine.close();
    const { address, child } = start([file], home);
    await address;
    child.kill('SIGKILL');
    await eventually(() => expect(readdirSync(folder)).toEqual(['Köln.colligo']));
  });

  test('does not start with a project that cannot be opened, and says so in a sentence', async () => {
    const folder = scratch();
    mkdirSync(join(folder, 'folder.colligo'));
    for (const name of ['gone.colligo', 'folder.colligo']) {
      const { code, out, err } = await start([join(folder, name)]).ended;
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/^\S.+\.\n$/);
    }
  });

  test.each([
    [['--port', 'x'], 'A port is a number'],
    [['--port', '70000'], 'A port is a number'],
    [['--what'], "Unknown option '--what'"],
    [['a.colligo', 'b.colligo'], 'One project at a time.'],
  ])('does not start with %j', async (args, message) => {
    const { code, err } = await start(args).ended;
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('does not start on a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { code, err } = await start(['--port', String(port)]).ended;
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^Another program uses this port.+\n$/),
    });
  });
});

test('a browser is opened where there is a display', () => {
  const url = 'http://127.0.0.1:1/#t=a';
  expect(opener(url, 'linux', {})).toEqual([null, []]);
  expect(opener(url, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', [url]]);
  expect(opener(url, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open', [url]]);
  expect(opener(url, 'darwin', {})).toEqual(['open', [url]]);
  expect(opener(url, 'win32', {})).toEqual(['cmd', ['/c', 'start', '""', `"${url}"`]]);
});

test('a failure to start is a sentence; a fault of ours keeps its trace', () => {
  const remedy = 'Pick it again.';
  expect(sentence(new ColligoError('NO_GRANT', 'It is gone.', { remedy }))).toBe(
    'It is gone. Pick it again.',
  );
  expect(sentence(new ORPCError('NOT_FOUND', { message: 'It is gone.', data: { remedy } }))).toBe(
    'It is gone. Pick it again.',
  );
  expect(sentence(new Error('a fault'))).toContain('start.test.ts');
});
