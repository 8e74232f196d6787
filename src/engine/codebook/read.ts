import type { CodeRow } from '../../contract/codes.ts';
import type { Scope } from '../../contract/scope.ts';
import { onlyOne } from '../find.ts';
import { tallyScope } from '../scope/tally.ts';
import type { Sql } from '../store/sql.ts';
import { otherWords } from './labels.ts';
import { readTree, showPath } from './tree.ts';

/**
 * @returns the codebook in tree order, each code with the passages in scope (distinct spans of current versions over
 * the coders in scope) and documents that carry it, and its other words
 */
export function listCodes(db: Sql, scope?: Scope): CodeRow[] {
  const counts = new Map<string, { passages: number; documents: number }>();
  for (const { byCode } of tallyScope(db, scope).values()) {
    for (const [code, places] of byCode) {
      const { passages, documents } = counts.get(code) ?? { passages: 0, documents: 0 };
      counts.set(code, { passages: passages + places, documents: documents + 1 });
    }
  }
  const words = otherWords(db);
  return readTree(db).map(({ path, rank: _rank, ...node }) => ({
    ...node,
    ...words.get(node.id),
    path: showPath(path),
    depth: path.length - 1,
    passages: counts.get(node.id)?.passages ?? 0,
    documents: counts.get(node.id)?.documents ?? 0,
  }));
}

/**
 * Finds the code a person means.
 * @param asked an id, a path with "/" or ">" between the names, or a name where it is unique
 * @returns its id
 * @throws ColligoError NOT_FOUND or NOT_UNIQUE with the candidates' paths
 */
export function findCode(db: Sql, asked: string): string {
  const nodes = readTree(db);
  const fold = (text: string) => text.trim().toLowerCase();
  const parts = asked.split(/[/>›]/).map(fold);
  const byId = nodes.filter((node) => node.id === fold(asked));
  const byName = nodes.filter((node) => fold(node.name) === fold(asked));
  const byPath = nodes.filter((node) => node.path.map(fold).join('/') === parts.join('/'));
  for (const match of [byId, byName, byPath]) {
    // A name that is taken twice may still be a whole path: a code at the root beside one of the same name below.
    const exact =
      match === byName && match.length > 1 ? match.filter((node) => byPath.includes(node)) : match;
    const found = exact.length > 0 ? exact : match;
    if (found.length > 0)
      return onlyOne(
        found,
        asked,
        'code',
        found.map((node) => showPath(node.path)),
      ).id;
  }
  return onlyOne<(typeof nodes)[number]>(
    [],
    asked,
    'code',
    nodes.map((node) => showPath(node.path)),
  ).id;
}
