import { EventEmitter } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Contract } from '../../../src/contract/index.ts';
import { type FromChild, parentOver, type ToChild } from '../../../src/engine/process/channels.ts';
import type { EnginePort } from '../../../src/engine/process/protocol.ts';
import { serveEngine } from '../../../src/engine/process/serve.ts';
import { eventually } from '../../eventually.ts';
import { tempFolder } from '../kit/project.ts';

/** The process that is forked, and the one that forks it, without the processes. */
class Channel extends EventEmitter {
  connected = true;
  readonly sent: FromChild[] = [];

  send(message: FromChild): boolean {
    this.sent.push(message);
    this.emit('sent', message);
    return true;
  }

  tell(message: ToChild): void {
    this.emit('message', message);
  }
}

test('each page hears what is meant for it, in order, and nothing after it has gone', () => {
  const page = fc.integer({ min: 1, max: 4 });
  const act = fc.oneof(
    fc.record({ kind: fc.constant('page' as const), channel: page }),
    fc.record({ kind: fc.constant('frame' as const), channel: page, data: fc.string() }),
    fc.record({ kind: fc.constant('gone' as const), channel: page }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const channel = new Channel();
      const heard: [EnginePort, unknown][] = [];
      const ports: EnginePort[] = [];
      parentOver(channel).on('message', ({ ports: [port] }) => {
        if (!port) return;
        ports.push(port);
        port.on('message', (event) => heard.push([port, event?.data]));
      });
      const there = new Map<number, EnginePort | undefined>();
      const expected: [EnginePort | undefined, string][] = [];
      for (const each of acts) {
        channel.tell(each);
        if (each.kind === 'page') there.set(each.channel, ports.at(-1));
        else if (each.kind === 'gone') there.delete(each.channel);
        else if (there.has(each.channel)) expected.push([there.get(each.channel), each.data]);
      }
      expect(heard).toEqual(expected);
    }),
  );
});

test('pages speak the contract over one channel, and a shell that has gone is not spoken to', async () => {
  const channel = new Channel();
  const close = serveEngine(parentOver(channel), vi.fn());
  onTestFinished(() => close());
  const begin = { home: tempFolder(), program: 'a test', chooser: false };
  channel.tell({ kind: 'start', begin, resume: null });
  await eventually(() => expect(channel.sent).toContainEqual({ kind: 'ready' }));
  const clientOf = (id: number): ContractRouterClient<Contract> => {
    channel.tell({ kind: 'page', channel: id });
    const port = new EventEmitter();
    channel.on('sent', (message: FromChild) => {
      if (message.kind === 'frame' && message.channel === id) port.emit('message', { data: message.data });
    });
    return createORPCClient(
      new RPCLink({
        port: Object.assign(port, {
          postMessage: (data: string | Uint8Array) => channel.tell({ kind: 'frame', channel: id, data }),
        }),
      }),
    );
  };
  const [first, second] = [clientOf(1), clientOf(2)];
  const changed = (await second.history.changes()).next();
  await first.coders.introduce({ name: 'Ada' });
  expect(await second.coders.me()).toMatchObject({ name: 'Ada' });
  expect(await changed).toMatchObject({ value: { nouns: expect.arrayContaining(['coders']) } });
  channel.connected = false;
  const before = channel.sent.length;
  channel.tell({ kind: 'grant', id: 1, path: '/plans/a.md', use: 'import' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(channel.sent).toHaveLength(before);
});

test('a project that cannot be opened again leaves nothing open, and the engine is there all the same', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => said.mockRestore());
  const channel = new Channel();
  const close = serveEngine(parentOver(channel), vi.fn());
  onTestFinished(() => close());
  const begin = { home: tempFolder(), program: 'a test', chooser: false };
  channel.tell({ kind: 'start', begin, resume: { path: '/gone/Köln.colligo', mode: 'write' } });
  await eventually(() => expect(channel.sent).toContainEqual({ kind: 'ready' }));
  expect(said).toHaveBeenCalledWith(expect.stringContaining('Köln.colligo'));
});
