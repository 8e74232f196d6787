import { basename } from 'node:path';
import type { AnnotatedFile } from '../../contract/annotated.ts';
import type { Scope } from '../../contract/scope.ts';
import { cancelled, describeFailure, refused } from '../dataset/output/failure.ts';
import { openOutput } from '../dataset/output/open.ts';
import type { Output } from '../dataset/output/output.ts';
import { inSnapshot } from '../dataset/snapshot.ts';
import { originalBytes } from '../documents/pages.ts';
import { ColligoError, gone } from '../errors.ts';
import { library } from '../pictures/library.ts';
import { idBytes } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { annotate } from './annotate.ts';
import { type Marks, marksOf } from './marks.ts';

export interface AnnotatedRequest {
  readonly document: string;
  readonly scope?: Scope | undefined;
}

interface Source {
  readonly title: string;
  readonly key: number;
  readonly original: Uint8Array;
  readonly media_type: string;
}

/**
 * Writes the PDF of a document with its passages as annotations.
 * @param db a connection of its own, not the writer's
 * @param target a path that ends in .pdf
 * @throws ColligoError NOT_FOUND; REFUSED for a document that is no PDF or a name that does not end in .pdf; UNREADABLE where
 * the file can't be written again; DISK, CANCELLED. What was at the target is then as it was
 */
export async function writeAnnotated(
  db: Sql,
  target: string,
  { document, scope }: AnnotatedRequest,
  signal?: AbortSignal,
): Promise<AnnotatedFile> {
  let output: Output | undefined;
  try {
    if (!/\.pdf$/i.test(target)) throw refused('A PDF has a name that ends in .pdf.', 'Choose such a name.');
    const { source, marks, original } = await inSnapshot(db, async () => {
      const found = sourceOf(db, document);
      return {
        source: found,
        marks: marksOf(db, document, found.key, scope),
        original: new Uint8Array(originalBytes(db, found.original)),
      };
    });
    const bytes = await annotatedBytes(source, original, marks);
    if (signal?.aborted) throw cancelled();
    output = await openOutput(target, true, signal);
    const poured = await output.write(basename(target), [bytes]);
    await output.finish();
    const { passages, left } = marks;
    return { name: basename(target), bytes: poured.bytes, sha256: poured.sha256, passages, left };
  } catch (error) {
    await output?.abandon();
    throw describeFailure(error, target);
  }
}

function sourceOf(db: Sql, document: string): Source {
  const source = db.get<Source>(sql`
    SELECT d.title, r.key, r.original_sha256 AS original, v.media_type FROM documents d
    JOIN versions v ON v.document_id = d.id JOIN readings r ON r.id = v.reading_id
    WHERE d.id = ${idBytes(document)} ORDER BY v.number DESC LIMIT 1`);
  if (!source) throw gone('document');
  if (source.media_type === 'application/pdf') return source;
  throw refused(`“${source.title}” is no PDF.`, 'Only a PDF can carry its passages as annotations.');
}

async function annotatedBytes(
  { title }: Source,
  original: Uint8Array,
  { marks }: Marks,
): Promise<Uint8Array> {
  const task = (await library()).open(original);
  try {
    return await annotate(await task.promise, marks);
  } catch (cause) {
    const error = new ColligoError('UNREADABLE', `The PDF of “${title}” cannot be written again.`, {
      safe: 'Nothing was written; its passages are as they were.',
      remedy: 'The file may be protected or damaged.',
    });
    throw Object.assign(error, { cause });
  } finally {
    await task.destroy();
  }
}
