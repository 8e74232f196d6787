import { pseudonymsOf } from '../dataset/pseudonyms.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/** How coders are called in a report, by their ids: in scope or not, since somebody outside may have written a memo. */
export type People = ReadonlyMap<string, string>;

/** @param pseudonyms whether they have the numbers that they have in a dataset without names */
export function peopleOf(db: Sql, pseudonyms: boolean): People {
  if (pseudonyms) return new Map(Array.from(pseudonymsOf(db), ([id, { name }]) => [id, name]));
  const coders = db.all<{ id: Uint8Array; name: string }>(sql`SELECT id, name FROM coders`);
  return new Map(coders.map(({ id, name }) => [idText(id), name]));
}
