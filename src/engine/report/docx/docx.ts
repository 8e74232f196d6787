// The build for browsers, since the one for Node declares `require`, which the bundle has declared already.

import { Zip, ZipDeflate, ZipPassThrough } from 'fflate/browser';
import { gathered } from '../gather.ts';
import type { Report, Written } from '../model.ts';
import { documentOf } from './document.ts';
import {
  APP_PROPERTIES,
  CONTENT_TYPES,
  coreProperties,
  documentLinks,
  footer,
  NUMBERING,
  PACKAGE_LINKS,
  SETTINGS,
} from './parts.ts';
import { STYLES } from './styles.ts';

/** The zip format's earliest day. Noon, since there is one in every time zone: what is written is the hour on the wall. */
const DATE = new Date(1980, 0, 1, 12);

/**
 * @param written is counted up
 * @returns the report as a DOCX file (ECMA-376, WordprocessingML) in pieces. It is packed by a deflate in JavaScript, so that its
 * bytes are the same everywhere
 */
export async function* docxOf(report: Report, written: Written): AsyncGenerator<Uint8Array, void> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  async function* add(
    path: string,
    pieces: Iterable<string> | AsyncIterable<string>,
  ): AsyncGenerator<Uint8Array, void> {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = DATE;
    zip.add(entry);
    for await (const text of gathered(pieces)) {
      entry.push(Buffer.from(text, 'utf8'));
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  const pictures: Uint8Array[] = [];
  yield* add('[Content_Types].xml', [CONTENT_TYPES]);
  yield* add('_rels/.rels', [PACKAGE_LINKS]);
  yield* add('docProps/core.xml', [coreProperties(report)]);
  yield* add('docProps/app.xml', [APP_PROPERTIES]);
  yield* add('word/styles.xml', [STYLES]);
  yield* add('word/settings.xml', [SETTINGS]);
  yield* add('word/numbering.xml', [NUMBERING]);
  yield* add('word/footer1.xml', [footer(report)]);
  yield* add('word/document.xml', documentOf(report, written, pictures));
  yield* add('word/_rels/document.xml.rels', [documentLinks(pictures.length)]);
  for (const [index, png] of pictures.entries()) {
    const entry = new ZipPassThrough(`word/media/${index + 1}.png`);
    entry.mtime = DATE;
    zip.add(entry);
    entry.push(png, true);
  }
  zip.end();
  yield* ready;
}
