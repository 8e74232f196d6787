import { sha256 } from '../../documents/reading-id.ts';
import { idBytes, idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { meaningOf } from '../meaning.ts';
import { idList } from '../pick.ts';
import type { CodeNode } from '../tree.ts';

interface Review {
  readonly id: Uint8Array;
  readonly version_id: Uint8Array;
  readonly coder_id: Uint8Array;
  readonly meaning_sha256: Buffer;
}

/** The reviews by one coder in one version, newest first. */
interface Looked {
  readonly reviews: readonly Review[];
  /** Whether they have looked for all that the codes mean now. */
  readonly isWhole: boolean;
}

/** What coders have looked for of codes that become one. */
function looked(db: Sql, codes: readonly CodeNode[]): Looked[] {
  const meanings = [...new Set(codes.map((code) => meaningOf(code).toString('hex')))];
  const rows = db.all<Review>(sql`SELECT id, version_id, coder_id, meaning_sha256 FROM reviews
    WHERE code_id IN (${idList(codes.map(({ id }) => id))}) ORDER BY created_at DESC, id DESC`);
  const groups = Map.groupBy(rows, (row) => idText(row.version_id) + idText(row.coder_id));
  return [...groups.values()].map((reviews) => {
    const known = new Set(reviews.map((review) => review.meaning_sha256.toString('hex')));
    return { reviews, isWhole: meanings.every((meaning) => known.has(meaning)) };
  });
}

/**
 * What stands in the place of a meaning that was looked for only in part: no meaning of a code has this hash, so that the
 * review is stale whatever the code reads.
 */
const inPart = (meaning: Buffer): Buffer => sha256(JSON.stringify(['in part', meaning.toString('hex')]));

/** @returns how many reviews of the code that stays there would be, and how many of them stale */
export function countReviews(
  db: Sql,
  codes: readonly CodeNode[],
  after: Buffer,
): { reviews: number; stale: number } {
  const all = looked(db, codes);
  return { reviews: all.length, stale: all.filter((one) => !meaningAfter(one, after).equals(after)).length };
}

/** What a review has looked for afterwards: all of it, or a part; of one that was stale before, what it had. */
function meaningAfter({ reviews, isWhole }: Looked, after: Buffer): Buffer {
  const before = reviews[0]?.meaning_sha256 ?? after;
  if (isWhole) return after;
  return before.equals(after) ? inPart(before) : before;
}

/**
 * Makes the reviews of codes that become one those of the one that stays, within a step. An absence is only ever derived
 * from what a coder looked for: the review holds where the coder has looked, in that version of the text, for everything that
 * the codes mean now. Who has looked for one of them only has a review that is stale, and counts as not judged until it is
 * renewed. The newest review stays, since only with it the looking was done.
 * @param codes the one that stays, then those that go
 * @param after the meaning of the one that stays, once they are merged
 */
export function mergeReviews(db: Sql, codes: readonly CodeNode[], after: Buffer): void {
  const target = idBytes(codes[0]?.id ?? '');
  for (const one of looked(db, codes)) {
    const [stays, ...others] = one.reviews;
    if (stays === undefined) continue;
    for (const { id } of others) db.run(sql`DELETE FROM reviews WHERE id = ${id}`);
    const meaning = meaningAfter(one, after);
    db.run(sql`UPDATE reviews SET code_id = ${target}, meaning_sha256 = ${meaning}
      WHERE id = ${stays.id} AND (code_id <> ${target} OR meaning_sha256 <> ${meaning})`);
  }
}
