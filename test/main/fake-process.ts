import { EventEmitter } from 'node:events';
import type { FromEngine, ParentPort, ToEngine } from '../../src/engine/process/protocol.ts';
import type { FakePort } from './fake-ports.ts';

/** What runs in a utility process: the engine's own entry. */
export type Entry = (parent: ParentPort, exit: (code: number) => void) => unknown;

/**
 * Electron's UtilityProcess, with the process left out: the real entry runs here, behind the same messages. What is
 * sent before `spawn` is lost, as in Electron.
 */
export class FakeProcess extends EventEmitter {
  readonly #inside = new EventEmitter();
  #runs = false;
  #ended = false;
  readonly #ports: FakePort[] = [];
  /** Lets go of files and locks, as the system does for a process that has died. */
  readonly #letGo: (() => void) | undefined;
  #gone = () => {};

  constructor(entry: Entry) {
    super();
    const parent: ParentPort = {
      on: (event, listener) => this.#inside.on(event, listener),
      postMessage: (message: FromEngine) => {
        setImmediate(() => this.#ended || this.emit('message', message));
      },
    };
    const close = entry(parent, (code) => {
      if (this.#ended) this.#gone();
      else this.end(code);
    });
    this.#letGo = typeof close === 'function' ? () => close() : undefined;
    setImmediate(() => {
      this.#runs = true;
      this.emit('spawn');
    });
  }

  postMessage(data: ToEngine, ports: readonly FakePort[] = []): void {
    if (!this.#runs) return;
    this.#ports.push(...ports);
    setImmediate(() => this.#ended || this.#inside.emit('message', { data: structuredClone(data), ports }));
  }

  kill(): boolean {
    this.end(143);
    return true;
  }

  /** Ends as by a crash: nothing more is heard or said. */
  end(code: number): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const port of this.#ports) port.mute();
    this.#gone = () => void setImmediate(() => this.emit('exit', code));
    if (this.#letGo) this.#letGo();
    else this.#gone();
  }
}
