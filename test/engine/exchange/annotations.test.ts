import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { readHypothesis } from '../../../src/engine/exchange/annotations/hypothesis.ts';
import { readAnnotations } from '../../../src/engine/exchange/annotations/read.ts';
import { ExchangeError } from '../../../src/engine/exchange/error.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { newStudy } from '../dataset/study.ts';
import { as, BEN, writeFrom } from '../dataset/work.ts';
import { addText } from '../kit/documents.ts';
import { ANNA, newProject, tempFolder } from '../kit/project.ts';
import { landed, present, presentOf, readText } from './annotations-kit.ts';
import { collect, importInto, SAMPLES } from './foreign-kit.ts';

const TEXT = 'The 🙂 grid is the limit. Yet the grid grows, and the grid ends.';
const PLAN = present('Plan', TEXT, 'plan.html');
const OTHER = present('Other', 'Another text about grids.', 'other.txt');
const GRID = '11111111-1111-4111-8111-111111111111';
const CONTEXT = { documents: [PLAN, OTHER], codes: [{ id: GRID, path: ['Barriers', 'Grid'] }] };

const quote = (exact: string, prefix = '', suffix = '') => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
const annotation = (more: object) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'http://example.org/1',
  type: 'Annotation',
  body: { type: 'TextualBody', purpose: 'tagging', value: 'Grid' },
  target: { source: 'http://example.org/plan.html', selector: quote('limit') },
  ...more,
});
const at = (selector: unknown, source: unknown = 'http://example.org/plan.html') =>
  annotation({ target: { source, selector } });

const wordsOf = async (content: unknown) =>
  (await landed(await readText(readAnnotations, content, CONTEXT), CONTEXT)).map(({ words }) => words);

/** What the store has, by the shortest way. */
function codingsIn(project: Project): string[] {
  return project.db
    .all<Record<string, unknown>>(
      sql`SELECT lower(hex(c.id)) AS id, lower(hex(p.document_id)) AS document, a.start_offset, a.end_offset, a.page, a.x0, a.y0,
        lower(hex(c.code_id)) AS code, lower(hex(c.coder_id)) AS coder, c.weight, c.created_at
      FROM codings c JOIN passages p ON p.id = c.passage_id JOIN anchors a ON a.passage_id = p.id
      JOIN versions v ON v.id = a.version_id AND v.number = (SELECT max(number) FROM versions w WHERE w.document_id = p.document_id)
      WHERE a.status <> 'lost' ORDER BY c.id`,
    )
    .map((row) => JSON.stringify(row));
}

const bare = (id: string | undefined) => id?.replaceAll('-', '');

/** The same of what was read. */
async function codingsRead(project: Project, path: string): Promise<string[]> {
  const found = await collect(readAnnotations, path, presentOf(project));
  const lines = found.of('passages').flatMap(({ document, passages }) =>
    passages.flatMap(({ place, codings }) =>
      codings.map(({ id, code, coder, weight, createdAt }) => ({
        id: bare(id),
        document: bare(document),
        start_offset: 'page' in place ? null : place.start,
        end_offset: 'page' in place ? null : place.end,
        page: 'page' in place ? place.page : null,
        x0: 'page' in place ? place.x : null,
        y0: 'page' in place ? place.y : null,
        code: bare(code),
        coder: bare(coder),
        weight: weight ?? null,
        created_at: createdAt,
      })),
    ),
  );
  return lines.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)).map((line) => JSON.stringify(line));
}

describe("Colligo's own export", () => {
  test('comes back with the same codings: identities, words, codes, coders, weights and times', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'bb', ' ', '\n\n', 'é', 'e\u0301', '🙂', '𠮷', '中', '. '), {
        minLength: 2,
        maxLength: 40,
      })
      .map((parts) => `${parts.join('')}z`);
    const coding = fc.record({
      from: fc.nat(),
      to: fc.nat(),
      code: fc.nat(2),
      byBen: fc.boolean(),
      weight: fc.option(fc.nat(100)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, fc.array(coding, { maxLength: 6 })), { minLength: 1, maxLength: 3 }),
        async (texts) => {
          const project = await newProject();
          const parent = createCode(project, { name: 'A / B', parentId: null }).result;
          const codes = [
            parent,
            createCode(project, { name: 'Grid', parentId: parent }).result,
            createCode(project, { name: 'Grid', parentId: null }).result,
          ];
          texts.forEach(([words, codings], index) => {
            const document = addText(project, `Text ${index}`, words);
            const edges = [0];
            for (const part of words) edges.push((edges.at(-1) ?? 0) + part.length);
            for (const { from, to, code, byBen, weight } of codings) {
              const [start, end] = [edges[from % edges.length] ?? 0, edges[to % edges.length] ?? 0].toSorted(
                (a, b) => a - b,
              ) as [number, number];
              if (start === end) continue;
              project.actor = byBen ? BEN : ANNA;
              applyCodes(project, { document, start, end, codes: [codes[code] ?? parent], weight });
            }
          });
          const path = join(tempFolder(), 'export.jsonld');
          await writeFrom(project, path);
          const expected = codingsIn(project);
          if (expected.length > 0) expect(await codingsRead(project, path)).toEqual(expected);
          project.close();
        },
      ),
      { numRuns: 15 },
    );
  });

  test('of a study with everything comes back, and changes nothing where it came from', async () => {
    const { project } = await newStudy();
    const path = join(tempFolder(), 'study.jsonld');
    await writeFrom(project, path);
    // The same judgement on two passages of one place, as a new version leaves them, is one.
    const once = (lines: readonly string[]) =>
      [
        ...new Set(lines.map((line) => line.replace(/"id":"\w+",|,"weight":\w+|,"created_at":"[^"]*"/g, ''))),
      ].toSorted();
    const expected = once(codingsIn(project));
    expect(expected.length).toBeGreaterThan(8);
    expect(once(await codingsRead(project, path))).toEqual(expected);
    expect((await importInto(project, path)).step).toBeNull();
    as(project, ANNA, (writing) => {
      writing.db.run(sql`DELETE FROM memos`);
      writing.db.run(sql`DELETE FROM codings`);
    });
    const report = await importInto(project, path, 'annotations');
    // The study has a part of a page on a text that has no pages, which is not taken again.
    const onWords = expected.filter((line) => line.includes('"page":null'));
    expect(report.came.codings).toBe(onWords.length);
    expect(once(codingsIn(project))).toEqual(onWords);
  });

  test('brings its codes along where the project does not have them', async () => {
    const { project } = await newStudy();
    const path = join(tempFolder(), 'study.jsonld');
    await writeFrom(project, path);
    const { documents } = presentOf(project);
    const found = await collect(readAnnotations, path, { documents, codes: [] });
    const names = new Map(found.of('code').map(({ id, name }) => [id, name]));
    const own = project.db.all<{ id: Uint8Array; name: string }>(
      sql`SELECT id, name FROM codes WHERE id IN (SELECT code_id FROM codings)`,
    );
    expect(own.every(({ id, name }) => names.get(idText(id)) === name)).toBe(true);
  });
});

describe('an annotation', () => {
  test('is found by its position, in code points as the standard has it, or in UTF-16 units as browsers write it', async () => {
    expect(await wordsOf(at([quote('grid'), position(6, 10)]))).toEqual(['grid']);
    expect(await wordsOf(at([quote('the grid', '', ' ends'), position(53, 61)]))).toEqual(['the grid']);
    expect(await wordsOf(at([quote('the grid'), position(30, 38)]))).toEqual(['the grid']);
    expect(await wordsOf(at(position(4, 5)))).toEqual(['🙂']);
    expect(await wordsOf(at({ type: 'FragmentSelector', value: 'char=6,10' }))).toEqual(['grid']);
    expect(
      await wordsOf(
        at({ type: 'RangeSelector', startSelector: position(6, 10), endSelector: position(11, 13) }),
      ),
    ).toEqual(['grid ']);
  });

  test('is found by its words and what stands around them, where the position is another', async () => {
    const found = await readText(
      readAnnotations,
      at([position(0, 4), quote('grid', 'and the ', ' ends')]),
      CONTEXT,
    );
    const [{ passages = [] } = {}] = found.of('passages');
    const start = TEXT.lastIndexOf('grid');
    expect(passages.map(({ place }) => place)).toEqual([{ start, end: start + 4 }]);
    expect(
      await wordsOf(at({ type: 'FragmentSelector', value: 'part-5', refinedBy: quote('limit') })),
    ).toEqual(['limit']);
    expect(await wordsOf(at([{ type: 'XPathSelector', value: '/p' }, quote('limit')]))).toEqual(['limit']);
  });

  test('is left where its words are nowhere, or it only points into markup', async () => {
    const selectors = [
      quote('nothing like this'),
      { type: 'XPathSelector', value: '/p' },
      { type: 'CssSelector', value: 'p', refinedBy: position(1, 2) },
    ];
    for (const selector of selectors) {
      const found = await readText(readAnnotations, at(selector), CONTEXT);
      expect(found.of('passages')).toEqual([]);
      expect(found.said.filter((line) => line.startsWith('left'))).toHaveLength(1);
    }
  });

  test('knows its document by identity, title, or the name of its file', async () => {
    const sources = [
      `urn:uuid:${PLAN.id.toUpperCase()}`,
      { id: 'http://example.org/x', 'dc:title': 'Plan' },
      'https://example.org/a/plan.html?x=1#here',
      'file:///home/somebody/plan.html',
      'Plan',
    ];
    for (const source of sources) expect(await wordsOf(at(quote('limit'), source))).toEqual(['limit']);
    const unknown = await readText(readAnnotations, at(quote('limit'), 'http://example.org/none'), CONTEXT);
    expect(unknown.said).toEqual([
      'left: An annotation is about a document that the project does not have. (http://example.org/none)',
    ]);
    const twice = { ...CONTEXT, documents: [PLAN, present('Two', TEXT, 'plan.html')] };
    const several = await readText(readAnnotations, at(quote('limit')), twice);
    expect(several.said).toEqual([expect.stringContaining('that several are called like')]);
  });

  test('takes the code of its name, or makes one; comments stay with who wrote them', async () => {
    const body = [
      { type: 'TextualBody', purpose: 'tagging', value: 'Grid' },
      { type: 'TextualBody', purpose: 'tagging', value: 'New' },
      { type: 'TextualBody', value: 'A word on it.' },
      { type: 'TextualBody', purpose: 'assessing', value: '70' },
      'http://example.org/elsewhere',
    ];
    const creator = { id: 'http://example.org/a', name: 'Coder A' };
    const found = await readText(
      readAnnotations,
      annotation({ body, creator, created: '2024-01-02T03:04:05Z' }),
      CONTEXT,
    );
    expect(await landed(found, CONTEXT)).toEqual([
      { title: 'Plan', words: 'limit', code: 'Barriers / Grid', coder: 'Coder A' },
      { title: 'Plan', words: 'limit', code: 'New', coder: 'Coder A' },
    ]);
    expect(found.of('code').map(({ name, parentId }) => [name, parentId])).toEqual([['New', null]]);
    expect(found.of('passages')[0]?.passages[0]?.codings[0]).toMatchObject({
      weight: 70,
      createdAt: '2024-01-02T03:04:05.000Z',
    });
    expect(found.of('memo')).toMatchObject([
      { body: 'A word on it.', about: { kind: 'passage' }, createdBy: found.of('coder')[0]?.id },
    ]);
    expect(found.said).toContain(
      'left: What an annotation says lies at an address, which is not fetched. (http://example.org/elsewhere)',
    );
    expect(found.said).toContain(
      'mended: A tag has no identity: it was taken for the code of exactly this name. (Grid)',
    );
    const nameless = await readText(
      readAnnotations,
      annotation({ bodyValue: 'Nobody says this.', body: undefined }),
      CONTEXT,
    );
    expect(await landed(nameless, CONTEXT)).toEqual([
      { title: 'Plan', words: 'limit', comment: 'Nobody says this.' },
    ]);
  });

  test('of a part of a page, of several places, and of a whole document', async () => {
    const fragment = { type: 'FragmentSelector', value: 'page=2&viewrect=10,20.5,30,40' };
    const found = await readText(readAnnotations, at(fragment), CONTEXT);
    expect(found.of('passages')[0]?.passages[0]?.place).toEqual({
      page: 2,
      x: 10,
      y: 20.5,
      width: 30,
      height: 40,
    });
    // A picture is one page, in pixels.
    const pixels = { type: 'FragmentSelector', value: 'xywh=pixel:10,20,30,40' };
    const pictured = await readText(readAnnotations, at(pixels), CONTEXT);
    expect(pictured.of('passages')[0]?.passages[0]?.place).toEqual({
      page: 1,
      x: 10,
      y: 20,
      width: 30,
      height: 40,
    });
    const target = ['limit', 'ends'].map((words) => ({ source: 'Plan', selector: quote(words) }));
    expect(await wordsOf(annotation({ target }))).toEqual(['limit', 'ends']);
    const whole = await readText(
      readAnnotations,
      annotation({ target: 'http://example.org/plan.html' }),
      CONTEXT,
    );
    expect(whole.of('memo')).toMatchObject([{ title: 'Plan', body: 'Grid', about: { kind: 'project' } }]);
  });
});

describe('a file', () => {
  const one = at(quote('limit'));
  const two = { ...at(quote('ends')), id: 'http://example.org/2' };

  test('holds one, a list, a collection with pages, or one a line', async () => {
    const collection = {
      type: 'AnnotationCollection',
      label: 'Mine',
      first: { type: 'AnnotationPage', items: [one, two], next: 'http://example.org/page2' },
    };
    for (const content of [
      [one, two],
      collection,
      { type: 'AnnotationPage', items: [one, two] },
      { '@graph': [one, two] },
    ])
      expect(await wordsOf(content)).toEqual(['limit', 'ends']);
    const lines = await readText(
      readAnnotations,
      `\uFEFF${JSON.stringify(one)}\n\n${JSON.stringify(two)}\n`,
      CONTEXT,
      'file.jsonl',
    );
    expect((await landed(lines, CONTEXT)).map(({ words }) => words)).toEqual(['limit', 'ends']);
    expect((await readText(readAnnotations, collection, CONTEXT)).said).toContain(
      'left: The rest of a collection lies at another address, which is not fetched. (http://example.org/page2)',
    );
  });

  test('may name any context: none is fetched, and one that is not known is told', async () => {
    const found = await readText(
      readAnnotations,
      { ...one, '@context': ['http://www.w3.org/ns/anno.jsonld', 'http://127.0.0.1:9/context.json'] },
      CONTEXT,
    );
    expect(found.said.filter((line) => line.includes('context'))).toEqual([
      expect.stringContaining('http://127.0.0.1:9/context.json'),
    ]);
    expect(await landed(found, CONTEXT)).toHaveLength(1);
  });

  test('that is none is refused in a sentence', async () => {
    for (const content of ['', '{', '[]', '"x"', '12', 'null', '{"a":1}', 'not JSON at all'])
      await expect(readText(readAnnotations, content, CONTEXT)).rejects.toThrow(ExchangeError);
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    await expect(readText(readAnnotations, deep, CONTEXT)).rejects.toThrow(ExchangeError);
  });

  test('may hold anything where something else should be', async () => {
    const anything = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, true, -1, 1e300, '', 'Plan', 'limit', '__proto__'),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('value'), { maxLength: 3 }),
      object: fc.dictionary(
        fc.constantFrom(
          'id',
          '@id',
          'type',
          'body',
          'target',
          'source',
          'selector',
          'exact',
          'start',
          'end',
          'value',
          'purpose',
          'items',
          'creator',
          'refinedBy',
          '__proto__',
          'first',
          'tags',
          'uri',
          'references',
          'document',
          'user',
        ),
        tie('value'),
        { maxKeys: 5 },
      ),
    })).object;
    await fc.assert(
      fc.asyncProperty(anything, anything, async (mixed, target) => {
        const content = {
          type: 'Annotation',
          target: { source: 'Plan', selector: target },
          ...(mixed as object),
        };
        for (const reader of [readAnnotations, readHypothesis])
          await readText(reader, content, CONTEXT).catch((error: unknown) => {
            if (!(error instanceof ExchangeError)) throw error;
          });
      }),
      { numRuns: 150 },
    );
  });
});

describe('annotations of Hypothesis', () => {
  const row = (id: string, more: object) => ({
    id,
    created: '2024-05-06T07:08:09.123456+00:00',
    user: 'acct:coder_a@hypothes.is',
    uri: 'https://example.org/plan.html',
    text: '',
    tags: [],
    document: { title: ['Some title'] },
    target: [
      {
        source: 'https://example.org/plan.html',
        selector: [{ type: 'RangeSelector', startContainer: '/p' }, position(7, 11), quote('grid')],
      },
    ],
    ...more,
  });
  const rows = [
    row('a', { tags: ['Grid', 'a/b'], user_info: { display_name: 'Coder A' } }),
    row('b', { text: 'A note.' }),
    row('c', {
      text: 'An answer.',
      references: ['a'],
      target: [{ source: 'https://example.org/plan.html' }],
    }),
    row('d', { text: 'Lost.', references: ['zzz'] }),
    row('e', { text: 'On the page.', target: [{ source: 'https://example.org/plan.html' }] }),
    row('f', { target: [{ selector: [position(19, 24), quote('limit')] }] }),
  ];

  test('count UTF-16 units; answers stay with what they answer', async () => {
    for (const content of [
      rows,
      { rows, total: 6 },
      { export_date: 'x', annotations: rows },
      rows.map((one) => JSON.stringify(one)).join('\n'),
    ]) {
      const found = await readText(readHypothesis, content, CONTEXT);
      expect(await landed(found, CONTEXT)).toEqual([
        { title: 'Plan', words: 'grid', code: 'Barriers / Grid', coder: 'Coder A' },
        { title: 'Plan', words: 'grid', code: 'a/b', coder: 'Coder A' },
        { title: 'Plan', words: 'limit', comment: 'Highlighted without a tag.' },
      ]);
      const [passages] = found.of('passages');
      expect(passages?.passages[0]?.codings[0]?.createdAt).toBe('2024-05-06T07:08:09.123Z');
      const grid = passages?.passages[0]?.id;
      expect(found.of('memo').map(({ body, about }) => [body, about])).toEqual([
        ['A note.', { kind: 'passage', id: grid }],
        ['On the page.', { kind: 'project' }],
        ['An answer.', { kind: 'passage', id: grid }],
      ]);
      expect(found.said).toContain('left: An answer is to an annotation that was not found. (Lost.)');
    }
  });

  test('come into a project, and a second time change nothing', async () => {
    const project = await newProject();
    addText(project, 'plan.html', TEXT);
    const path = join(tempFolder(), 'annotations.json');
    writeFileSync(path, JSON.stringify({ rows }));
    expect((await importInto(project, path)).came).toMatchObject({
      codings: 2,
      codes: 2,
      passages: 2,
      memos: 3,
      coders: 1,
    });
    expect((await importInto(project, path)).step).toBeNull();
  });
});

test('every correct example of the model is read', async (context) => {
  const folder = join(SAMPLES, 'web-annotation/model-correct');
  if (!existsSync(folder)) return context.skip('the samples are not beside the repository');
  const files = readdirSync(folder);
  for (const name of files) {
    const found = await collect(readAnnotations, join(folder, name), CONTEXT);
    expect(found.of('project')).toHaveLength(1);
  }
  const ebook = present('ebook1', 'x'.repeat(1000), 'ebook1');
  const page = present('page1', 'Say, this is an anotation that has some words.', 'page1');
  const found = await collect(readAnnotations, join(folder, 'collection1.json'), {
    documents: [ebook, page],
    codes: [],
  });
  const places = found.of('passages').flatMap(({ passages }) => passages.map(({ place }) => place));
  expect(places).toContainEqual({ start: 412, end: 795 });
  expect(places).toContainEqual({ start: 16, end: 25 });
});
