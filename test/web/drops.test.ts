import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { basename, dirname } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { safeName } from '../../src/engine/files/names.ts';
import { eventually } from '../eventually.ts';
import { type Running, running, type Sent } from './running.ts';

/** As the page sends it. */
const upload = ({ origin, token }: Running, body: string | Buffer, headers: Sent['headers'] = {}): Sent => ({
  method: 'POST',
  headers: { origin, 'x-colligo-token': token, ...headers },
  body,
});

describe('a dropped file', () => {
  test('arrives where only this user can read it, and goes with the shell', async () => {
    const here = await running();
    const answer = await here.send('/drop?name=Plan%20f%C3%BCr%20K%C3%B6ln.md', upload(here, '# Köln'));
    expect(answer.status).toBe(200);
    const { grant, name } = JSON.parse(answer.text);
    expect(name).toBe('Plan für Köln.md');
    const path = here.engine.grants.take(grant, 'import');
    expect(basename(path)).toBe('Plan für Köln.md');
    expect(readFileSync(path, 'utf8')).toBe('# Köln');
    if (process.platform !== 'win32') {
      expect(statSync(path).mode & 0o077).toBe(0);
      expect(statSync(dirname(dirname(path))).mode & 0o077).toBe(0);
    }
    await here.shell.close();
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('keeps its name beside another of the same name', async () => {
    const here = await running();
    const paths = await Promise.all(
      ['one', 'two'].map(async (text) => {
        const { grant } = JSON.parse((await here.send('/drop?name=a.txt', upload(here, text))).text);
        return here.engine.grants.take(grant, 'import');
      }),
    );
    expect(paths.map((path) => readFileSync(path, 'utf8')).sort()).toEqual(['one', 'two']);
  });

  test('is refused without the token, with a wrong one, or with a code', async () => {
    const here = await running();
    const code = new URL(here.shell.handover()).hash.slice('#t='.length);
    const { origin } = here;
    expect((await here.send('/drop?name=a.md', { method: 'POST', headers: { origin } })).status).toBe(401);
    for (const wrong of ['x', here.token.slice(1), code]) {
      expect(
        (await here.send('/drop?name=a.md', upload(here, 'x', { 'x-colligo-token': wrong }))).status,
      ).toBe(401);
    }
  });

  test('is refused from another page, and from no page', async () => {
    const here = await running();
    const headers = { 'x-colligo-token': here.token };
    expect(
      (await here.send('/drop?name=a.md', upload(here, 'x', { origin: 'http://evil.example' }))).status,
    ).toBe(403);
    expect((await here.send('/drop?name=a.md', { method: 'POST', headers, body: 'x' })).status).toBe(403);
    expect((await here.send(`/drop?name=a.md&token=${here.token}`, { method: 'GET', headers })).status).toBe(
      405,
    );
  });

  test('too large is refused in a sentence, whether it says its size or not', async () => {
    const here = await running({ dropLimit: 100_000 });
    const body = Buffer.alloc(200_000);
    const honest = await here.send('/drop?name=a.md', upload(here, body));
    expect(honest).toMatchObject({ status: 413 });
    expect(honest.text).toMatch(/^The file is larger than .+\.\n$/);
    const chunked = await here.send(
      '/drop?name=a.md',
      upload(here, body, { 'transfer-encoding': 'chunked' }),
    );
    expect(chunked).toMatchObject({ status: 413, text: honest.text });
    expect((await here.send('/drop?name=a.md', upload(here, Buffer.alloc(100_000)))).status).toBe(200);
  });

  test('that stops coming leaves nothing behind, and is no fault', async () => {
    const here = await running();
    const first = JSON.parse((await here.send('/drop?name=a.md', upload(here, 'whole'))).text);
    const folder = dirname(dirname(here.engine.grants.take(first.grant, 'import')));
    const complained = vi.spyOn(console, 'error');
    const { headers } = upload(here, '', { 'content-length': '1000' });
    const request = httpRequest(`${here.origin}/drop?name=b.md`, { method: 'POST', headers: headers ?? {} });
    request.on('error', () => undefined);
    request.write('half');
    await eventually(() => expect(readdirSync(folder)).toHaveLength(2));
    request.destroy();
    await eventually(() => expect(readdirSync(folder)).toHaveLength(1));
    expect(complained).not.toHaveBeenCalled();
  });

  test('is no way to open a project', async () => {
    const here = await running();
    expect((await here.send('/drop?name=a.colligo', upload(here, 'x'))).status).toBe(415);
  });
});

test.each([
  ['plan.md', 'plan.md'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\plan.md', 'plan.md'],
  ['/absolute/plan.md', 'plan.md'],
  ['C:\\plans\\plan.md', 'plan.md'],
  ['..', 'file'],
  ['.', 'file'],
  ['', 'file'],
  ['.bashrc', 'bashrc'],
  ['a\u0000b\nc.md', 'abc.md'],
  ['what?.md', 'what.md'],
  ['plan.md. . ', 'plan.md'],
  [`${'ü'.repeat(400)}.md`, `${'ü'.repeat(130)}.md`],
  ['2030年計画.md', '2030年計画.md'],
])('%j is written as %j', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});
