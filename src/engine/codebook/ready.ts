import { readdir, readFile } from 'node:fs/promises';
import type { ReadyTaxonomy } from '../../contract/codes.ts';
import { onlyOne } from '../find.ts';
import { resourcePath } from '../resources.ts';
import { parseTaxonomy, type TaxonomyCode, type TaxonomyFile } from './taxonomy.ts';

const FOLDER = 'taxonomies';
const ENDING = '.json';

/** @returns the taxonomies that ship with Colligo, by the name of their file */
export async function listReady(): Promise<ReadyTaxonomy[]> {
  const names = (await readdir(resourcePath(FOLDER))).filter((name) => name.endsWith(ENDING)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const { title, description, codes } = await read(name);
      const all = flat(codes);
      const themes = all.filter((code) => code.codable === false).length;
      return {
        key: name.slice(0, -ENDING.length),
        title,
        description,
        codes: all.length - themes,
        themes,
      };
    }),
  );
}

/**
 * Reads a taxonomy that ships with Colligo.
 * @param key its file's name without the ending
 * @throws ColligoError NOT_FOUND, with the keys that there are
 */
export async function readReady(key: string): Promise<TaxonomyFile> {
  const keys = (await listReady()).map((each) => each.key);
  const found = keys.filter((each) => each === key);
  return read(onlyOne(found, key, 'ready-made taxonomy', keys) + ENDING);
}

async function read(name: string): Promise<TaxonomyFile> {
  return parseTaxonomy(await readFile(resourcePath(FOLDER, name), 'utf8'), name);
}

function flat(codes: readonly TaxonomyCode[]): readonly TaxonomyCode[] {
  return codes.flatMap((code) => [code, ...flat(code.children ?? [])]);
}
