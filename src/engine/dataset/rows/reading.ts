import { type LoadedReading, loadWords, readReading } from '../../documents/load.ts';
import type { Frame, FrameDocument } from '../frame.ts';

/** Keeps what was read of one document, until another one is asked for. */
function latest<Read>(read: (frame: Frame, document: FrameDocument) => Read) {
  const kept = new WeakMap<Frame, { readonly key: number; readonly value: Read }>();
  return (frame: Frame, document: FrameDocument): Read => {
    const there = kept.get(frame);
    if (there?.key === document.readingKey) return there.value;
    const value = read(frame, document);
    kept.set(frame, { key: document.readingKey, value });
    return value;
  };
}

/**
 * A dataset goes through its documents one after the other, so one reading is at hand and no more, however many there are.
 * @returns the reading of a document's current version
 * @throws ColligoError DAMAGED where its packed offsets are corrupt
 */
export const readingOf: (frame: Frame, document: FrameDocument) => LoadedReading = latest(
  ({ db }, { readingKey }) => readReading(db, readingKey),
);

/** @returns the words alone, which are read in a small part of the time; throws as `readingOf` does */
export const wordsOf: (frame: Frame, document: FrameDocument) => Uint32Array = latest(
  ({ db }, { readingKey }) => loadWords(db, readingKey),
);
