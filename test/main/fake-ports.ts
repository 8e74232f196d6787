import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { EnginePort } from '../../src/engine/process/protocol.ts';

/**
 * A port as Electron's main and utility processes see it: messages come as `{ data }`, they wait until `start()`, and
 * only ports may be handed over.
 */
export class FakePort extends EventEmitter implements EnginePort {
  /** The end itself, to be handed to a page. */
  readonly raw: MessagePort;
  #muted = false;

  constructor(raw: MessagePort) {
    super();
    this.raw = raw;
    raw.on('close', () => this.emit('close'));
    raw.unref();
  }

  /** Says nothing more: the process that had it is dead. */
  mute(): void {
    this.#muted = true;
  }

  postMessage(message: unknown): void {
    if (!this.#muted) this.raw.postMessage(message);
  }

  start(): void {
    this.raw.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
    this.raw.unref();
  }

  close(): void {
    this.raw.close();
  }
}

/** As Electron's MessageChannelMain. */
export class FakeChannel {
  readonly port1: FakePort;
  readonly port2: FakePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakePort(port1);
    this.port2 = new FakePort(port2);
  }
}
