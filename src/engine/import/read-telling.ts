import type { FileReader } from './read-file.ts';
import type { Progress, Readable, ReadFile } from './read-source.ts';

/** How often at most it is told how far a file is, in milliseconds: as often as a person can follow. */
const TELL_EVERY = 200;

/**
 * Reads a file and tells how far it is now and then, for as long as somebody listens: who stops listening stops the reading.
 * @param signal cancels, too
 * @returns what `FileReader.read` does
 * @throws ImportError as that does
 */
export async function* readTelling(
  reader: FileReader,
  source: Readable,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, ReadFile> {
  const own = new AbortController();
  let latest = null as Progress | null;
  let isOver = false;
  const reading = reader.read(source, {
    signal: signal ? AbortSignal.any([signal, own.signal]) : own.signal,
    onProgress: (progress) => {
      latest = progress;
    },
  });
  const over = reading.then(
    () => {
      isOver = true;
    },
    // What went wrong is thrown below.
    () => {
      isOver = true;
    },
  );
  try {
    while (!isOver) {
      const told = latest;
      await overOrLater(over);
      if (!isOver && latest !== null && latest !== told) yield latest;
    }
    return await reading;
  } finally {
    own.abort();
  }
}

/** Waits until the reading is over, but not longer than until it is time to tell. */
function overOrLater(over: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const later = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, TELL_EVERY);
  });
  return Promise.race([over, later]).finally(() => clearTimeout(timer));
}
