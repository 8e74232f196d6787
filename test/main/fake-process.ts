import { EventEmitter } from 'node:events';
import type { FromEngine, ParentPort, ToEngine } from '../../src/engine/entry-utility.ts';
import type { FakePort } from './fake-ports.ts';

/** What runs in a utility process: the engine's own entry. */
export type Entry = (parent: ParentPort, exit: (code: number) => void) => void;

/**
 * Electron's UtilityProcess, with the process left out: the real entry runs here, behind the same messages. What is
 * sent before `spawn` is lost, as in Electron.
 */
export class FakeProcess extends EventEmitter {
  readonly #inside = new EventEmitter();
  #runs = false;
  #ended = false;

  constructor(entry: Entry) {
    super();
    const parent: ParentPort = {
      on: (event, listener) => this.#inside.on(event, listener),
      postMessage: (message: FromEngine) => {
        setImmediate(() => this.#ended || this.emit('message', message));
      },
    };
    entry(parent, (code) => this.end(code));
    setImmediate(() => {
      this.#runs = true;
      this.emit('spawn');
    });
  }

  postMessage(data: ToEngine, ports: readonly FakePort[] = []): void {
    if (!this.#runs) return;
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
    setImmediate(() => this.emit('exit', code));
  }
}
