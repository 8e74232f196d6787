import { EventEmitter } from 'node:events';
import type { EnginePort, FromEngine, ParentPort, ToEngine } from './protocol.ts';

/** One message of a page or to it, as it went over the socket. */
export interface Frame {
  readonly kind: 'frame';
  readonly channel: number;
  readonly data: string | Uint8Array;
}

/** What goes to a child process: ports cannot be handed over there, so pages are told apart by numbers. */
export type ToChild =
  | Exclude<ToEngine, { kind: 'page' }>
  | { readonly kind: 'page'; readonly channel: number }
  | Frame
  /** The page has closed its end. */
  | { readonly kind: 'gone'; readonly channel: number };

/** What comes from it. */
export type FromChild = FromEngine | Frame;

/** The channel of a child process to the one that forked it: the part of `process` that is used here. */
export interface ChildChannel {
  on(event: 'message', listener: (message: ToChild) => void): unknown;
  readonly connected: boolean;
  send?(message: FromChild): boolean;
}

/** A page's port over a channel that many pages share. */
class ChannelPort extends EventEmitter implements EnginePort {
  readonly #send: (data: string | Uint8Array) => void;

  constructor(send: (data: string | Uint8Array) => void) {
    super();
    this.#send = send;
  }

  postMessage(message: unknown): void {
    this.#send(message as string | Uint8Array);
  }

  /** What comes is passed on at once: the shell sends nothing before the page is there. */
  start(): void {}
}

/**
 * Makes of the one channel that a forked process has what Electron gives to a utility process: messages from the shell,
 * and a port for each page.
 * @param channel of this process
 * @returns the parent as `serveEngine` wants it
 */
export function parentOver(channel: ChildChannel): ParentPort {
  const ports = new Map<number, ChannelPort>();
  // The shell may have gone already; then this process ends, too.
  const send = (message: FromChild) => {
    if (channel.connected) channel.send?.(message);
  };
  const portOf = (id: number) => {
    const port = new ChannelPort((data) => send({ kind: 'frame', channel: id, data }));
    ports.set(id, port);
    return port;
  };
  return {
    on: (_event, listener) =>
      channel.on('message', (message) => {
        switch (message.kind) {
          case 'page':
            listener({ data: { kind: 'page' }, ports: [portOf(message.channel)] });
            return;
          case 'frame':
            ports.get(message.channel)?.emit('message', { data: message.data });
            return;
          case 'gone':
            ports.get(message.channel)?.emit('close');
            ports.delete(message.channel);
            return;
          default:
            listener({ data: message, ports: [] });
        }
      }),
    postMessage: send,
  };
}
