import type { Scope } from '../../../../contract/scope.ts';
import { type Frame, readFrame } from '../../../dataset/frame.ts';
import { CURRENT } from '../../../documents/current.ts';
import { MEDIA_TYPES } from '../../../import/formats.ts';
import { isPictureType } from '../../../import/picture/header.ts';
import { type Query, type Sql, sql } from '../../../store/sql.ts';
import { attachmentsOf } from './attachments.ts';
import { namesOnce } from './codes.ts';
import { Refi, type RefiOptions } from './context.ts';
import { isDay } from './values.ts';
import { isHeld } from './xml.ts';

/** Something that the file holds in another form, or not at all. */
export interface LossLine {
  /** In words. */
  readonly what: string;
  readonly count: number;
  /** What becomes of it, in words. */
  readonly becomes: string;
}

/** What is asked for. */
export interface LossRequest {
  readonly scope?: Scope | undefined;
  readonly pseudonyms?: boolean | undefined;
  readonly refi: RefiOptions;
}

const NOTE = 'kept in a note that Colligo reads back; other programs show it as text';
const OUT = 'left out';

/**
 * What a REFI-QDA project of this one holds otherwise than the project, or not at all (section 7 of the standard asks
 * exporters to say so). Writes nothing.
 * @param db within a read transaction
 * @returns the lines that apply, those that are lost to every program last
 */
export function lossOf(db: Sql, { scope, pseudonyms, refi: options }: LossRequest): LossLine[] {
  const frame = readFrame(db, { scope, pseudonyms });
  const refi = new Refi(frame, options);
  const lines = [...changed(refi), ...kept(refi), ...left(refi)];
  return lines.filter(({ count }) => count > 0);
}

/** What other programs get in another form. */
function changed(refi: Refi): LossLine[] {
  const { db, part, codes, documents } = refi.frame;
  const parts = [...codes.values()].filter(
    ({ node }) => [node.definition, node.useWhen, node.useNotWhen, node.example].filter(Boolean).length > 1,
  );
  const files = filesOf(refi.frame);
  const cells = refi.memos.linked.filter(({ about }) => about.kind !== 'pair');
  const ofDocuments = documents.flatMap(({ id }) => refi.memos.referred.get(id) ?? []);
  return [
    line('Codes with rules of use or an example', parts.length, 'one description with headings'),
    line(
      'Codes that share their name with another code',
      refi.rules.sameNames ? 0 : namesOnce([...codes.values()]).size,
      'called by their paths, since QualCoder knows codes by name',
    ),
    line(
      'Links between codes',
      count(db, sql`SELECT count(*) AS n FROM code_links`),
      'links, which most programs leave out',
    ),
    line(
      'Documents from Markdown or HTML',
      files.filter(({ media_type: type }) => type === MEDIA_TYPES.markdown || type === MEDIA_TYPES.html)
        .length,
      refi.sidecar ? 'plain text, with the original beside it for Colligo' : 'plain text',
    ),
    line(
      'Parts of pages and pictures',
      count(
        db,
        sql`SELECT count(*) AS n FROM anchors a JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
          WHERE a.kind = 'region' AND a.status <> 'lost' AND ${part.narrowing.passage(sql`a.passage_id`)}`,
      ),
      `whole points or pixels around them${refi.sidecar ? ', with their exact places in the note for Colligo' : ''}`,
    ),
    line(
      'Pictures that are neither JPEG nor PNG',
      files.filter(
        ({ media_type: type }) => isPictureType(type) && type !== 'image/jpeg' && type !== 'image/png',
      ).length,
      'as they are, though the standard names only those two kinds',
    ),
    line('Memos about cases and about codes in a document or case', cells.length, 'notes with links'),
    line('Memos about two passages', refi.memos.linked.length - cells.length, 'notes with links'),
    line(
      'Memos about documents',
      refi.rules.notesOnSources ? 0 : ofDocuments.length,
      'notes with links, since ATLAS.ti drops those that a document refers to',
    ),
    ...valueLines(refi),
  ];
}

function valueLines({ frame: { db, part } }: Refi): LossLine[] {
  const { narrowing } = part;
  const inScope = sql`(v.document_id IS NULL OR ${narrowing.document(sql`v.document_id`)})
    AND (v.case_id IS NULL OR ${narrowing.case(sql`v.case_id`)})`;
  const dates = db.all<{ date: string }>(
    sql`SELECT v.date FROM attribute_values v WHERE v.date IS NOT NULL AND ${inScope}`,
  );
  const choices = sql`SELECT count(*) AS n FROM attribute_values v WHERE v.choice_id IS NOT NULL AND ${inScope}`;
  return [
    line('Values that were chosen from a list', count(db, choices), 'text'),
    line(
      'Dates without their day',
      dates.filter(({ date }) => !isDay(date)).length,
      'text, as all dates of their attribute',
    ),
  ];
}

/** What only the note for Colligo holds. */
function kept(refi: Refi): LossLine[] {
  const { db, documents, part, codes, coders } = refi.frame;
  const becomes = refi.sidecar ? NOTE : OUT;
  const sum = (queryOf: (document: (typeof documents)[number]) => Query) =>
    documents.reduce((total, document) => total + count(db, queryOf(document)), 0);
  const choices = sql`SELECT count(*) AS n FROM attribute_choices`;
  return [
    line(
      'Weights of codings',
      sum(
        (document) => sql`SELECT count(*) AS n FROM anchors a JOIN codings c ON c.passage_id = a.passage_id
          WHERE a.version_id = ${document.versionId} AND a.status <> 'lost' AND c.weight IS NOT NULL AND ${part.codings(document)}`,
      ),
      becomes,
    ),
    line(
      'Reviews: what was looked for and where',
      sum(
        (document) =>
          sql`SELECT count(*) AS n FROM reviews r WHERE r.version_id = ${document.versionId} AND ${part.reviews(document)}`,
      ),
      becomes,
    ),
    line('Other names and notes of codes', count(db, sql`SELECT count(*) AS n FROM code_labels`), becomes),
    line('When and by whom codes were made', codes.size, becomes),
    line(
      'Coders who are a consensus of others',
      [...coders.values()].filter(({ kind }) => kind === 'consensus').length,
      refi.sidecar ? `users, ${NOTE}` : 'users like others',
    ),
    line(
      'Named versions of the codebook',
      count(db, sql`SELECT count(*) AS n FROM codebook_versions`),
      becomes,
    ),
    line('Choices of attributes and their order', count(db, choices), becomes),
    line('File names, short keys and languages of documents', documents.length, becomes),
    line(
      'Texts with characters that XML cannot hold',
      unheld(refi),
      `U+FFFD in their places${refi.sidecar ? `; ${NOTE}` : ''}`,
    ),
    line(
      'Files kept with the project',
      attachmentsOf(refi).length,
      refi.sidecar ? 'files beside the sources, which only Colligo reads back' : OUT,
    ),
  ];
}

/** What goes along in no form. */
function left(refi: Refi): LossLine[] {
  const { db, documents, part } = refi.frame;
  const all = count(db, sql`SELECT count(*) AS n FROM attachments`);
  const lost = documents.reduce(
    (sum, document) =>
      sum +
      count(
        db,
        sql`SELECT count(*) AS n FROM passages p WHERE p.document_id = ${document.idBytes} AND ${part.passages(document)}
          AND NOT EXISTS (SELECT 1 FROM anchors a WHERE a.passage_id = p.id AND a.version_id = ${document.versionId} AND a.status <> 'lost')`,
      ),
    0,
  );
  const earlier = sql`SELECT count(*) AS n FROM versions v WHERE ${part.narrowing.document(sql`v.document_id`)}`;
  return [
    line('Files kept with the project that are not of this part', all - attachmentsOf(refi).length, OUT),
    line('Passages that lost their place in the text', lost, `${OUT} with their codings`),
    line('Earlier versions of documents', count(db, earlier) - documents.length, OUT),
    line('Steps of the history', count(db, sql`SELECT count(*) AS n FROM steps`), OUT),
  ];
}

/** @returns how many texts of the part XML cannot hold as they are; the words of the documents are files of their own */
function unheld(refi: Refi): number {
  const { db, part, project, coders, codes, cases, documents } = refi.frame;
  const { narrowing } = part;
  const said: Iterable<string>[] = [
    [project.title, project.description],
    Array.from(coders.values(), ({ name }) => name),
    Array.from(codes.values()).flatMap(({ node }) => [
      node.name,
      `${node.definition}${node.useWhen}${node.useNotWhen}${node.example}`,
    ]),
    cases.map(({ name }) => name),
    documents.map(({ title }) => title),
    texts(db, sql`SELECT description AS text FROM cases WHERE ${narrowing.case(sql`id`)}`),
    texts(db, sql`SELECT name AS text FROM attributes UNION ALL SELECT description FROM attributes`),
    texts(db, sql`SELECT text FROM attribute_values WHERE text IS NOT NULL`),
    texts(db, sql`SELECT label AS text FROM attribute_choices`),
    texts(
      db,
      sql`SELECT comment AS text FROM passages WHERE comment <> '' AND ${narrowing.passage(sql`id`)}`,
    ),
    memoTexts(refi),
  ];
  let total = 0;
  for (const list of said) for (const text of list) if (!isHeld(text)) total++;
  return total;
}

function* texts(db: Sql, query: Query): Generator<string, void> {
  for (const { text } of db.iterate<{ text: string }>(query)) yield text;
}

function* memoTexts({ frame: { db }, memos }: Refi): Generator<string, void> {
  for (const id of memos.ids) {
    const { title, body } = db.one<{ title: string; body: string }>(
      sql`SELECT title, body FROM memos WHERE id = ${id}`,
    );
    yield title;
    yield body;
  }
}

const filesOf = ({ db, part }: Frame) =>
  db.all<{ media_type: string }>(sql`
    SELECT v.media_type FROM (${CURRENT}) AS current JOIN versions v ON v.id = current.version_id
    WHERE ${part.narrowing.document(sql`current.document_id`)}`);

const line = (what: string, count: number, becomes: string): LossLine => ({ what, count, becomes });
const count = (db: Sql, query: Query): number => db.one<{ n: number }>(query).n;
