import type { Citation, UnitTable } from '../../contract/exports.ts';
import type { Scope } from '../../contract/scope.ts';
import { meaningOf } from '../codebook/meaning.ts';
import { type CodeNode, readTree, showPath } from '../codebook/tree.ts';
import { CURRENT } from '../documents/current.ts';
import { ColligoError } from '../errors.ts';
import type { Narrowing } from '../scope/narrow.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { type Part, partOf } from './part.ts';
import { type Pseudonyms, pseudonymsOf } from './pseudonyms.ts';

/** A document as it now stands. */
export interface FrameDocument {
  readonly id: string;
  readonly idBytes: Uint8Array;
  readonly title: string;
  readonly versionId: Uint8Array;
  readonly readingKey: number;
  /** All words of the current version. */
  readonly words: number;
}

export interface FrameCase {
  readonly id: string;
  readonly name: string;
  readonly documents: readonly FrameDocument[];
}

export interface FrameCode {
  readonly node: CodeNode;
  /** Place in tree order, from 1. */
  readonly position: number;
  readonly path: string;
  /** See codebook/meaning.ts: where a review's differs, the review is stale. */
  readonly meaning: Buffer;
}

export interface FrameCoder {
  /** As it stands in the dataset: another than in the project, where coders go by pseudonyms. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'consensus';
  readonly createdAt: string;
  readonly position: number;
}

/** What every table refers to, read once; small beside the codings and texts, which are read as they are written. */
export interface Frame {
  readonly db: Sql;
  readonly part: Part;
  /** Whether pictures of parts of pages go along. */
  readonly images: boolean;
  /** Whether coders go by pseudonyms. */
  readonly pseudonyms: boolean;
  /** How it is to be cited, and under which licence it is passed on. */
  readonly citation: Citation | undefined;
  /** The table of units that goes along; none, where it is undefined. */
  readonly units: UnitTable | undefined;
  readonly project: { readonly id: string; readonly title: string; readonly description: string };
  /** Those in scope, by rank, then id. */
  readonly documents: readonly FrameDocument[];
  /** Those in scope, by rank, then id; their documents likewise. */
  readonly cases: readonly FrameCase[];
  /** In tree order. */
  readonly codes: ReadonlyMap<string, FrameCode>;
  /** Those in scope, by their ids in the project; in the order in which they joined it, or that of their pseudonyms. */
  readonly coders: ReadonlyMap<string, FrameCoder>;
}

/** What is asked for. */
export interface FrameOptions {
  /** What goes along; everything, where it is left out. */
  readonly scope?: Scope | undefined;
  /** Whether a picture of each coded part of a page goes along; they do not, where it is left out. */
  readonly images?: boolean | undefined;
  /** Whether coders go by pseudonyms; they have their names, where it is left out. */
  readonly pseudonyms?: boolean | undefined;
  /** How the dataset is to be cited; it does not say, where it is left out. */
  readonly citation?: Citation | undefined;
  /** A table of units beside the others; none, where it is left out. */
  readonly units?: UnitTable | undefined;
}

/** @returns the ids in the project of the coders in scope who are persons, in their order */
export const personsOf = ({ coders }: Frame): string[] =>
  [...coders].filter(([, { kind }]) => kind === 'person').map(([id]) => id);

/**
 * @param db within a read transaction
 * @param options what goes along; see DatasetOptions
 * @throws ColligoError DAMAGED where a document has no version
 */
export function readFrame(
  db: Sql,
  { scope, images = false, pseudonyms = false, citation, units }: FrameOptions = {},
): Frame {
  const called = pseudonyms ? pseudonymsOf(db) : undefined;
  const part = partOf(db, scope, called);
  const { narrowing } = part;
  const project = db.one<{ id: Uint8Array; title: string; description: string }>(
    sql`SELECT id, title, description FROM projects ORDER BY created_at, id LIMIT 1`,
  );
  const documents = readDocuments(db, narrowing);
  return {
    db,
    part,
    images,
    pseudonyms,
    citation,
    units,
    project: { ...project, id: idText(project.id) },
    documents,
    cases: readCases(db, documents).filter((ofCase) => isCaseIn(narrowing, ofCase)),
    codes: new Map(readTree(db).map((node, index) => [node.id, toCode(node, index + 1)])),
    coders: readCoders(db, narrowing, called),
  };
}

/** Where a scope names cases, these; where it chooses documents otherwise, the cases that have some of them. */
function isCaseIn({ narrowsDocuments, resolved }: Narrowing, { id, documents }: FrameCase): boolean {
  if (resolved.cases.length > 0 && !resolved.cases.includes(id)) return false;
  return !narrowsDocuments || documents.length > 0;
}

/** @returns what the map holds for the id; foreign keys see to it that there is something */
export function known<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`the project refers to ${id}, which it does not hold`);
  return value;
}

function readDocuments(db: Sql, narrowing: Narrowing): FrameDocument[] {
  const rows = db.all<{
    id: Uint8Array;
    title: string;
    version_id: Uint8Array | null;
    reading_key: number;
    words: number;
  }>(sql`
    SELECT d.id, d.title, current.version_id, current.reading_key, r.word_count AS words
    FROM documents d
    LEFT JOIN (${CURRENT}) AS current ON current.document_id = d.id
    LEFT JOIN readings r ON r.key = current.reading_key
    WHERE ${narrowing.document(sql`d.id`)}
    ORDER BY d.rank, d.id`);
  return rows.map((row) => {
    if (!row.version_id) {
      throw new ColligoError('DAMAGED', `The document “${row.title}” has no text in this project.`, {
        remedy: 'Open the newest backup from the folder beside the project.',
      });
    }
    const { title, words } = row;
    const versionId = row.version_id;
    return { id: idText(row.id), idBytes: row.id, title, versionId, readingKey: row.reading_key, words };
  });
}

function readCases(db: Sql, documents: readonly FrameDocument[]): FrameCase[] {
  const places = new Map(documents.map(({ id }, index) => [id, index]));
  const members = new Map<string, number[]>();
  const pairs = db.iterate<{ case_id: Uint8Array; document_id: Uint8Array }>(
    sql`SELECT case_id, document_id FROM case_documents`,
  );
  for (const pair of pairs) {
    const place = places.get(idText(pair.document_id));
    if (place === undefined) continue;
    const ofCase = idText(pair.case_id);
    const there = members.get(ofCase);
    if (there) there.push(place);
    else members.set(ofCase, [place]);
  }
  const cases = db.all<{ id: Uint8Array; name: string }>(sql`SELECT id, name FROM cases ORDER BY rank, id`);
  return cases.map(({ id: bytes, name }) => {
    const id = idText(bytes);
    const mine = (members.get(id) ?? []).sort((a, b) => a - b);
    return { id, name, documents: mine.flatMap((place) => documents[place] ?? []) };
  });
}

function readCoders(
  db: Sql,
  narrowing: Narrowing,
  pseudonyms: Pseudonyms | undefined,
): Map<string, FrameCoder> {
  const rows = db.all<{ id: Uint8Array; name: string; kind: FrameCoder['kind']; created_at: string }>(
    sql`SELECT id, name, kind, created_at FROM coders
      WHERE ${narrowing.coder(sql`id`)} ORDER BY created_at, id`,
  );
  const coders = rows.map(({ id: bytes, name, kind, created_at: createdAt }, index): [string, FrameCoder] => {
    const id = idText(bytes);
    return [id, { id, name, kind, createdAt, position: index + 1, ...pseudonyms?.get(id) }];
  });
  return new Map(coders.sort(([, a], [, b]) => a.position - b.position));
}

const toCode = (node: CodeNode, position: number): FrameCode => ({
  node,
  position,
  path: showPath(node.path),
  meaning: meaningOf(node),
});
