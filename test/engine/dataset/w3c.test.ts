import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VERSION } from '../../../src/contract/version.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { around } from '../../../src/engine/dataset/faces/w3c/around.ts';
import { applyCodes, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { addPages } from '../kit/pages.ts';
import { addPicture, pngOf } from '../kit/pictures.ts';
import { newProject, tempFolder } from '../kit/project.ts';
import { faultsOf, type Json, keysIn, listOf } from './annotation-shape.ts';
import { readBack } from './read-back.ts';
import { newStudy } from './study.ts';
import { writeFrom } from './work.ts';

const SAMPLES = join(import.meta.dirname, '../../../../shared/samples/web-annotation');

interface Collection extends Json {
  readonly total: number;
  readonly first?: { readonly items: readonly Json[] };
}

interface Selector extends Json {
  readonly type: string;
  readonly refinedBy?: Selector;
}

interface Target extends Json {
  readonly source: Json;
  readonly selector: Selector | Selector[];
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Collection;
const itemsOf = (collection: Collection): readonly Json[] => collection.first?.items ?? [];
const targetOf = (annotation: Json) => annotation['target'] as Target;
const selectorsOf = (annotation: Json) => listOf(targetOf(annotation).selector) as Selector[];
const pick = (annotation: Json, type: string) => selectorsOf(annotation).find((one) => one.type === type);
const bare = (urn: unknown) => String(urn).replace('urn:uuid:', '');

async function written() {
  const study = await newStudy();
  const folder = tempFolder();
  const path = join(folder, 'study.jsonld');
  const report = await writeFrom(study.project, path);
  await writeFrom(study.project, join(folder, 'tables'));
  return { ...study, path, report, collection: read(path), data: readBack(join(folder, 'tables')) };
}

test('is a collection with one page, and the same bytes each time', async () => {
  const { project, path, report, collection, data } = await written();
  expect(report).toMatchObject({ format: 'w3c', files: [{ path: 'study.jsonld' }] });
  expect(collection).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${data.json().colligo['project']}`,
    type: 'AnnotationCollection',
    label: 'Test',
    generator: { type: 'Software', name: 'Colligo', 'schema:softwareVersion': VERSION },
    first: { type: 'AnnotationPage', startIndex: 0 },
  });
  expect(collection.total).toBe(itemsOf(collection).length);
  expect(new Set(itemsOf(collection).map(({ id }) => id)).size).toBe(collection.total);
  expect(itemsOf(collection).flatMap(faultsOf)).toEqual([]);
  const before = readFileSync(path);
  await writeFrom(project, path);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('every coding with a place is an annotation, by its coder, with its code, words and weight', async () => {
  const { collection, data } = await written();
  const rows = data.table('codings').filter(({ status }) => status !== 'lost');
  const codings = itemsOf(collection).filter(({ motivation }) => motivation === 'tagging');
  expect(codings).toHaveLength(rows.length);
  for (const [index, row] of rows.entries()) {
    const annotation = codings[index] ?? {};
    const isPerson = row['coder'] !== 'Consensus';
    expect(annotation).toMatchObject({
      id: `urn:uuid:${row['coding_id']}`,
      created: row['created_at'],
    });
    expect(annotation['creator']).toEqual({
      id: `urn:uuid:${row['coder_id']}`,
      ...(isPerson && { type: 'Person' }),
      name: row['coder'],
    });
    const weight = { type: 'TextualBody', purpose: 'assessing', value: row['weight'], format: 'text/plain' };
    expect(annotation['body']).toEqual([
      { type: 'SpecificResource', purpose: 'tagging', source: `urn:uuid:${row['code_id']}` },
      { type: 'TextualBody', purpose: 'tagging', value: row['code_path'], format: 'text/plain' },
      ...(row['weight'] === '' ? [] : [weight]),
    ]);
    expect(targetOf(annotation).source['id']).toBe(`urn:uuid:${row['document_id']}`);
  }
  const lost = data.table('codings').length - rows.length;
  expect(lost).toBeGreaterThan(0);
  expect(collection['dc:description']).toContain(`no place in the text: ${lost}.`);
});

test('every quote is the text between its positions, counted in code points, and stands between prefix and suffix', async () => {
  const { collection, data } = await written();
  const texts = data.table('documents').map((row) => [row['document_id'], row]);
  const documents = new Map(texts as [string, Record<string, string>][]);
  let quotes = 0;
  for (const annotation of itemsOf(collection)) {
    const quote = pick(annotation, 'TextQuoteSelector');
    const position = pick(annotation, 'TextPositionSelector');
    if (!quote || !position) continue;
    const id = bare(targetOf(annotation).source['id']);
    const text = data.texts.get(id) ?? [];
    const [start, end] = [Number(position['start']), Number(position['end'])];
    const { exact, prefix = '', suffix = '' } = quote;
    expect(text.slice(start, end).join('')).toBe(exact);
    expect(text.slice(0, start).join('').endsWith(String(prefix))).toBe(true);
    expect(text.slice(end).join('').startsWith(String(suffix))).toBe(true);
    expect(prefix === '').toBe(start === 0);
    expect(targetOf(annotation)['renderedVia']).toMatchObject({
      name: 'markdown-1',
      'schema:sha256': documents.get(id)?.['text_sha256'],
    });
    quotes++;
  }
  expect(quotes).toBeGreaterThan(8);
});

test('a comment is an annotation of its own, once a passage and by nobody in particular', async () => {
  const { collection, data } = await written();
  const commented = data.table('codings').filter(({ comment }) => comment !== '');
  const comments = itemsOf(collection).filter(({ motivation }) => motivation === 'commenting');
  expect(comments).toHaveLength(new Set(commented.map((row) => row['passage_id'])).size);
  expect(comments[0]).toMatchObject({
    id: `urn:uuid:${commented[0]?.['passage_id']}`,
    body: { type: 'TextualBody', purpose: 'commenting', value: commented[0]?.['comment'] },
  });
  expect(comments[0]).not.toHaveProperty('creator');
});

test('words of a PDF say their page, where they are on one; a part of a page is a rectangle in points', async () => {
  const project = await newProject();
  const document = addPages(project, 'Plan', [{ text: 'One 🙂 two.' }, { text: 'Three four.' }]);
  const code = createCode(project, { name: 'Map', parentId: null }).result;
  applyCodes(project, { document, start: 4, end: 10, codes: [code] });
  applyCodes(project, { document, start: 4, end: 18, codes: [code] });
  const region = { page: 2, x: 100.25, y: 0, width: 40.5, height: 60 };
  applyToRegion(project, { document, region, codes: [code] });
  const path = join(tempFolder(), 'pages.jsonld');
  await writeFrom(project, path);
  const [one, both, part] = itemsOf(read(path)) as [Json, Json, Json];
  const conformsTo = 'http://tools.ietf.org/rfc/rfc3778';
  expect(selectorsOf(one).map(({ type }) => type)).toEqual([
    'TextQuoteSelector',
    'TextPositionSelector',
    'FragmentSelector',
  ]);
  expect(pick(one, 'TextPositionSelector')).toMatchObject({ start: 4, end: 9 });
  const quote = pick(one, 'TextQuoteSelector');
  expect(quote).toMatchObject({ exact: '🙂 two', prefix: 'One ' });
  expect(pick(one, 'FragmentSelector')).toEqual({
    type: 'FragmentSelector',
    conformsTo,
    value: 'page=1',
    refinedBy: quote,
  });
  expect(pick(both, 'FragmentSelector')).toBeUndefined();
  expect(selectorsOf(part)).toEqual([
    { type: 'FragmentSelector', conformsTo, value: 'page=2&viewrect=100.25,0,40.5,60' },
  ]);
  expect([one, both, part].flatMap(faultsOf)).toEqual([]);
});

test('a part of a picture is a fragment of an image, in whole pixels around it', async () => {
  const project = await newProject();
  const document = await addPicture(project, pngOf(80, 60));
  const code = createCode(project, { name: 'Sky', parentId: null }).result;
  const region = { page: 1, x: 10.25, y: 5, width: 20.5, height: 30 };
  applyToRegion(project, { document, region, codes: [code] });
  const path = join(tempFolder(), 'view.jsonld');
  await writeFrom(project, path);
  const [annotation = {}] = itemsOf(read(path));
  expect(faultsOf(annotation)).toEqual([]);
  expect(targetOf(annotation)).toMatchObject({
    source: { type: 'Image', format: 'image/png' },
    selector: {
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: 'xywh=pixel:10,5,21,30',
    },
  });
});

test('a project without codings is a collection without a page', async () => {
  const path = join(tempFolder(), 'empty.jsonld');
  await writeFrom(await newProject(), path);
  const collection = read(path);
  expect(collection.total).toBe(0);
  expect(collection).not.toHaveProperty('first');
});

test('a scope narrows it, and it says so', async () => {
  const { project, documents, data } = await written();
  const path = join(tempFolder(), 'part.jsonld');
  const scope = { documents: [documents.us], cases: [], attributes: [], codes: [], coders: [], text: '' };
  await writeFrom(project, path, { texts: true, scope });
  const ids = data.table('codings').filter((row) => row['document_id'] === documents.us);
  expect(itemsOf(read(path)).map(({ id }) => bare(id))).toEqual(ids.map((row) => row['coding_id']));
  expect(read(path)['dc:description']).toContain('This dataset holds a part of the project.');
});

test('what stands around a quote is 32 code points at most, and cuts no character that goes on', () => {
  const unit = fc.constantFrom('a', 'é', 'e\u0308\u0301', '🙂', '👍🏽', '👩‍👩‍👧', '𠮷', ' ', '\n', 'ب');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 120 }), fc.nat(), fc.nat(), (units, a, b) => {
      const [first, last] = [a % (units.length + 1), b % (units.length + 1)].toSorted((x, y) => x - y);
      const join = (from: number, to?: number) => units.slice(from, to).join('');
      const start = join(0, first).length;
      const end = start + join(first ?? 0, last).length;
      const text = join(0);
      const { prefix, suffix } = around(text, { start, end });
      expect(text.slice(0, start).endsWith(prefix)).toBe(true);
      expect(text.slice(end).startsWith(suffix)).toBe(true);
      for (const side of [prefix, suffix]) {
        expect(Array.from(side).length).toBeLessThanOrEqual(32);
        expect(side.isWellFormed()).toBe(true);
        expect(side).not.toMatch(/^[\p{M}\u200D]/u);
      }
      const cut = text.slice(end + suffix.length);
      expect(cut).not.toMatch(/^(\p{M}|\u200D|[\u{1F3FB}-\u{1F3FF}])/u);
      expect(suffix).not.toMatch(/\u200D$/);
    }),
    { numRuns: 300 },
  );
});

test.skipIf(!existsSync(SAMPLES))(
  'the rules above accept the examples of the standard, and its context knows every property',
  async () => {
    const folder = join(SAMPLES, 'model-correct');
    const examples = readdirSync(folder).filter((name) => name.startsWith('anno'));
    expect(examples.length).toBeGreaterThan(40);
    expect(examples.flatMap((name) => faultsOf(read(join(folder, name))))).toEqual([]);
    const { collection } = await written();
    const context = read(join(SAMPLES, 'anno.jsonld'))['@context'] as Json;
    const unknown = [...keysIn(collection)].filter((key) => !((key.split(':')[0] as string) in context));
    expect(unknown).toEqual(['@context']);
  },
);
