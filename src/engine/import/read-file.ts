import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ImportError } from './errors.ts';
import type { Format } from './formats.ts';
import { LIMITS, type Limits, MIB } from './limits.ts';
import { type ParseAnswer, type ParseRequest, unpackFile } from './parse-protocol.ts';
import type { Progress, Readable, ReadFile } from './read-source.ts';

export interface ReadOptions {
  /** Stops the reading; the file fails with the code `cancelled`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The bundle lies beside this code as JavaScript; under test the worker runs from its TypeScript, which Node reads as it is. */
function workerFile(): string {
  const bundled = join(import.meta.dirname, 'parse-worker.js');
  return existsSync(bundled) ? bundled : join(import.meta.dirname, 'parse-worker.ts');
}

const ENDED: Readonly<Record<'too_slow' | 'out_of_memory' | 'crashed' | 'cancelled', string>> = {
  too_slow: 'The file took too long to read: split it and import the pieces.',
  out_of_memory: 'The file needs more memory than an import may take: split it and import the pieces.',
  crashed: 'The reader of the file broke down: try again, and report it with the file if it happens again.',
  cancelled: 'The import was cancelled before the file was read.',
};

/**
 * V8's own limit lies this far above ours, and should never be reached: where a single step of a parser asks for much at
 * once, V8 ends the whole process there, not just the worker (tried). So the heap is looked at often, from outside.
 */
const BACKSTOP = 2;

/** How often, in milliseconds. */
const GLANCE = 50;

/**
 * Formats whose progress comes after every page: how long they take hangs on their pages, of which there are only so many,
 * and hardly on their bytes, which are mostly pictures. Their time begins anew whenever they get further.
 */
const BY_PAGE: readonly Format[] = ['pdf'];

/** From this many bytes on a worker is not kept for the next file. */
const LARGE = 4 * 1024 * 1024;

type Ending = keyof typeof ENDED;

/** Bytes of a file, for its time limit; none where it can't be found, which the worker tells properly. */
async function sizeOf({ path, bytes }: Readable): Promise<number> {
  if (bytes || path === undefined) return bytes?.length ?? 0;
  const facts = await stat(path).catch(() => null);
  return facts?.size ?? 0;
}

/**
 * Reads files in a worker of its own, one at a time, in the order they were asked for. The worker is kept from file to file;
 * one that crashes, runs too long or grows too large takes only its file with it, and the next file gets a new one.
 */
export class FileReader {
  readonly #limits: Limits;
  #worker: Worker | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #asked = 0;
  #closed = false;

  constructor(limits: Limits = LIMITS) {
    this.#limits = limits;
  }

  /** Reads one file. Rejects with ImportError, whose message is one sentence for the import report. */
  read(source: Readable, options: ReadOptions = {}): Promise<ReadFile> {
    const turn = this.#queue.then(() => this.#ask(source, options));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the worker. A file that is being read, and those that wait, fail as cancelled. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
    await this.#queue;
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(workerFile(), {
      name: 'parse',
      // What the engine was started with is not meant for the worker, and some of it would keep it from starting.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heap * BACKSTOP },
    });
    const forget = () => {
      if (this.#worker === worker) this.#worker = null;
    };
    worker.once('exit', forget).once('error', forget);
    this.#worker = worker;
    return worker;
  }

  async #drop(worker: Worker): Promise<void> {
    if (this.#worker === worker) this.#worker = null;
    // What a dying worker still says is of no use, but must not end the engine.
    worker.on('error', () => undefined);
    await worker.terminate();
  }

  async #ask(source: Readable, { signal, onProgress }: ReadOptions): Promise<ReadFile> {
    const time = this.#limits.time + (await sizeOf(source)) * (this.#limits.timePerMegabyte / MIB);
    if (this.#closed || signal?.aborted) throw new ImportError('cancelled', ENDED.cancelled);
    const worker = this.#start();
    const id = ++this.#asked;
    let reached = { stage: '', share: -1 };
    const isFurther = (progress: Progress) => {
      if (progress.stage === reached.stage && progress.share <= reached.share) return false;
      reached = progress;
      return true;
    };
    return await new Promise<ReadFile>((resolve, reject) => {
      let ended = false;
      const leave = () => {
        ended = true;
        clearTimeout(timer);
        clearInterval(watch);
        worker.unref();
        signal?.removeEventListener('abort', cancel);
        worker.off('message', hear).off('error', fail).off('exit', exit);
      };
      const end = (ending: Ending, cause?: unknown) => {
        if (ended) return;
        leave();
        const error = new ImportError(ending, ENDED[ending], { cause });
        void this.#drop(worker).then(() => reject(error));
      };
      const cancel = () => end('cancelled');
      const fail = (error: Error & { code?: string }) =>
        end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out_of_memory' : 'crashed', error);
      const exit = () => end(this.#closed ? 'cancelled' : 'crashed');
      const hear = (answer: ParseAnswer) => {
        if (answer.id !== id) return;
        if (answer.type === 'progress') {
          if (BY_PAGE.includes(source.format) && isFurther(answer.progress)) timer.refresh();
          return onProgress?.(answer.progress);
        }
        leave();
        if (answer.type === 'failed') return reject(new ImportError(answer.code, answer.message));
        // After a large file the next one gets a new worker: a heap that has grown is not given back otherwise.
        if (answer.file.bytes.length > LARGE) void this.#drop(worker);
        resolve(unpackFile(answer.file));
      };
      const look = async () => {
        // Node before 22.16 cannot tell; there V8's own limit has to do.
        if (typeof worker.getHeapStatistics !== 'function') return;
        // A worker that has just ended has no heap to look at.
        const heap = await worker.getHeapStatistics().catch(() => null);
        if (heap && heap.used_heap_size > this.#limits.heap * MIB) end('out_of_memory');
      };
      const watch = setInterval(() => void look(), GLANCE);
      const timer = setTimeout(() => end('too_slow'), time);
      signal?.addEventListener('abort', cancel, { once: true });
      worker.on('message', hear).on('error', fail).on('exit', exit);
      // A worker that has nothing to do does not keep the command line from ending.
      worker.ref();
      worker.postMessage({ id, source, limits: this.#limits } satisfies ParseRequest);
    });
  }
}

/** Reads a single file in a worker that lives only as long. For many, keep a `FileReader`. Rejects with ImportError. */
export async function readFile(
  source: Readable,
  options: ReadOptions & { limits?: Limits } = {},
): Promise<ReadFile> {
  const reader = new FileReader(options.limits);
  try {
    return await reader.read(source, options);
  } finally {
    await reader.close();
  }
}
