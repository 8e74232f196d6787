import type { CodebookChange, CodeReference } from '../../../contract/codebook-versions.ts';
import type { Sql } from '../../store/sql.ts';
import { diffCodebooks, type Origins } from '../diff.ts';
import { presentState } from '../state.ts';
import type { CodebookNode } from '../whole.ts';
import { readOrigins } from './origins.ts';
import { readVersion } from './read.ts';

/**
 * Says what changed between two versions of the codebook. Codes that were merged or split are known from the log, where
 * the second version is the later one.
 * @param from a version's id
 * @param to another's, or null for the codebook as it is now
 * @throws ColligoError NOT_FOUND
 */
export function diffVersions(db: Sql, from: string, to: string | null): CodebookChange[] {
  const before = readVersion(db, from);
  const after = to === null ? null : readVersion(db, to);
  const nodes = after?.nodes ?? presentState(db);
  const isForward = after === null || after.createdAt >= before.createdAt;
  return diffCodebooks(before.nodes, nodes, isForward ? originsIn(db, before.nodes, nodes) : {});
}

/** What the log says of codes that are on one of the two sides only. */
function originsIn(db: Sql, before: readonly CodebookNode[], after: readonly CodebookNode[]): Origins {
  const { mergedInto, splitFrom } = readOrigins(db);
  const there = new Map(after.map((node) => [node.id, node]));
  const names = new Map([...before, ...after].map((node) => [node.id, node.name]));
  const reference = (id: string): CodeReference => ({
    id,
    name: names.get(id) ?? '',
    path: pathIn(after, id) || pathIn(before, id),
  });
  const origins = {
    mergedInto: new Map<string, CodeReference>(),
    splitFrom: new Map<string, CodeReference>(),
  };
  for (const { id } of before) {
    // The code that it went into may have gone into another one since.
    const seen = new Set([id]);
    let into = mergedInto.get(id);
    while (into !== undefined && !there.has(into) && !seen.has(into)) {
      seen.add(into);
      into = mergedInto.get(into);
    }
    if (into !== undefined && there.has(into)) origins.mergedInto.set(id, reference(into));
  }
  for (const { id } of after) {
    const from = splitFrom.get(id);
    if (from !== undefined && names.has(from)) origins.splitFrom.set(id, reference(from));
  }
  return origins;
}

function pathIn(nodes: readonly CodebookNode[], id: string): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const path: string[] = [];
  for (let node = byId.get(id); node; node = byId.get(node.parentId ?? '')) path.unshift(node.name);
  return path.join(' / ');
}
