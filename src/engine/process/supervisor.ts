import type { GrantUse } from '../files/grants.ts';
import type { Beginning, FromEngine, Opened, ToEngine } from './protocol.ts';

/** So often within this time the engine may stop before it is given up. */
const STOPS = 3;
const WITHIN = 60_000;
/** How long closing may take before the process is ended; everything done is on disk long before. */
const PATIENCE = 10_000;

type Answer = Extract<FromEngine, { id: number }>;

/** A process that runs the engine, whoever made it. */
export interface EngineChild<Port> {
  readonly send: (message: ToEngine, port?: Port) => void;
  readonly kill: () => void;
}

/** What such a process tells. */
export interface ChildEvents {
  /** It runs: what was sent before may be lost. */
  readonly onSpawn: () => void;
  readonly onMessage: (message: FromEngine) => void;
  /** It has ended, by itself or not, or could not be started at all. */
  readonly onExit: () => void;
}

/** Starts a process that runs the engine. `Port` is the end of a page's channel that can be handed to it. */
export type StartChild<Port> = (events: ChildEvents) => EngineChild<Port>;

/** What the shell does when the engine's process ends by itself. */
export interface EngineEvents {
  /** It is being started again; pages must connect anew. */
  readonly onLost: () => void;
  /** It stops again and again, and is not started any more. */
  readonly onGivenUp: () => void;
}

/** The engine said no, or is not there: a sentence for people. */
export class EngineRefusal extends Error {}

/**
 * Keeps the engine running in a process of its own: SQLite works synchronously, which must hold up neither windows nor
 * sockets, and what ends that process ends the engine alone. Then it is started again with the project that was open.
 * Nothing is lost with it but what was under way: a step that was answered is on disk, and the lock goes with the process.
 */
export class Supervisor<Port> {
  readonly #begin: Beginning;
  readonly #startChild: StartChild<Port>;
  readonly #events: EngineEvents;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #child: EngineChild<Port>;
  #ready = readiness();
  #isReady = false;
  #opened: Opened | null = null;
  #stops: number[] = [];
  #starts = 0;
  #asked = 0;
  #ended = Promise.withResolvers<void>();
  #isOver = false;
  #closing = false;

  /**
   * Starts the process.
   * @param start makes one
   * @param begin what the engine is started with, each time
   * @param events what to do when it stops
   */
  constructor(start: StartChild<Port>, begin: Beginning, events: EngineEvents) {
    this.#startChild = start;
    this.#begin = begin;
    this.#events = events;
    this.#child = this.#start();
  }

  /**
   * Waits until the engine can be spoken to.
   * @returns the number of the process it runs in; where that is another than before, it was started again
   * @throws EngineRefusal where it has been given up
   */
  async ready(): Promise<number> {
    await this.#ready.promise;
    return this.#starts;
  }

  /** Gives a page's port to the engine, once there is one. @throws EngineRefusal where it has been given up */
  async connect(port: Port): Promise<void> {
    await this.#ready.promise;
    this.#child.send({ kind: 'page' }, port);
  }

  /**
   * Permits one use of a path that the person picked.
   * @returns the grant
   * @throws EngineRefusal with a sentence for people
   */
  grant(path: string, use: GrantUse): Promise<string> {
    return this.#ask((id) => ({ kind: 'grant', id, path, use }));
  }

  /**
   * Opens a project that the system named: a file that was double-clicked, or an argument.
   * @returns its title
   * @throws EngineRefusal with a sentence for people
   */
  open(path: string): Promise<string> {
    return this.#ask((id) => ({ kind: 'open', id, path }));
  }

  /** Closes the project and ends the process. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#isOver) return;
    const timer = setTimeout(() => this.#child.kill(), PATIENCE);
    this.#child.send({ kind: 'close' });
    await this.#ended.promise;
    clearTimeout(timer);
  }

  #start(): EngineChild<Port> {
    this.#starts++;
    return this.#startChild({
      onSpawn: () => this.#child.send({ kind: 'start', begin: this.#begin, resume: this.#opened }),
      onMessage: (message) => this.#heard(message),
      onExit: () => this.#stopped(),
    });
  }

  #heard(message: FromEngine): void {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#ready.resolve();
        return;
      case 'opened':
        this.#opened = message.project;
        return;
      default:
        this.#waiting.get(message.id)?.(message);
        this.#waiting.delete(message.id);
    }
  }

  #stopped(): void {
    for (const [id, settle] of this.#waiting)
      settle({ kind: 'failed', id, message: 'The engine stopped before this was done.' });
    this.#waiting.clear();
    if (this.#closing) {
      this.#over('Colligo is being closed.');
      return;
    }
    // Whoever waits for a process that never became ready waits for the next one instead.
    if (this.#isReady) this.#ready = readiness();
    this.#isReady = false;
    const now = Date.now();
    this.#stops = [...this.#stops.filter((at) => at > now - WITHIN), now];
    if (this.#stops.length >= STOPS) {
      this.#over('The part of Colligo that works with your project stops again and again.');
      this.#events.onGivenUp();
      return;
    }
    this.#child = this.#start();
    this.#events.onLost();
  }

  #over(why: string): void {
    this.#isOver = true;
    this.#ready.reject(new EngineRefusal(why));
    this.#ended.resolve();
  }

  async #ask(request: (id: number) => ToEngine): Promise<string> {
    await this.#ready.promise;
    const id = ++this.#asked;
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#child.send(request(id));
    });
    if (answer.kind === 'failed') throw new EngineRefusal(answer.message);
    return answer.value;
  }
}

/** Nobody has to be waiting when the engine is given up. */
function readiness(): PromiseWithResolvers<void> {
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => undefined);
  return ready;
}
