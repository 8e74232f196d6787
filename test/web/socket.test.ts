import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { Contract } from '../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { ending, enter, type Running, running } from './running.ts';

const NOT_ADMITTED = { code: 4401 };

async function clientOf({ socket, token }: Running): Promise<[ContractRouterClient<Contract>, WebSocket]> {
  const ws = socket();
  await enter(ws, token);
  return [createORPCClient(new RPCLink({ websocket: ws as unknown as globalThis.WebSocket })), ws];
}

describe('a socket', () => {
  test('speaks the contract once its first message has carried the token', async () => {
    const [client] = await clientOf(await running());
    expect(await client.coders.me()).toMatchObject({ name: 'Ada' });
    await expect(client.coders.introduce({ name: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('is welcomed with the token when it comes with a code, which is worth nothing then', async () => {
    const { shell, socket, token } = await running();
    const code = new URL(shell.handover()).hash.slice('#t='.length);
    expect(JSON.parse(await enter(socket(), code))).toEqual({ token, engine: 1 });
    const second = socket();
    second.on('open', () => second.send(JSON.stringify({ token: code })));
    expect(await ending(second)).toEqual(NOT_ADMITTED);
  });

  test.each<[string, (token: string) => string | Buffer]>([
    ['a wrong token', () => JSON.stringify({ token: 'x'.repeat(32) })],
    ['an empty token', () => JSON.stringify({ token: '' })],
    ['no token', () => JSON.stringify({})],
    ['the token and more', (token) => JSON.stringify({ token, and: 'more' })],
    ['no JSON', (token) => token],
    ['bytes', (token) => Buffer.from(JSON.stringify({ token }))],
    ['a call of the contract', () => JSON.stringify({ i: '1', p: { u: '/coders/me' } })],
    ['a very long message', (token) => `${JSON.stringify({ token })}${' '.repeat(5_000)}`],
  ])('is closed when it begins with %s', async (_name, first) => {
    const { socket, token } = await running();
    const ws = socket();
    ws.on('open', () => ws.send(first(token)));
    expect(await ending(ws)).toEqual(NOT_ADMITTED);
  });

  test('is closed when it says nothing for too long', async () => {
    const { socket } = await running({ patience: 50 });
    expect(await ending(socket())).toEqual(NOT_ADMITTED);
  });

  test('stays open however long it is silent afterwards', async () => {
    const here = await running({ patience: 50 });
    const [client] = await clientOf(here);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await client.coders.me()).toMatchObject({ name: 'Ada' });
  });

  test('is refused to other pages, and to whoever does not say where they come from', async () => {
    const { socket, origin, host } = await running();
    expect(await ending(socket({ origin: 'http://evil.example' }))).toEqual({ status: 403 });
    expect(await ending(socket({}))).toEqual({ status: 403 });
    expect(await ending(socket({ origin: 'null' }))).toEqual({ status: 403 });
    expect(await ending(socket({ origin: `https://${host}` }))).toEqual({ status: 403 });
    expect(await ending(socket({ origin, host: 'evil.example' }))).toEqual({ status: 403 });
  });

  test('is refused anywhere but at its own address', async () => {
    const { socket } = await running();
    expect(await ending(socket(undefined, '/'))).toEqual({ status: 403 });
    expect(await ending(socket(undefined, '/rpc/'))).toEqual({ status: 403 });
  });

  test('may not send more than a message can need', async () => {
    const here = await running();
    const [, ws] = await clientOf(here);
    const ended = ending(ws);
    ws.send('x'.repeat(17 * 1024 * 1024));
    expect(await ended).toEqual({ code: 1009 });
  });
});

test('every tab hears of changes, and one that goes away is no longer told', async () => {
  const here = await running();
  const [first, firstSocket] = await clientOf(here);
  const [second] = await clientOf(here);
  const streams = [await first.history.changes(), await second.history.changes()] as const;
  const next = [streams[0].next(), streams[1].next()];
  await eventually(() => expect(here.engine.listeners()).toBe(2));
  here.engine.change();
  expect((await Promise.all(next)).map(({ value }) => value)).toEqual([
    { nouns: ['codes'] },
    { nouns: ['codes'] },
  ]);
  await eventually(() => expect(here.engine.listeners()).toBe(2));
  firstSocket.close();
  await eventually(() => expect(here.engine.listeners()).toBe(1));
});

test('closing the shell ends the sockets', async () => {
  const here = await running();
  const [, ws] = await clientOf(here);
  const ended = ending(ws);
  await here.shell.close();
  expect(await ended).toEqual({ code: 1006 });
  await expect(fetch(here.origin)).rejects.toThrow();
});
