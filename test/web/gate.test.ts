import { describe, expect, test } from 'vitest';
import { Gate } from '../../src/web/gate.ts';
import { ending, running } from './running.ts';

describe('who may ask the browser shell', () => {
  test.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'not somebody who calls it %s',
    async (host) => {
      const { send, shell } = await running();
      expect((await send('/', { headers: { host } })).status).toBe(403);
      expect((await send('/', { headers: { host: `${host}:${shell.port}x` } })).status).toBe(403);
    },
  );

  test('not another page, even for a file', async () => {
    const { send, origin } = await running();
    expect((await send('/', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await send('/', { headers: { origin: 'null' } })).status).toBe(403);
    expect((await send('/', { headers: { origin } })).status).toBe(200);
  });

  test('not with a token where it would be written into histories', async () => {
    const { send, token, socket } = await running();
    expect((await send(`/?t=${token}`)).status).toBe(400);
    expect((await send(`/index.html?token=${token}`)).status).toBe(400);
    expect(await ending(socket(undefined, `/rpc?t=${token}`))).toEqual({ status: 403 });
  });

  test('not by an absolute address of another host', async () => {
    const { send } = await running();
    expect((await send('http://evil.example/')).status).toBe(400);
    expect((await send('//evil.example/')).status).toBe(400);
  });

  test('it listens on the loopback address only', async () => {
    const { shell } = await running();
    await expect(fetch(`http://[::1]:${shell.port}/`)).rejects.toThrow();
  });
});

test('a code opens the gate once, the token always, anything else never', () => {
  const gate = new Gate(1);
  const code = gate.handover();
  expect(code).not.toBe(gate.token);
  expect([gate.admits(code), gate.admits(code)]).toEqual([true, false]);
  expect([gate.admits(gate.token), gate.admits(gate.token)]).toEqual([true, true]);
  expect(gate.admits('')).toBe(false);
  expect(gate.admits(gate.token.slice(0, -1))).toBe(false);
  expect(gate.isToken(gate.handover())).toBe(false);
});

test('every run has its own token of 192 bits', () => {
  const tokens = [new Gate(1).token, new Gate(1).token];
  expect(new Set(tokens).size).toBe(2);
  expect(Buffer.from(tokens[0] ?? '', 'base64url')).toHaveLength(24);
});
