import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExchangeFormat } from '../../contract/exchange.ts';
import { MIB } from '../import/limits.ts';
import { ExchangeError } from './error.ts';
import type { Piece } from './model.ts';
import { type FromExchange, type Present, type ToExchange, unpackPiece } from './worker-protocol.ts';

/** What reading a project of another program may take. */
export interface ExchangeLimits {
  /** Longest time without a piece and without getting further, in milliseconds. */
  readonly silence: number;
  /** Largest heap of the worker in use, in megabytes. */
  readonly heap: number;
}

export const EXCHANGE_LIMITS: ExchangeLimits = { silence: 120_000, heap: 1024 };

/** V8's own limit lies this far above ours, as for the parse worker, and never below what it needs to begin with (megabytes). */
const BACKSTOP = 1.5;
const LEAST = 128;
/**
 * What V8 may take for what is new, in megabytes: bytes and texts of a document are let go with it, and so soon enough that
 * they do not pile up from one document to the next.
 */
const YOUNG = 16;
/** How often the heap is looked at, in milliseconds. */
const GLANCE = 50;

export interface PiecesRequest {
  readonly path: string;
  readonly format: ExchangeFormat;
  readonly language: string;
  readonly elsewhere: boolean;
  readonly folders: readonly string[];
  readonly present: Present;
  /** @returns the canonical text of a document of the open project */
  readonly textOf: (document: string) => string;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: ExchangeLimits | undefined;
}

/** How far the reading is, between two batches of pieces. */
export interface ReadingProgress {
  readonly type: 'progress';
  readonly share: number;
  readonly name: string;
}

const ENDED = {
  too_slow: 'The file took too long to read.',
  out_of_memory: 'The file needs more memory than an import may take.',
  crashed: 'The reader of the file broke down: try again, and report it with the file if it happens again.',
} as const;

function workerFile(): string {
  const bundled = join(import.meta.dirname, 'exchange-worker.js');
  return existsSync(bundled) ? bundled : join(import.meta.dirname, 'exchange-worker.ts');
}

/**
 * Reads another program's project in a worker that lives only as long. The worker is never further ahead than one
 * document, and ends when the iteration does.
 * @returns its pieces, and how far it is now and then
 * @throws ExchangeError with one sentence; nothing was written by it
 */
export async function* readPieces(request: PiecesRequest): AsyncGenerator<Piece | ReadingProgress> {
  const limits = request.limits ?? EXCHANGE_LIMITS;
  const worker = new Worker(workerFile(), {
    name: 'exchange',
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: Math.max(limits.heap * BACKSTOP, LEAST),
      maxYoungGenerationSizeMb: YOUNG,
    },
  });
  const inbox = new Inbox(limits.silence);
  const send = (message: ToExchange) => worker.postMessage(message);
  worker.on('message', (message: FromExchange) => {
    if (message.type === 'text') send({ ...message, text: request.textOf(message.document) });
    else inbox.put(message);
  });
  worker.on('error', (error: Error & { code?: string }) =>
    inbox.fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? ENDED.out_of_memory : ENDED.crashed, error),
  );
  worker.on('exit', () => inbox.fail(ENDED.crashed));
  const watch = setInterval(() => void look(worker, limits, inbox), GLANCE);
  const stop = () => inbox.fail('The import was cancelled.');
  request.signal?.addEventListener('abort', stop, { once: true });
  try {
    const { path, format, language, elsewhere, folders, present } = request;
    send({ type: 'start', path, format, language, elsewhere, folders, present });
    send({ type: 'next' });
    for (let done = false; !done; ) {
      const message = await inbox.take();
      if (message.type === 'progress') yield message;
      else if (message.type === 'failed') throw new ExchangeError(message.message);
      else {
        done = message.done;
        // The worker reads the next while these are stored: one document waits at most.
        if (!done) send({ type: 'next' });
        for (const piece of message.pieces) yield unpackPiece(piece);
      }
    }
  } finally {
    clearInterval(watch);
    request.signal?.removeEventListener('abort', stop);
    worker.removeAllListeners();
    // What a dying worker still says is of no use, but must not end the engine.
    worker.on('error', () => undefined);
    await worker.terminate();
  }
}

async function look(worker: Worker, limits: ExchangeLimits, inbox: Inbox): Promise<void> {
  // Node before 22.16 cannot tell; there V8's own limit has to do.
  if (typeof worker.getHeapStatistics !== 'function') return;
  // A worker that has just ended has no heap to look at.
  const heap = await worker.getHeapStatistics().catch(() => null);
  if (heap && heap.used_heap_size > limits.heap * MIB) inbox.fail(ENDED.out_of_memory);
}

type Told = Exclude<FromExchange, { type: 'text' }>;

/** What the worker said and nobody has taken yet; whoever waits longer than the silence allowed is told so. */
class Inbox {
  readonly #silence: number;
  readonly #held: Told[] = [];
  #failure: ExchangeError | null = null;
  #wake: () => void = () => undefined;

  constructor(silence: number) {
    this.#silence = silence;
  }

  put(message: Told): void {
    // Of progress only the newest is of use.
    if (message.type === 'progress' && this.#held.at(-1)?.type === 'progress') this.#held.pop();
    this.#held.push(message);
    this.#wake();
  }

  fail(message: string, cause?: unknown): void {
    this.#failure ??= new ExchangeError(message, { cause });
    this.#wake();
  }

  async take(): Promise<Told> {
    const timer = setTimeout(() => this.fail(ENDED.too_slow), this.#silence);
    try {
      for (;;) {
        if (this.#failure) throw this.#failure;
        const first = this.#held.shift();
        if (first) return first;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      clearTimeout(timer);
    }
  }
}
