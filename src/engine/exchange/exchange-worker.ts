import { parentPort, type Transferable } from 'node:worker_threads';
import { ImportError } from '../import/errors.ts';
import { ExchangeError } from './error.ts';
import { readerOf } from './formats.ts';
import type { Piece } from './model.ts';
import { type FromExchange, type PackedPiece, packPiece, type ToExchange } from './worker-protocol.ts';

/**
 * The program of the worker that reads another program's project: hands out pieces as the engine asks for them, so that no
 * more of the project is in memory than is being written. Started by `pieces.ts` only.
 */
const say = (message: FromExchange, moved: Transferable[] = []) => parentPort?.postMessage(message, moved);

/** Small pieces travel together; a document ends the batch. */
const BATCH = 500;

/** How often at most progress is told, in milliseconds. */
const TELL_EVERY = 100;

let pieces: AsyncGenerator<Piece> | undefined;
const texts = new Map<number, (text: string) => void>();
let asked = 0;
let work: Promise<void> = Promise.resolve();
let toldAt = 0;

function askText(document: string): Promise<string> {
  const number = ++asked;
  say({ type: 'text', asked: number, document });
  return new Promise((resolve) => texts.set(number, resolve));
}

async function start(message: Extract<ToExchange, { type: 'start' }>) {
  const { path, format, language, elsewhere, folders, present } = message;
  const read = await readerOf(format);
  pieces = read(path, {
    language,
    elsewhere,
    folders,
    documents: present.documents.map((document) => ({ ...document, text: () => askText(document.id) })),
    codes: present.codes,
    onProgress: (share, name) => {
      const now = performance.now();
      if (now - toldAt < TELL_EVERY) return;
      toldAt = now;
      say({ type: 'progress', share: Math.min(Math.max(share, 0), 1), name });
    },
  });
}

async function next(): Promise<void> {
  if (!pieces) return;
  const batch: PackedPiece[] = [];
  const moving: ArrayBuffer[] = [];
  let done = false;
  while (batch.length < BATCH) {
    const { value, done: isDone } = await pieces.next();
    if (isDone) {
      done = true;
      break;
    }
    const { packed, moved } = packPiece(value);
    batch.push(packed);
    moving.push(...moved);
    if (value.type === 'document' || value.type === 'attachment') break;
  }
  say({ type: 'pieces', pieces: batch, done }, moving);
}

function explain(error: unknown): string {
  if (error instanceof ExchangeError || error instanceof ImportError) return error.message;
  if (error instanceof RangeError && error.message.includes('call stack'))
    return 'The file nests its parts too deeply to be read.';
  return 'The file could not be read because of an error in Colligo: report it with the file.';
}

parentPort?.on('message', (message: ToExchange) => {
  if (message.type === 'text') {
    texts.get(message.asked)?.(message.text);
    texts.delete(message.asked);
    return;
  }
  // One after the other: a reader is loaded before it is asked.
  work = work
    .then(() => (message.type === 'start' ? start(message) : next()))
    .catch((error: unknown) => say({ type: 'failed', message: explain(error) }));
});
