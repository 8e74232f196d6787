import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { originalBytes } from '../documents/pages.ts';
import type { Sql } from '../store/sql.ts';
import { library } from './library.ts';

/** The PDF that was drawn from last: lists and exports ask for many parts of one file after another. */
let latest: { readonly key: string; readonly task: PDFDocumentLoadingTask } | undefined;

/** How long it is kept open for the next, in ms. */
const KEEP_MS = 30_000;

let idle: NodeJS.Timeout | undefined;

/**
 * Opens an original as a PDF for an action, one at a time in a thread. It is kept open for the next until another is asked for,
 * or none for half a minute.
 * @param sha256 of the original
 * @returns what the action returns
 * @throws what the action throws, or pdf.js for what it cannot read
 */
export async function withOriginal<Result>(
  db: Sql,
  sha256: Uint8Array,
  action: (pdf: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  clearTimeout(idle);
  const key = Buffer.from(sha256).toString('hex');
  if (latest?.key !== key) {
    await close();
    const { open } = await library();
    latest = { key, task: open(new Uint8Array(originalBytes(db, sha256))) };
  }
  try {
    return await action(await latest.task.promise);
  } finally {
    idle = setTimeout(() => void close(), KEEP_MS).unref();
  }
}

/** Gives back the memory of the PDF that is open. */
async function close(): Promise<void> {
  const task = latest?.task;
  latest = undefined;
  await task?.destroy();
}
