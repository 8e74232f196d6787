import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ErrorCode, ErrorData } from '../../contract/procedure.ts';
import { ColligoError } from '../errors.ts';
import type { JobAnswer, JobInput, JobName, JobOutput, JobRequest, JobStop } from './jobs.ts';

/** Two: one long export and one search beside it; more would only compete for the disk. */
const SIZE = 2;

/** How long a job that was cancelled has to tidy up before its worker is ended. */
const GRACE_MS = 1000;

/** The bundle has the worker beside it; under test it runs from its source. */
function workerFile(): string {
  const bundled = join(import.meta.dirname, 'read-worker.js');
  return existsSync(bundled) ? bundled : join(import.meta.dirname, '../read-worker.ts');
}

interface Waiting {
  readonly request: JobRequest;
  readonly signal: AbortSignal | undefined;
  settle(answer: JobAnswer | Error): void;
}

const cancelled = () =>
  new ColligoError('CANCELLED', 'This was cancelled.', { safe: 'Nothing was changed.' });

/** Read-only workers for what takes long, so that neither the page nor a coding ever waits for it. */
export class HeavyPool {
  readonly #path: string;
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  readonly #queue: Waiting[] = [];
  #asked = 0;
  #closed = false;

  /** @param path the project file that the workers read */
  constructor(path: string) {
    this.#path = path;
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
    if (this.#closed || signal?.aborted) return Promise.reject(cancelled());
    return new Promise((resolve, reject) => {
      const request = { id: ++this.#asked, path: this.#path, name, input };
      const settle = (answer: JobAnswer | Error) => {
        if (answer instanceof Error) reject(answer);
        else if (answer.ok) resolve(answer.output as JobOutput<Name>);
        else reject(toError(answer.error));
      };
      this.#queue.push({ request, signal, settle });
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
    const worker = this.#idle.pop() ?? new Worker(workerFile(), { name: 'read' });
    this.#busy.add(worker);
    this.#give(worker, waiting);
  }

  #give(worker: Worker, { request, signal, settle }: Waiting): void {
    let timer: NodeJS.Timeout | undefined;
    const leave = (reusable: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.off('message', hear).off('error', fail).off('exit', exit);
      this.#busy.delete(worker);
      if (reusable && !this.#closed) this.#idle.push(worker);
      this.#next();
    };
    const hear = (answer: JobAnswer) => {
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
