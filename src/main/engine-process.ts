import type { MessagePortMain, UtilityProcess } from 'electron';
import type { FromEngine, ToEngine } from '../engine/entry-utility.ts';
import type { GrantUse } from '../engine/files/grants.ts';
import type { ElectronApi } from './electron-api.ts';

/** So often within this time the engine may stop before it is given up. */
const STOPS = 5;
const WITHIN = 60_000;
/** How long closing may take before the process is ended; everything done is on disk long before. */
const PATIENCE = 10_000;

type Answer = Extract<FromEngine, { id: number }>;

/** What the shell does when the engine's process ends by itself. */
export interface EngineEvents {
  /** It is being started again; pages must connect anew. */
  readonly onLost: () => void;
  /** It stops again and again, and is not started any more. */
  readonly onGivenUp: () => void;
}

/**
 * The engine's process. It is one of its own because SQLite works synchronously, which must not hold up the windows,
 * and so that running out of memory ends the engine alone: then it is started again.
 */
export class EngineProcess {
  readonly #electron: Pick<ElectronApi, 'utilityProcess'>;
  readonly #entry: string;
  readonly #home: string;
  readonly #events: EngineEvents;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #process: UtilityProcess;
  #ready = Promise.withResolvers<void>();
  #isReady = false;
  #stops: number[] = [];
  #count = 0;
  #closing = false;

  /**
   * Starts the process.
   * @param electron to fork with
   * @param entry the built `engine-utility.js`
   * @param home the user's data folder
   * @param events what to do when it stops
   */
  constructor(
    electron: Pick<ElectronApi, 'utilityProcess'>,
    entry: string,
    home: string,
    events: EngineEvents,
  ) {
    this.#electron = electron;
    this.#entry = entry;
    this.#home = home;
    this.#events = events;
    this.#process = this.#start();
  }

  /** Gives a page's port to the engine, once there is one. */
  async connect(port: MessagePortMain): Promise<void> {
    await this.#ready.promise;
    this.#send({ kind: 'page' }, [port]);
  }

  /**
   * Permits one use of a path that the person picked.
   * @returns the grant
   * @throws Error with a sentence for people
   */
  grant(path: string, use: GrantUse): Promise<string> {
    return this.#ask((id) => ({ kind: 'grant', id, path, use }));
  }

  /**
   * Opens a project that the system named: a file that was double-clicked, or an argument.
   * @returns its title
   * @throws Error with a sentence for people
   */
  open(path: string): Promise<string> {
    return this.#ask((id) => ({ kind: 'open', id, path }));
  }

  /** Closes the project and ends the process. */
  async close(): Promise<void> {
    this.#closing = true;
    const process = this.#process;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => process.kill(), PATIENCE);
      process.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      process.postMessage({ kind: 'close' } satisfies ToEngine);
    });
  }

  #start(): UtilityProcess {
    const process = this.#electron.utilityProcess.fork(this.#entry, [], { serviceName: 'Colligo engine' });
    process.on('message', (message: FromEngine) => {
      if (message.kind !== 'ready') {
        this.#answered(message);
        return;
      }
      this.#isReady = true;
      this.#ready.resolve();
    });
    // What is sent before the process runs is lost.
    process.once('spawn', () => process.postMessage({ kind: 'start', home: this.#home } satisfies ToEngine));
    process.once('exit', () => this.#stopped());
    return process;
  }

  #stopped(): void {
    for (const [id, settle] of this.#waiting)
      settle({ kind: 'failed', id, message: 'The engine stopped before this was done.' });
    this.#waiting.clear();
    if (this.#closing) return;
    const now = Date.now();
    this.#stops = [...this.#stops.filter((at) => at > now - WITHIN), now];
    if (this.#stops.length >= STOPS) {
      this.#events.onGivenUp();
      return;
    }
    // Whoever waits for a process that never became ready waits for the next one instead.
    if (this.#isReady) this.#ready = Promise.withResolvers<void>();
    this.#isReady = false;
    this.#process = this.#start();
    this.#events.onLost();
  }

  async #ask(request: (id: number) => ToEngine): Promise<string> {
    await this.#ready.promise;
    const id = ++this.#count;
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send(request(id));
    });
    if (answer.kind === 'failed') throw new Error(answer.message);
    return answer.value;
  }

  #answered(answer: Answer): void {
    this.#waiting.get(answer.id)?.(answer);
    this.#waiting.delete(answer.id);
  }

  #send(message: ToEngine, ports: MessagePortMain[] = []): void {
    this.#process.postMessage(message, ports);
  }
}
