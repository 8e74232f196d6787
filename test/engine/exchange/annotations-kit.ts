import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { CURRENT } from '../../../src/engine/documents/current.ts';
import { loadCurrent } from '../../../src/engine/documents/load.ts';
import type { ExchangeReader, ReaderContext } from '../../../src/engine/exchange/model.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { tempFolder } from '../kit/project.ts';
import { type Collected, collect } from './foreign-kit.ts';

/** What an open project tells a reader, as the engine puts it together. */
export function presentOf({ db }: Project): Pick<ReaderContext, 'documents' | 'codes'> {
  const documents = db
    .all<{ id: Uint8Array; title: string; file_name: string }>(
      sql`SELECT d.id, d.title, current.file_name FROM documents d JOIN (${CURRENT}) AS current ON current.document_id = d.id ORDER BY d.rank`,
    )
    .map(({ id, title, file_name }) => ({
      id: idText(id),
      title,
      fileName: file_name,
      text: () => Promise.resolve(loadCurrent(db, id).reading.text),
    }));
  return { documents, codes: readTree(db).map(({ id, path }) => ({ id, path })) };
}

/** A document of a project that there is none of. */
export const present = (title: string, text: string, fileName = `${title}.txt`) => ({
  id: `00000000-0000-4000-8000-${Buffer.from(title).toString('hex').padEnd(12, '0').slice(0, 12)}`,
  title,
  fileName,
  text: () => Promise.resolve(text),
});

/** Reads what a file would hold. @param content text, or anything that becomes JSON */
export function readText(
  reader: ExchangeReader,
  content: unknown,
  context: Partial<ReaderContext> = {},
  name = 'file.json',
): Promise<Collected> {
  const path = join(tempFolder(), name);
  writeFileSync(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return collect(reader, path, context);
}

/** @returns each coding of what was read: document, words, code and coder, by name where the file has one */
export async function landed(found: Collected, context: Pick<ReaderContext, 'documents' | 'codes'>) {
  const codes = new Map([
    ...context.codes.map(({ id, path }) => [id, path.join(' / ')] as const),
    ...found.of('code').map(({ id, name }) => [id, name] as const),
  ]);
  const coders = new Map(found.of('coder').map(({ id, name }) => [id, name]));
  const all = [];
  for (const { document, passages } of found.of('passages')) {
    const facts = context.documents.find(({ id }) => id === document);
    const text = (await facts?.text()) ?? '';
    for (const { place, codings, comment } of passages) {
      const words = 'page' in place ? `page ${place.page}` : text.slice(place.start, place.end);
      for (const { code, coder } of codings)
        all.push({ title: facts?.title, words, code: codes.get(code), coder: coders.get(coder ?? '') });
      if (comment !== undefined) all.push({ title: facts?.title, words, comment });
    }
  }
  return all;
}
