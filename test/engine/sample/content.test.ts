import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAttributes, listCases } from '../../../src/engine/cases/read.ts';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { listMemos } from '../../../src/engine/memos/read.ts';
import { checkProject } from '../../../src/engine/projects/check.ts';
import { SAMPLE_ID } from '../../../src/engine/sample/names.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { type Sql, sql } from '../../../src/engine/store/sql.ts';
import { listSteps, showStep } from '../../../src/engine/store/steps.ts';
import { makeSample, SOURCES } from './kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'colligo-sample-test-'));
let db: Sql;

beforeAll(async () => {
  db = connect(await makeSample(folder), 'read');
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Coded {
  readonly document: string;
  readonly code: string;
  readonly coder: string;
  readonly start: number;
  readonly end: number;
}

const codings = () =>
  db.all<Coded>(sql`
    SELECT d.short_key AS document, k.name AS code, c.name AS coder, a.start_offset AS start, a.end_offset AS end
    FROM codings g JOIN codes k ON k.id = g.code_id JOIN coders c ON c.id = g.coder_id
    JOIN passages p ON p.id = g.passage_id JOIN documents d ON d.id = p.document_id JOIN anchors a ON a.passage_id = p.id`);

const by = (coder: string) => codings().filter((one) => one.coder === coder);

test('it is sound, and is known as the sample', () => {
  expect(checkProject(db)).toMatchObject({ ok: true, problems: [] });
  expect(idText(db.one<{ id: Uint8Array }>(sql`SELECT id FROM projects`).id)).toBe(SAMPLE_ID);
});

test('two coders have coded all six briefs, one of them a good deal more', () => {
  expect(codings().length).toBeGreaterThanOrEqual(150);
  for (const coder of ['Coder A', 'Coder B'])
    expect(new Set(by(coder).map(({ document }) => document))).toEqual(
      new Set(['us', 'uk', 'eu', 'china', 'australia', 'apec']),
    );
  expect(by('Coder A').length).toBeGreaterThan(by('Coder B').length);
});

test('Coder A has judged every code in every brief, Coder B some', () => {
  const codable = readTree(db).filter((node) => node.codable).length;
  const reviews = db.all<{ document: string; coder: string; n: number }>(sql`
    SELECT d.short_key AS document, c.name AS coder, count(*) AS n FROM reviews r JOIN coders c ON c.id = r.coder_id
    JOIN versions v ON v.id = r.version_id JOIN documents d ON d.id = v.document_id GROUP BY 1, 2`);
  const own = (coder: string) => reviews.filter((row) => row.coder === coder).map(({ n }) => n);
  expect(own('Coder A')).toEqual([codable, codable, codable, codable, codable, codable]);
  const partly = own('Coder B').filter((n) => n < codable);
  expect(partly.length).toBeGreaterThan(0);
  expect(own('Coder B').length).toBeLessThan(6);
  expect(own('Coder B').length).toBeGreaterThan(partly.length);
});

describe('they disagree', () => {
  const same = (a: Coded, b: Coded) => a.document === b.document && a.start === b.start && a.end === b.end;

  test('about the code for the same words, both ways', () => {
    for (const [one, other] of [
      ['Coder A', 'Coder B'],
      ['Coder B', 'Coder A'],
    ] as const) {
      const theirs = by(other);
      const alone = by(one).filter(
        (a) => theirs.some((b) => same(a, b)) && !theirs.some((b) => same(a, b) && a.code === b.code),
      );
      expect(alone.length).toBeGreaterThan(10);
    }
  });

  test('about how far a passage goes', () => {
    const theirs = by('Coder B');
    const apart = by('Coder A').filter((a) =>
      theirs.some(
        (b) =>
          a.document === b.document && a.code === b.code && !same(a, b) && a.start < b.end && b.start < a.end,
      ),
    );
    expect(apart.length).toBeGreaterThan(0);
  });

  test('about whether there is anything, both ways', () => {
    const places = (coder: string) => [...new Set(by(coder).map((c) => `${c.document} ${c.start} ${c.end}`))];
    const [a, b] = [places('Coder A'), places('Coder B')];
    expect(a.filter((place) => !b.includes(place)).length).toBeGreaterThan(0);
    expect(b.filter((place) => !a.includes(place)).length).toBeGreaterThan(0);
  });

  test('and agree more often than not', () => {
    const theirs = by('Coder B');
    const shared = by('Coder A').filter((a) => theirs.some((b) => same(a, b) && a.code === b.code));
    expect(shared.length).toBeGreaterThan(theirs.length / 2);
  });
});

test('the page about it says how much there is', () => {
  const page = readFileSync(join(SOURCES, '../../docs/sample.md'), 'utf8');
  const { n } = db.one<{ n: number }>(sql`SELECT count(*) AS n FROM passages`);
  expect(page).toContain(`${codings().length} codings on ${n} passages`);
});

test('the question is answered otherwise than expected, and otherwise by each', () => {
  const ranked = (coder: string) =>
    Object.entries(
      Object.groupBy(
        by(coder).filter(({ code }) => code === 'Binding rules'),
        (c) => c.document,
      ),
    )
      .map(([document, passages = []]) => ({ document, count: passages.length }))
      .sort((a, b) => b.count - a.count);
  expect(ranked('Coder A')[0]?.document).toBe('us');
  expect(ranked('Coder B')[0]?.document).toBe('australia');
  const lighter = by('Coder A').filter(({ code, document }) => code === 'Lighter rules' && document === 'us');
  expect(lighter.length).toBeGreaterThan(1);
});

test('cases have attributes of their proper kinds, with a value each', () => {
  const kinds = Object.fromEntries(
    listAttributes(db)
      .filter(({ appliesTo }) => appliesTo === 'case')
      .map(({ name, kind }) => [name, kind]),
  );
  expect(kinds).toMatchObject({
    Bloc: 'choice',
    'Kind of plan': 'choice',
    Published: 'date',
    Binding: 'boolean',
    'Largest sum named (millions)': 'number',
  });
  const cases = listCases(db);
  expect(cases.map(({ name }) => name)).toHaveLength(6);
  for (const { description, attributes } of cases) {
    expect(description).not.toBe('');
    expect(attributes.length).toBeGreaterThanOrEqual(6);
    const typed = Object.fromEntries(attributes.map(({ kind, value }) => [kind, typeof value]));
    expect(typed).toMatchObject({ choice: 'string', date: 'string', boolean: 'boolean', number: 'number' });
  }
});

test('there are memos on everything that can have one, and their links lead somewhere', () => {
  const memos = listMemos(db);
  expect(new Set(memos.map(({ target }) => target.kind))).toEqual(
    new Set(['project', 'document', 'passage', 'code', 'case', 'cell']),
  );
  expect(memos[0]?.title).toBe('The question');
  const codes = new Set(readTree(db).map(({ id }) => id));
  const links = memos.flatMap(({ body }) => [...body.matchAll(/\(colligo:code\/([^)]+)\)/g)]);
  expect(links.length).toBeGreaterThan(3);
  for (const [, id] of links) expect(codes).toContain(id);
  for (const { body } of memos) expect(body).not.toContain('[[');
  const comments = db.all(sql`SELECT 1 FROM passages WHERE comment <> ''`);
  expect(comments.length).toBeGreaterThanOrEqual(8);
});

test('it was made by steps like any other, over several days', () => {
  const steps = listSteps(db, Number.MAX_SAFE_INTEGER, 1000).map(showStep).reverse();
  expect(new Set(steps.map(({ coder }) => coder.name))).toEqual(new Set(['Coder A', 'Coder B']));
  expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted());
  expect(steps.map(({ id }) => id)).toEqual(steps.map(({ id }) => id).toSorted());
  expect(new Set(steps.map(({ at }) => at.slice(0, 10))).size).toBeGreaterThanOrEqual(5);
  const codes = new Set(steps.map(({ code }) => code));
  for (const code of ['documents.import', 'codes.import', 'codings.apply', 'reviews.set', 'memos.write'])
    expect(codes).toContain(code);
});

describe('the briefs', () => {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const briefs = readdirSync(join(SOURCES, 'briefs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, words: wordsOf(readFileSync(join(SOURCES, 'briefs', name), 'utf8')) }));

  test.for(briefs)('$name is a page long', ({ words }) => {
    expect(words.length).toBeGreaterThan(350);
    expect(words.length).toBeLessThan(580);
  });

  const plans = join(import.meta.dirname, '../../../../shared/plans');
  const RUN = 8;

  test.skipIf(!existsSync(plans))('have no eight words in a row with a plan', () => {
    const runsOf = (words: readonly string[]) =>
      words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
    const taken = new Set(
      readdirSync(plans)
        .filter((name) => name.endsWith('.md'))
        .flatMap((name) => runsOf(wordsOf(readFileSync(join(plans, name), 'utf8')))),
    );
    expect(taken.size).toBeGreaterThan(1000);
    expect(briefs.flatMap(({ words }) => runsOf(words)).filter((run) => taken.has(run))).toEqual([]);
  });
});
