import type { Scope } from '../../../src/contract/scope.ts';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { readingOf } from '../kit/documents.ts';
import { chosenBy } from '../scope/naive.ts';
import { TEXTS } from '../scope/projects.ts';
import type { Judged } from './projects.ts';

/** A coding whose place is in the text as it stands. */
export interface Placed {
  readonly id: string;
  readonly document: string;
  readonly code: string;
  readonly coder: string;
  /** Names its place. */
  readonly place: string;
  /** Of the words; null for a part of a page. */
  readonly span: readonly [start: number, end: number] | null;
}

/** What is asked of one cell. */
export interface Asked {
  readonly codes: readonly string[];
  readonly documents: readonly string[];
  /** All together where it is null. */
  readonly coder: string | null;
}

const EVERYTHING: Scope = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };

/** @returns the codings in scope that have a place in the text as it stands */
export function placedInScope(made: Judged, scope: Scope = EVERYTHING): Placed[] {
  const chosen = new Set(chosenBy(made.project, scope).codings.map(({ id }) => id));
  return placedIn(made).filter(({ id }) => chosen.has(id));
}

/** @returns a function that weighs one cell by the rule as it is written, looking at every coding, word and review anew */
export function weigher(made: Judged, scope: Scope = EVERYTHING) {
  const { db } = made.project;
  const chosen = new Set(chosenBy(made.project, scope).codings.map(({ id }) => id));
  const named = scope.coders.filter((coder) => made.coders.includes(coder));
  const coders = named.length > 0 ? named : made.coders;
  const codable = new Set(readTree(db).flatMap((node) => (node.codable ? [node.id] : [])));
  const placed = placedIn(made);
  const words = new Map(
    made.documents.map((id, index) => [
      id,
      [...readingOf(TEXTS[index] ?? '').words].filter((_, at) => at % 2 === 0),
    ]),
  );

  return ({ codes, documents, coder }: Asked) => {
    const asked = coder === null ? coders : coders.filter((one) => one === coder);
    const relevant = placed.filter(
      (one) => codes.includes(one.code) && documents.includes(one.document) && asked.includes(one.coder),
    );
    const found = relevant.filter(({ id }) => chosen.has(id));
    const covered = documents.flatMap((document) =>
      (words.get(document) ?? []).filter((at) =>
        found.some(({ document: of, span }) => of === document && span && at >= span[0] && at < span[1]),
      ),
    );
    const wanted = codes.filter((code) => codable.has(code));
    // A branch in which nothing can be applied is what its first code is.
    const looked = (wanted.length > 0 && codes.length > 1 ? wanted : codes.slice(0, 1)).every((code) =>
      documents.every(
        (document) =>
          asked.some((one) => made.reviewed.has([document, code, one].join(' '))) &&
          !relevant.some((one) => one.document === document && one.code === code && !chosen.has(one.id)),
      ),
    );
    return {
      spans: new Set(found.map(({ place }) => place)).size,
      codings: found.length,
      words: covered.length,
      presence: found.length > 0 ? 1 : documents.length > 0 && looked ? 0 : null,
    };
  };
}

function placedIn({ project }: Judged): Placed[] {
  type Bytes = Uint8Array;
  return project.db
    .all<{
      id: Bytes;
      document_id: Bytes;
      code_id: Bytes;
      coder_id: Bytes;
      start: number | null;
      end: number | null;
      page: number | null;
      x1: number | null;
    }>(sql`
      SELECT c.id, p.document_id, c.code_id, c.coder_id, a.start_offset AS start, a.end_offset AS "end", a.page, a.x1
      FROM codings c JOIN passages p ON p.id = c.passage_id JOIN anchors a ON a.passage_id = p.id
      WHERE a.status <> 'lost'`)
    .map(({ id, document_id, code_id, coder_id, start, end, page, x1 }) => ({
      id: idText(id),
      document: idText(document_id),
      code: idText(code_id),
      coder: idText(coder_id),
      place: [idText(document_id), start, end, page, x1].join(' '),
      span: start === null || end === null ? null : [start, end],
    }));
}
