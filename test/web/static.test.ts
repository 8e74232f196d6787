import { describe, expect, test } from 'vitest';
import { parseRange } from '../../src/web/range.ts';
import { running } from './running.ts';

describe('the files of the page', () => {
  test('come without a token, shut in by headers', async () => {
    const { send, host } = await running();
    const page = await send('/');
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ws://${host}`);
    // WebAssembly may be compiled, strings may not.
    expect(policy?.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
    expect(policy).not.toContain('*');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..\\secret.txt',
    '/%00',
    '/index.html%00.js',
    '/%ff',
    '/.hidden',
    '/assets',
    '/C:/secret.txt',
    '/nothing.js',
    '//secret.txt',
  ])('nothing outside them: %s', async (path) => {
    const { send } = await running();
    const answer = await send(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('secret');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('are not for %s', async (method) => {
    const { send, origin } = await running();
    expect((await send('/', { method, headers: { origin } })).status).toBe(405);
  });

  test('can be asked for in part', async () => {
    const { send } = await running();
    const part = await send('/assets/a.js', { headers: { range: 'bytes=2-4' } });
    expect(part).toMatchObject({ status: 206, text: '234' });
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 2-4/10', 'content-length': '3' });
    expect(await send('/assets/a.js', { headers: { range: 'bytes=-3' } })).toMatchObject({ text: '789' });
    const past = await send('/assets/a.js', { headers: { range: 'bytes=10-' } });
    expect(past).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */10' } });
    const head = await send('/assets/a.js', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, text: '', headers: { 'content-length': '10' } });
  });
});

test.each([
  [null, null],
  ['bytes=0-', { start: 0, end: 9 }],
  ['bytes=0-99', { start: 0, end: 9 }],
  ['bytes=9-9', { start: 9, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=5-2', null],
  ['bytes=-', null],
  ['bytes=0-1,3-4', null],
  ['chapters=1-2', null],
])('of ten bytes, %s means %j', (header, range) => {
  expect(parseRange(header, 10)).toEqual(range);
});
