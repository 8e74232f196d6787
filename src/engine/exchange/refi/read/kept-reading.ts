import { createHash } from 'node:crypto';
import { EXTRACTORS } from '../../../import/extractors.ts';
import { MEDIA_TYPES } from '../../../import/formats.ts';
import { LIMITS, MIB } from '../../../import/limits.ts';
import type { ReadFile } from '../../../import/read-source.ts';
import { readFileOf } from '../../text-source.ts';
import { type KeptHead, keptReadingOf, readKeptReading } from '../kept-reading.ts';
import type { Work } from './work.ts';

/** A reading that says more is rather parsed: the places of letters take eight bytes or so each. */
const LARGEST_READING = 128 * MIB;

/** @returns the reading that an import of a document's own file would give, if the project has it and it can be believed */
export async function findKeptReading(
  work: Work,
  id: string,
  bytes: Uint8Array,
  format: keyof typeof MEDIA_TYPES,
  text: string,
): Promise<ReadFile | null> {
  const own = work.restored?.documents.get(id);
  const found = own ? work.pack.find(`${keptReadingOf(id).toUpperCase()}.json`) : null;
  if (!own || found === null || bytes.length === 0 || bytes.length > LIMITS.bytes[format]) return null;
  const json = await work.pack.read(found);
  if (json === null || json.length > LARGEST_READING) return null;
  const head: KeptHead = { extractor: EXTRACTORS[format], original: hashOf(bytes), text: hashOf(text) };
  const structure = readKeptReading(json.toString('utf8'), head, text);
  if (!structure) return null;
  const { blocks, pages } = structure;
  const isPaged = pages.length > 0;
  // What shows no text is refused when its file is parsed, and pages are a PDF's alone.
  if (isPaged !== (format === 'pdf') || (!isPaged && blocks.every(({ kind }) => kind === 'page_break')))
    return null;
  const parsed = {
    text,
    blocks,
    notices: [],
    extractor: head.extractor,
    encoding: format === 'pdf' || format === 'docx' ? 'binary' : 'utf-8',
    ...(isPaged && { pages }),
  };
  return readFileOf(parsed, new Uint8Array(bytes), MEDIA_TYPES[format], own.language);
}

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');
