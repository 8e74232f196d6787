import type { Scope } from '../../contract/scope.ts';
import { type Narrowing, narrow } from '../scope/narrow.ts';
import { scopeInWords } from '../scope/words.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';
import { ChosenPassages } from './chosen.ts';
import type { FrameDocument } from './frame.ts';
import { type Pseudonyms, unveiled, veiled } from './pseudonyms.ts';

/** The part of the project that a dataset holds: its scope, worked out once for all tables. */
export interface Part {
  readonly narrowing: Narrowing;
  /** The scope as a sentence; null where everything goes along. */
  readonly words: string | null;
  /** The scope itself, by which the dataset can be derived again; null likewise. */
  readonly scope: Scope | null;
  /** @returns a condition on `c`, a row of codings on passages of that document */
  codings(document: FrameDocument): Query;
  /** @returns a condition on `p`, a row of passages of that document */
  passages(document: FrameDocument): Query;
  /**
   * A review says that a code was looked for in the whole document. Where all that its coder found lies outside the
   * scope, it would read as an absence that nobody stated: then it stays out.
   * @returns a condition on `r`, a row of reviews of that document
   */
  reviews(document: FrameDocument): Query;
}

/**
 * @param asked everything, where it is left out
 * @param pseudonyms what coders are called in it; their names, where it is left out
 */
export function partOf(db: Sql, asked: Scope | undefined, pseudonyms?: Pseudonyms): Part {
  // Coders that are gone would have to be named by their ids.
  const scope = asked && pseudonyms ? unveiled(veiled(asked, pseudonyms), pseudonyms) : asked;
  const narrowing = narrow(db, scope);
  // Worked out when it is first asked for: not everything that has a part looks at its passages.
  let chosen: ChosenPassages | undefined;
  const called = pseudonyms && new Map(Array.from(pseudonyms, ([coder, { name }]) => [coder, name]));
  const words = scopeInWords(db, scope, called);
  const said = scope && pseudonyms ? veiled(scope, pseudonyms) : scope;
  const isChosen = ({ id }: FrameDocument, passage: Query) => {
    if (!narrowing.narrowsPassages) return sql`TRUE`;
    chosen ??= new ChosenPassages(db, narrowing);
    return sql`${passage} IN ${chosen.within(id)}`;
  };
  const onChosen = (document: FrameDocument) => isChosen(document, sql`c.passage_id`);
  return {
    narrowing,
    words,
    scope: words === null ? null : (said ?? null),
    codings: (document) => sql`(${onChosen(document)} AND ${narrowing.coder(sql`c.coder_id`)})`,
    passages: (document) => isChosen(document, sql`p.id`),
    reviews: (document) => {
      const mine = narrowing.coder(sql`r.coder_id`);
      if (!narrowing.narrowsPassages) return mine;
      const found = sql`FROM codings c JOIN anchors a ON a.passage_id = c.passage_id
        WHERE a.version_id = ${document.versionId} AND a.status <> 'lost'
          AND c.code_id = r.code_id AND c.coder_id = r.coder_id`;
      return sql`${mine} AND (NOT EXISTS (SELECT 1 ${found}) OR EXISTS (SELECT 1 ${found} AND ${onChosen(document)}))`;
    },
  };
}
