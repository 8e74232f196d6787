import { createHash } from 'node:crypto';
import type { Scope } from '../../contract/scope.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/** What a coder is called in a dataset that names nobody. */
export interface Pseudonym {
  readonly id: string;
  readonly name: string;
  /** Place among the coders of the project, from 1. */
  readonly position: number;
}

/** By the coders' ids. */
export type Pseudonyms = ReadonlyMap<string, Pseudonym>;

/**
 * Numbers the coders of a project in the order of their ids, whoever of them is in scope: neither their names nor when they
 * joined or how much they coded decides. A coder's id is the same in every project of that person, so it is replaced, too, by
 * one that is made of the project and the number alone.
 * @returns a pseudonym for each coder of the project
 */
export function pseudonymsOf(db: Sql): Pseudonyms {
  const project = db.one<{ id: Uint8Array }>(sql`SELECT id FROM projects ORDER BY created_at, id LIMIT 1`);
  const coders = db.all<{ id: Uint8Array; kind: 'person' | 'consensus' }>(
    sql`SELECT id, kind FROM coders ORDER BY kind = 'consensus', id`,
  );
  const counts = { person: 0, consensus: 0 };
  return new Map(
    coders.map(({ id, kind }, index) => {
      const name = `${kind === 'person' ? 'Coder' : 'Consensus'} ${++counts[kind]}`;
      return [idText(id), { id: madeId(`${idText(project.id)} ${name}`), name, position: index + 1 }];
    }),
  );
}

/** @returns a scope in which coders are called by their pseudonyms; those that the project has no more are left out */
export const veiled = (scope: Scope, pseudonyms: Pseudonyms): Scope => ({
  ...scope,
  coders: scope.coders.flatMap((coder) => pseudonyms.get(coder)?.id ?? []),
});

/** @returns the scope that `veiled` was given, as far as the project still knows its coders */
export function unveiled(scope: Scope, pseudonyms: Pseudonyms): Scope {
  const coders = new Map(Array.from(pseudonyms, ([coder, { id }]) => [id, coder]));
  return { ...scope, coders: scope.coders.flatMap((id) => coders.get(id) ?? []) };
}

/** @returns a UUID of a kind that says it means nothing beyond itself (RFC 9562, version 8) */
function madeId(of: string): string {
  const bytes = createHash('sha256').update(`colligo pseudonym ${of}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return idText(bytes);
}
