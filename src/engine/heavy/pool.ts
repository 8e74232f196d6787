import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { ErrorCode, ErrorData } from '../../contract/procedure.ts';
import { ColligoError } from '../errors.ts';
import {
  type JobAnswer,
  type JobInput,
  type JobName,
  type JobNews,
  type JobOutput,
  type JobRequest,
  type JobStop,
  KEEPING,
  type StreamInput,
  type StreamName,
  type StreamOutput,
} from './jobs.ts';

/** Two: one long export and one search beside it; more would only compete for the disk. */
const SIZE = 2;

/** Where an export runs for minutes, V8 would let what is short-lived grow to a hundred megabytes before it looks. */
const YOUNG_MB = 24;

/** How long a job that was cancelled has to tidy up before its worker is ended. */
const GRACE_MS = 1000;

/** The bundle has the worker beside it; under test it runs from its source. */
function workerFile(): string {
  const bundled = join(import.meta.dirname, 'read-worker.js');
  return existsSync(bundled) ? bundled : join(import.meta.dirname, '../read-worker.ts');
}

/** What a worker is told at its start. */
export interface ReadWorkerData {
  /** The user's data folder; without one, nothing is left for the next start. */
  readonly home?: string;
}

interface PoolOptions extends Pick<WorkerOptions, 'execArgv'> {
  readonly workerData?: ReadWorkerData;
}

interface Waiting {
  readonly request: JobRequest;
  readonly signal: AbortSignal | undefined;
  tell(news: unknown): void;
  settle(answer: JobAnswer | Error): void;
}

const cancelled = () =>
  new ColligoError('CANCELLED', 'This was cancelled.', { safe: 'Nothing was changed.' });

/** Read-only workers for what takes long, so that neither the page nor a coding ever waits for it. */
export class HeavyPool {
  readonly #path: string;
  readonly #options: PoolOptions;
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  /** Those that keep what was found in the texts. */
  readonly #keeping = new WeakSet<Worker>();
  readonly #queue: Waiting[] = [];
  #asked = 0;
  #closed = false;

  /**
   * @param path the project file that the workers read
   * @param options how Node starts the workers, where they run from their sources; and what these are told
   */
  constructor(path: string, options: PoolOptions = {}) {
    this.#path = path;
    this.#options = options;
  }

  /**
   * Runs a job in a worker. Aborting asks it to stop and then ends the worker, which only reads the project.
   * @throws ColligoError from the job, or CANCELLED
   */
  run<Name extends JobName>(
    name: Name,
    input: JobInput<Name>,
    signal?: AbortSignal,
  ): Promise<JobOutput<Name>> {
    return this.#ask(name, input, signal, () => {}) as Promise<JobOutput<Name>>;
  }

  /**
   * Runs a job that tells as it goes. Aborting stops it, and so does leaving the iteration.
   * @returns what it tells, as it tells it
   * @throws ColligoError from the job, or CANCELLED
   */
  async *stream<Name extends StreamName>(
    name: Name,
    input: StreamInput<Name>,
    signal?: AbortSignal,
  ): AsyncGenerator<StreamOutput<Name>, void> {
    const leaving = new AbortController();
    const stop = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal;
    const told: StreamOutput<Name>[] = [];
    let wake = () => {};
    const tell = (news: unknown) => {
      told.push(news as StreamOutput<Name>);
      wake();
    };
    let hasEnded = false;
    const ended = this.#ask(name, input, stop, tell).finally(() => {
      hasEnded = true;
      wake();
    });
    // Awaited below; where the iteration is left before, nobody wants to know how it ended.
    ended.catch(() => {});
    try {
      while (!hasEnded) {
        yield* told.splice(0);
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (hasEnded || told.length > 0) resolve();
        });
      }
      await ended;
      yield* told.splice(0);
    } finally {
      leaving.abort();
    }
  }

  #ask(
    name: JobRequest['name'],
    input: unknown,
    signal: AbortSignal | undefined,
    tell: (news: unknown) => void,
  ): Promise<unknown> {
    if (this.#closed || signal?.aborted) return Promise.reject(cancelled());
    return new Promise((resolve, reject) => {
      const request = { id: ++this.#asked, path: this.#path, name, input };
      const settle = (answer: JobAnswer | Error) => {
        if (answer instanceof Error) reject(answer);
        else if (answer.ok) resolve(answer.output);
        else reject(toError(answer.error));
      };
      this.#queue.push({ request, signal, tell, settle });
      this.#next();
    });
  }

  /** Ends the workers; jobs that run or wait fail as cancelled. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiting of this.#queue.splice(0)) waiting.settle(cancelled());
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#busy.size >= SIZE) return;
    const waiting = this.#queue.shift();
    if (!waiting) return;
    if (waiting.signal?.aborted) {
      waiting.settle(cancelled());
      this.#next();
      return;
    }
    const worker =
      this.#idleFor(waiting.request.name) ??
      new Worker(workerFile(), {
        ...this.#options,
        name: 'read',
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      });
    if (KEEPING.has(waiting.request.name)) this.#keeping.add(worker);
    this.#busy.add(worker);
    this.#give(worker, waiting);
  }

  /** Who asks about what was found goes to a worker that has read it, and who does not leaves that one free. */
  #idleFor(name: JobRequest['name']): Worker | undefined {
    const fit = this.#idle.findIndex((worker) => this.#keeping.has(worker) === KEEPING.has(name));
    return fit < 0 ? this.#idle.pop() : this.#idle.splice(fit, 1)[0];
  }

  #give(worker: Worker, { request, signal, tell, settle }: Waiting): void {
    let timer: NodeJS.Timeout | undefined;
    const leave = (reusable: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.off('message', hear).off('error', fail).off('exit', exit);
      this.#busy.delete(worker);
      if (reusable && !this.#closed) this.#idle.push(worker);
      this.#next();
    };
    const hear = (answer: JobAnswer | JobNews) => {
      if ('news' in answer) {
        tell(answer.news);
        return;
      }
      leave(true);
      settle(answer);
    };
    const fail = (error: Error) => {
      leave(false);
      settle(error);
    };
    const exit = () => {
      leave(false);
      settle(this.#closed ? cancelled() : new Error('a read worker ended by itself'));
    };
    const abort = () => {
      // A job that listens tidies up and answers; one that is deep in a statement does not hear, and is ended.
      worker.postMessage({ stop: request.id } satisfies JobStop);
      timer = setTimeout(() => {
        leave(false);
        void worker.terminate().then(() => settle(cancelled()));
      }, GRACE_MS);
    };
    worker.on('message', hear).on('error', fail).on('exit', exit);
    signal?.addEventListener('abort', abort, { once: true });
    worker.postMessage(request);
  }
}

function toError(error: { code: string | null; message: string; data: unknown }): Error {
  if (error.code === null) return new Error(error.message);
  return new ColligoError(error.code as ErrorCode, error.message, error.data as ErrorData);
}
