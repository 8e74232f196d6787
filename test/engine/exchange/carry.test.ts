import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Gathered } from '../../../src/engine/exchange/carry/gather.ts';
import { ReportBook } from '../../../src/engine/exchange/carry/report.ts';
import { writeGathered } from '../../../src/engine/exchange/carry/write.ts';
import { identityOf } from '../../../src/engine/exchange/identity.ts';
import type { ExchangedPassage, Piece } from '../../../src/engine/exchange/model.ts';
import { textSource } from '../../../src/engine/exchange/text-source.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { newProject } from '../kit/project.ts';

const id = (name: string) => identityOf('test', name);
const TEXT = 'The grid is the limit.\n\nHeat 🙂 plans by 2030.';

/** Carries pieces into a project as an import does, without the worker. */
function carry(project: Project, pieces: readonly Piece[]) {
  const gathered = new Gathered();
  const book = new ReportBook();
  for (const piece of pieces) gathered.take(project.db, piece, book);
  const mutation = project.write({ code: 'projects.import', label: 'Import' }, [], (writing) =>
    writeGathered(writing, gathered, book, false),
  );
  return { step: mutation.step, book };
}

const HEAD: readonly Piece[] = [
  { type: 'project', tool: 'A program', title: 'A study', description: '', keepsPassages: false },
  { type: 'coder', id: id('anna'), name: 'Coder A' },
  { type: 'code', id: id('barriers'), parentId: null, name: 'Barriers', codable: false },
  {
    type: 'code',
    id: id('grid'),
    parentId: id('barriers'),
    name: 'Grid',
    colour: '#a56a16',
    labels: [{ kind: 'alias', language: 'de', text: 'Netz' }],
    links: [{ kind: 'see_also', other: id('heat') }],
  },
  { type: 'code', id: id('heat'), parentId: null, name: 'Heat' },
  { type: 'attribute', id: id('share'), name: 'Share', appliesTo: 'case', kind: 'number' },
  {
    type: 'attribute',
    id: id('kind'),
    name: 'Kind',
    appliesTo: 'document',
    kind: 'choice',
    choices: ['plan', 'law'],
  },
];

function document(passages: readonly ExchangedPassage[], text = TEXT): Piece {
  return {
    type: 'document',
    id: id('document'),
    title: 'National plan',
    fileName: 'plan.txt',
    read: textSource(text, 'en').read,
    values: [{ attribute: id('kind'), value: 'law' }],
    passages,
  };
}

const coding = (code: string, more: object = {}) => ({ code: id(code), coder: id('anna'), ...more });

const REST: readonly Piece[] = [
  {
    type: 'case',
    id: id('country'),
    name: 'Country',
    documents: [id('document')],
    values: [{ attribute: id('share'), value: '12.5' }],
  },
  { type: 'memo', id: id('memo'), title: 'Why', body: 'Because', about: { kind: 'passage', id: id('p1') } },
  { type: 'review', id: id('review'), document: id('document'), code: id('heat'), coder: id('anna') },
  {
    type: 'attachment',
    id: id('talk'),
    name: 'Talk.m4a',
    mediaType: 'audio/mp4',
    bytes: new Uint8Array([1, 2, 3]),
    note: 'A recording',
  },
];

const WHOLE: readonly Piece[] = [
  ...HEAD,
  document([
    { id: id('p1'), place: { start: 4, end: 8 }, codings: [coding('grid', { id: id('c1'), weight: 70 })] },
    { id: id('p2'), place: { start: 4, end: 8 }, comment: 'Said twice', codings: [coding('heat')] },
    { id: id('p3'), place: { start: 29, end: 31 }, codings: [coding('barriers')] },
  ]),
  ...REST,
];

test('everything comes in as one step, which a second time finds nothing to do, and undo takes back whole', async () => {
  const project = await newProject();
  const before = dump(project.db);
  const { step, book } = carry(project, WHOLE);
  expect(step?.code).toBe('projects.import');
  expect(book.came).toEqual({
    documents: 1,
    codes: 3,
    coders: 1,
    cases: 1,
    attributes: 2,
    passages: 2,
    codings: 3,
    memos: 1,
    reviews: 1,
    versions: 0,
    files: 1,
  });
  const after = dump(project.db);
  const again = carry(project, WHOLE);
  expect(again.step).toBeNull();
  expect(dump(project.db)).toBe(after);
  expect(again.book.already.codings).toBe(3);
  expect(checkWhole(project.db)).toEqual([]);
  project.undo();
  // The person who imports stays a coder only as long as a step of theirs does.
  expect(dump(project.db)).toBe(before);
});

test('passages of one place become one, with what each of them carried', async () => {
  const project = await newProject();
  carry(project, WHOLE);
  const rows = project.db.all<{ start_offset: number; comment: string; n: number }>(sql`
    SELECT a.start_offset, p.comment, (SELECT count(*) FROM codings c WHERE c.passage_id = p.id) AS n
    FROM passages p JOIN anchors a ON a.passage_id = p.id ORDER BY a.start_offset`);
  expect(rows).toEqual([
    { start_offset: 4, comment: 'Said twice', n: 2 },
    { start_offset: 29, comment: '', n: 1 },
  ]);
});

describe('what does not fit is put right or said', () => {
  const lines = async (pieces: readonly Piece[]) => {
    const project = await newProject();
    const { book } = carry(project, pieces);
    expect(checkWhole(project.db)).toEqual([]);
    return { project, said: book.lines().map(({ what, message }) => `${what}: ${message}`) };
  };

  test('a code that only groups but was applied is made codable', async () => {
    const { project, said } = await lines(WHOLE);
    expect(project.db.get(sql`SELECT codable FROM codes WHERE name = 'Barriers'`)).toEqual({ codable: 1 });
    expect(said).toContain(
      'mended: A code that only groups others was applied to passages: it can be applied here, too.',
    );
  });

  test('a place outside the text is left, one that runs past it or splits a character is mended', async () => {
    const { project, said } = await lines([
      ...HEAD,
      document([
        { place: { start: 500, end: 600 }, codings: [coding('grid')] },
        { place: { start: 40, end: 600 }, codings: [coding('grid')] },
        { place: { start: 24, end: 30 }, codings: [coding('grid')] },
      ]),
    ]);
    expect(project.db.all(sql`SELECT start_offset, end_offset FROM anchors ORDER BY start_offset`)).toEqual([
      { start_offset: 24, end_offset: 31 },
      { start_offset: 40, end_offset: TEXT.length },
    ]);
    expect(said.filter((line) => line.startsWith('left'))).toHaveLength(1);
    expect(said.filter((line) => line.startsWith('mended'))).toHaveLength(1);
  });

  test('a coder that the file does not list, a code that it does not list, a value that does not fit', async () => {
    const { project, said } = await lines([
      ...HEAD,
      document([
        {
          place: { start: 0, end: 3 },
          codings: [{ code: id('grid') }, { code: id('nobody'), coder: id('anna') }],
        },
      ]),
      {
        type: 'case',
        id: id('country'),
        name: 'Country',
        documents: [id('elsewhere')],
        values: [{ attribute: id('share'), value: 'a lot' }],
      },
    ]);
    expect(said).toHaveLength(4);
    expect(project.db.all(sql`SELECT name FROM coders ORDER BY name`)).toContainEqual({
      name: 'Unknown coder',
    });
  });

  test('a selection with neither code nor note does not come; one that only a note is about does', async () => {
    const { project, said } = await lines([
      ...HEAD,
      document([
        { id: id('p1'), place: { start: 0, end: 3 }, codings: [] },
        { id: id('p2'), place: { start: 4, end: 8 }, codings: [] },
      ]),
      ...REST.slice(1, 2),
    ]);
    expect(countRows(project.db, 'passages')).toBe(1);
    expect(said).toEqual(['left: A selection carries neither a code nor a note.']);
  });

  test('a locked codebook takes no new codes, and the project stays as it was', async () => {
    const project = await newProject();
    carry(project, HEAD);
    project.write({ code: 'test.lock', label: 'Lock' }, [], ({ db, actor, at }) => {
      db.run(sql`INSERT INTO codebook_states (id, sha256, body, created_at, created_by)
        VALUES (randomblob(16), randomblob(32), '[]', ${at}, ${actor.id})`);
      db.run(sql`INSERT INTO codebook_versions (id, name, state_id, locked, created_at, created_by)
        SELECT randomblob(16), 'Round 1', id, 1, ${at}, ${actor.id} FROM codebook_states`);
    });
    const before = dump(project.db);
    const more: Piece = { type: 'code', id: id('new'), parentId: null, name: 'New' };
    expect(() => carry(project, [...HEAD, more])).toThrow(/locked as “Round 1”/);
    expect(dump(project.db)).toBe(before);
    expect(carry(project, WHOLE).step).not.toBeNull();
  });
});

test('a document under a new identity with the same title and text is the same document', async () => {
  const project = await newProject();
  carry(project, WHOLE);
  const renamed = WHOLE.map(
    (piece): Piece => (piece.type === 'document' ? { ...piece, id: id('reminted') } : piece),
  );
  const { book } = carry(project, renamed);
  expect(countRows(project.db, 'documents')).toBe(1);
  expect(countRows(project.db, 'codings')).toBe(3);
  expect(book.lines().some(({ message }) => message.includes('under another identity'))).toBe(true);
});

test('whatever passages come, each coding lies where it was said, once, and twice changes nothing', async () => {
  const places = fc.record({
    start: fc.nat(TEXT.length + 5),
    length: fc.nat(12),
    codes: fc.subarray(['grid', 'heat', 'barriers']),
    own: fc.boolean(),
    comment: fc.constantFrom('', 'One', 'Two'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(places, { maxLength: 12 }), fc.boolean(), async (drawn, keepsPassages) => {
      const passages = drawn.map(
        ({ start, length, codes, own, comment }, index): ExchangedPassage => ({
          ...(own && { id: id(`p${index}`) }),
          place: { start, end: start + length },
          comment,
          codings: codes.map((code) => coding(code)),
        }),
      );
      const project = await newProject();
      const [, ...rest] = HEAD;
      const pieces: Piece[] = [
        { type: 'project', tool: 'Colligo', title: 'A', description: '', keepsPassages },
        ...rest,
        document(passages),
      ];
      const { book } = carry(project, pieces);
      const after = dump(project.db);
      expect(carry(project, pieces).step).toBeNull();
      expect(dump(project.db)).toBe(after);
      expect(checkWhole(project.db)).toEqual([]);
      // Against plain counting: distinct places and codes of what fits the text.
      const distinct = new Set(
        passages.flatMap(({ id: own, place, codings }) => {
          const { start, end } = place as { start: number; end: number };
          const [from, to] = [
            splits(start) && start !== end ? start - 1 : start,
            splits(end) ? end + 1 : end,
          ];
          if (start >= TEXT.length || start === end) return [];
          const at = keepsPassages && own !== undefined ? own : `${from}-${Math.min(to, TEXT.length)}`;
          return codings.map(({ code }) => `${at} ${code}`);
        }),
      );
      if (!keepsPassages) expect(countRows(project.db, 'codings')).toBe(distinct.size);
      expect(book.came.codings).toBe(countRows(project.db, 'codings'));
    }),
    { numRuns: 40 },
  );
});

const splits = (offset: number) => /^[\uDC00-\uDFFF]/.test(TEXT.slice(offset, offset + 1));
