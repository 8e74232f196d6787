import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { ENDINGS, type Format } from '../../../src/contract/exports.ts';
import { readXlsx } from './faces/read-xlsx.ts';

/** @returns the paths of all files of a folder, or of the one file there is */
export function filesIn(target: string, format: Format): string[] {
  if (ENDINGS[format] !== undefined) return [target];
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @returns everything that a dataset holds as one text: its bytes as they are, and unpacked where a format packs them */
export async function unpacked(target: string, format: Format): Promise<string> {
  const texts: string[] = [];
  for (const path of filesIn(target, format)) {
    texts.push(path.slice(target.length), readFileSync(path, 'utf8'));
    if (path.endsWith('.parquet')) {
      const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
      texts.push(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value)));
    }
    if (path.endsWith('.qdpx'))
      texts.push(...Object.values(unzipSync(readFileSync(path))).map((bytes) => strFromU8(bytes)));
    if (path.endsWith('.xlsx')) texts.push(...(await readXlsx(path)).parts.map(({ xml }) => xml));
  }
  return texts.join('\n');
}
