import type { Frame } from '../frame.ts';
import { drawImage, imagesOf } from '../rows/images.ts';
import { checkText, textOf, textPath } from '../rows/texts.ts';
import type { FaceFile, FaceOptions } from './face.ts';

/** What is never aborted. */
const NEVER = new AbortController().signal;

/** @returns the texts of the documents and the pictures of parts of pages, as far as they go along */
export async function* companionFiles(
  frame: Frame,
  { texts, signal, onStep }: FaceOptions,
): AsyncGenerator<FaceFile, void> {
  for (const document of texts ? frame.documents : []) {
    yield {
      path: textPath(document),
      content: [textOf(frame, document)],
      title: document.title,
      onWritten: ({ sha256 }) => checkText(frame, document, sha256),
    };
    onStep?.();
  }
  for (const image of imagesOf(frame)) {
    const png = await drawImage(frame, image, signal ?? NEVER);
    yield { path: image.path, content: png, title: image.source.title };
    onStep?.();
  }
}
