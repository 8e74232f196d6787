import { basename, extname } from 'node:path';
import {
  CODEBOOK_FORMATS,
  type CodebookFile,
  type CodebookFormat,
} from '../../../contract/codebook-exchange.ts';
import type { CodebookNode } from '../../codebook/whole.ts';
import { readCodebook } from '../../codebook/whole.ts';
import { describeFailure, refused } from '../../dataset/output/failure.ts';
import { openOutput } from '../../dataset/output/open.ts';
import type { Output } from '../../dataset/output/output.ts';
import type { Content } from '../../dataset/output/pour.ts';
import { docxOf } from '../../report/docx/docx.ts';
import { htmlOf } from '../../report/html.ts';
import type { Sql } from '../../store/sql.ts';
import type { BookTitle } from './book.ts';
import { writeJson } from './json.ts';
import { lossesOf } from './losses.ts';
import { writeMarkdown } from './markdown/write.ts';
import { foundOf, printable } from './printable.ts';
import { writeQdc } from './qdc.ts';
import { writeCodesCsv, writeCodesXlsx } from './table/write.ts';
import { writeText } from './text.ts';
import { titleOf } from './title.ts';

/**
 * @param db for the printed forms, which tell how often a code was found
 * @returns the codebook in a form, in pieces or as a whole
 */
export async function contentOf(
  db: Sql,
  format: CodebookFormat,
  title: BookTitle,
  nodes: readonly CodebookNode[],
): Promise<Content> {
  const counts = { tables: 0, pictures: 0, quotes: 0 };
  switch (format) {
    case 'json':
      return [writeJson(title, nodes)];
    case 'qdc':
      return writeQdc(nodes);
    case 'ttl':
      return [await (await import('./skos/write.ts')).writeTurtle(title, nodes)];
    case 'jsonld':
      return [(await import('./skos/write.ts')).writeJsonLd(title, nodes)];
    case 'csv':
      return [writeCodesCsv(nodes)];
    case 'xlsx':
      return writeCodesXlsx(nodes);
    case 'txt':
      return writeText(nodes);
    case 'md':
      return writeMarkdown(title, nodes, foundOf(db));
    case 'html':
      return htmlOf(printable(db, title, nodes), counts);
    case 'docx':
      return docxOf(printable(db, title, nodes), counts);
  }
}

/**
 * Writes the codebook of a project as a file, which appears as a whole or not at all.
 * @param db within a read transaction
 * @param target a path with the ending of its form
 * @throws ColligoError REFUSED for a name that does not say a form, or an empty codebook; DISK, CANCELLED
 */
export async function writeCodebook(
  db: Sql,
  target: string,
  { format: asked, signal }: { readonly format?: CodebookFormat | undefined; readonly signal?: AbortSignal },
): Promise<CodebookFile> {
  let output: Output | undefined;
  try {
    const format = formatFor(target, asked);
    const nodes = readCodebook(db);
    if (nodes.length === 0)
      throw refused('There are no codes yet, so there is no codebook to write.', 'Add codes first.');
    output = await openOutput(target, true, signal);
    const name = basename(target);
    const { bytes } = await output.write(name, await contentOf(db, format, titleOf(db), nodes));
    await output.finish();
    return { name, format, codes: nodes.length, bytes, losses: lossesOf(format, nodes) };
  } catch (error) {
    await output?.abandon();
    throw describeFailure(error, target);
  }
}

/** A file's ending has to say what it holds. */
function formatFor(target: string, asked: CodebookFormat | undefined): CodebookFormat {
  const ending = extname(target).toLowerCase();
  const found = CODEBOOK_FORMATS.find((format) => ending === `.${format}`);
  if (found !== undefined && (asked === undefined || asked === found)) return found;
  const endings = (asked === undefined ? CODEBOOK_FORMATS : [asked]).map((format) => `.${format}`).join(', ');
  throw refused(
    `“${basename(target)}” does not end as a codebook does.`,
    `Choose a name that ends in ${endings}.`,
  );
}
