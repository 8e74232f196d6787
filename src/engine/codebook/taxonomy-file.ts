import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { ColligoError } from '../errors.ts';
import { parseLines, parseTaxonomy, type TaxonomyCode } from './taxonomy.ts';

/** A taxonomy is written by people: even a thesaurus of twenty thousand terms stays below this. */
const LIMIT = 16 * 1024 * 1024;

/**
 * Reads a taxonomy file: Colligo's own JSON, or indented lines of text.
 * @param path a .json or .txt file
 * @returns its codes as a tree
 * @throws ColligoError NOT_FOUND or UNREADABLE
 */
export async function readTaxonomyFile(path: string): Promise<readonly TaxonomyCode[]> {
  const name = basename(path);
  const bytes = await load(path, name);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const error = new ColligoError(
      'UNREADABLE',
      `${name} is not a text in UTF-8, so it cannot be read as a taxonomy.`,
      { safe: 'Nothing was changed.', remedy: 'Save it as UTF-8 and import it again.' },
    );
    throw Object.assign(error, { cause });
  }
  return extname(path).toLowerCase() === '.txt' ? parseLines(text) : parseTaxonomy(text, name).codes;
}

async function load(path: string, name: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LIMIT)
      throw new ColligoError('UNREADABLE', `${name} is larger than a taxonomy can be (16 MB).`, {
        safe: 'Nothing was changed.',
        remedy: 'Divide it into several files.',
      });
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof ColligoError) throw cause;
    throw Object.assign(
      new ColligoError(
        'NOT_FOUND',
        `${name} cannot be read: it is not there, or not a file that may be read.`,
      ),
      { cause },
    );
  }
}
