import type { NewMemoTarget } from '../../contract/memos.ts';
import { listCases } from '../cases/read.ts';
import { findDocument } from '../documents/find.ts';
import { writeMemo } from '../memos/write.ts';
import type { Project } from '../store/project.ts';
import type { MemoSource } from './sources.ts';
import { codeCalled, placeOf } from './work.ts';

/**
 * Writes a memo as the present coder.
 * @throws Error where what it is about, or what it mentions, is not found
 */
export function writeSampleMemo(project: Project, { on, title, body }: MemoSource): void {
  writeMemo(project, targetOf(project, on), { title, body: withLinks(project, body.join('\n\n')) });
}

function targetOf(project: Project, on: MemoSource['on']): NewMemoTarget {
  if (on === 'project') return { kind: 'project' };
  if ('quote' in on) return { kind: 'span', ...placeOf(project, on.document, on) };
  if ('document' in on) return { kind: 'document', id: findDocument(project.db, on.document) };
  if (!('case' in on)) return { kind: 'code', id: codeCalled(project, on.code) };
  const ofCase = caseCalled(project, on.case);
  if (!('code' in on)) return { kind: 'case', id: ofCase };
  return { kind: 'cell', code: codeCalled(project, on.code), case: ofCase };
}

function caseCalled({ db }: Project, name: string): string {
  const found = listCases(db).find((one) => one.name === name);
  if (!found) throw new Error(`The sample has no case “${name}”.`);
  return found.id;
}

/** Turns `[[code: Compute]]` and `[[document: us|the first brief]]` into links that the program follows. */
function withLinks(project: Project, body: string): string {
  return body.replaceAll(
    /\[\[(code|document): ([^\]|]+)(?:\|([^\]]+))?\]\]/g,
    (_, kind: string, name: string, shown: string | undefined) => {
      const id = kind === 'code' ? codeCalled(project, name) : findDocument(project.db, name);
      return `[${shown ?? name}](colligo:${kind}/${id})`;
    },
  );
}
