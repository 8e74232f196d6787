import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { REFI_PROFILES } from '../../../src/contract/exports.ts';
import { checkDataset } from '../../../src/engine/dataset/check/check-dataset.ts';
import { loadCurrent } from '../../../src/engine/documents/load.ts';
import { readSidecar, SIDECAR_NAME } from '../../../src/engine/exchange/refi/sidecar.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { idBytes } from '../../../src/engine/store/ids.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { newStudy } from '../dataset/study.ts';
import { as, writeFrom } from '../dataset/work.ts';
import { ANNA, newProject, tempFolder } from '../kit/project.ts';
import { all, exportRefi, type Node, named, newWhole, parse, STANDARD, schema } from './refi-write-kit.ts';

// Whole projects are written and read again, on machines that may be busy with others.
vi.setConfig({ testTimeout: 300_000 });

const OPTIONS = [
  ...REFI_PROFILES.map((profile) => ({ profile, plain: false })),
  { profile: 'standard' as const, plain: true },
];

async function errorsOf(qde: string, xsd: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'project.qde', contents: qde }],
    schema: [xsd],
    maxMemoryPages: 4096,
  });
  return errors.map(({ message }) => message);
}

test('every profile of a project with one of everything is valid by the official schema', async (context) => {
  const xsd = schema();
  if (xsd === null) return context.skip('the official schema is not beside the repository');
  const { project } = await newWhole();
  for (const refi of OPTIONS) expect(await errorsOf((await exportRefi(project, refi)).qde, xsd)).toEqual([]);
  const study = await newStudy();
  expect(await errorsOf((await exportRefi(study.project)).qde, xsd)).toEqual([]);
  const empty = await newProject();
  expect(await errorsOf((await exportRefi(empty)).qde, xsd)).toEqual([]);
});

/** What the schema does not say and strict programs refuse. */
function soundly(project: Node, files: ReadonlyMap<string, Buffer>): void {
  const nodes = all(project);
  const guids = nodes.flatMap(({ attributes }) => attributes['guid'] ?? []);
  expect(new Set(guids).size).toBe(guids.length);
  for (const id of guids) expect(id).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  const known = new Set(guids);
  for (const { attributes } of nodes) {
    for (const name of ['targetGUID', 'originGUID', 'creatingUser'])
      if (attributes[name] !== undefined) expect(known).toContain(attributes[name]);
    for (const name of ['path', 'plainTextPath', 'richTextPath']) {
      const path = attributes[name];
      if (path !== undefined) expect(files.has(path.replace('internal://', 'sources/'))).toBe(true);
    }
  }
  const containers = ['Users', 'Codes', 'Variables', 'Cases', 'Sources', 'Notes', 'Links'];
  for (const { name, children } of nodes)
    if (containers.includes(name)) expect(children.length).toBeGreaterThan(0);
  for (const path of files.keys())
    expect(path).toMatch(/^(project\.qde|sources\/[0-9A-F-]{36}(\.[a-z0-9]+)?)$/);
  expect([...files.keys()][0]).toBe('project.qde');
}

test('identities are unique and upper case, references lead somewhere, files lie flat and project.qde is the first', async () => {
  const { project } = await newWhole();
  for (const refi of OPTIONS) {
    const { qde, files } = await exportRefi(project, refi);
    soundly(parse(qde), files);
  }
});

test('positions count code points of the text’s file, ends exclusive, in every kind of text', async () => {
  const { project, documents } = await newWhole();
  const { qde, files } = await exportRefi(project);
  let checked = 0;
  for (const [id, ending] of [
    [documents.plain, ''],
    [documents.markdown, ''],
    [documents.pages, 'PDFSource'],
  ] as const) {
    const [source] = named(parse(qde), ending || 'TextSource').filter(
      ({ attributes }) => attributes['guid'] === id.toUpperCase(),
    );
    const holder = ending ? source?.children.find(({ name }) => name === 'Representation') : source;
    const path = holder?.attributes['plainTextPath']?.replace('internal://', 'sources/') ?? '';
    const text = files.get(path)?.toString('utf8') ?? '';
    const { reading } = loadCurrent(project.db, idBytes(id));
    expect(text).toBe(reading.text);
    const points = Array.from(text);
    const anchors = new Map(
      project.db
        .all<{ id: string; start: number; end: number }>(
          sql`SELECT hex(passage_id) AS id, start_offset AS start, end_offset AS "end" FROM anchors WHERE kind = 'span'`,
        )
        .map((row) => [row.id, row]),
    );
    for (const selection of named(holder ?? parse(qde), 'PlainTextSelection')) {
      const { guid = '', startPosition, endPosition, name } = selection.attributes;
      const anchor = anchors.get(guid.replaceAll('-', ''));
      const quote = reading.text.slice(anchor?.start, anchor?.end);
      expect(points.slice(Number(startPosition), Number(endPosition)).join('')).toBe(quote);
      expect(name).toBe(quote.replace(/\s+/g, ' ').trim());
      checked++;
    }
  }
  expect(checked).toBe(5);
});

test('NVivo gets a mark, CR LF and UTF-16 units that count both; MAXQDA CR LF that counts as one', async () => {
  const { project, documents } = await newWhole();
  const { reading } = loadCurrent(project.db, idBytes(documents.plain));
  const at = reading.text.indexOf('heat plans');
  const find = async (profile: 'nvivo' | 'maxqda') => {
    const { qde, files } = await exportRefi(project, { profile, plain: false });
    const text = files.get(`sources/${documents.plain.toUpperCase()}.txt`)?.toString('utf8') ?? '';
    const positions = named(parse(qde), 'PlainTextSelection').map(({ attributes }) => [
      Number(attributes['startPosition']),
      Number(attributes['endPosition']),
    ]);
    return { text, positions };
  };
  const nvivo = await find('nvivo');
  expect(nvivo.text).toBe(`\uFEFF${reading.text.replaceAll('\n', '\r\n')}`);
  const start = nvivo.text.slice(1).indexOf('heat plans');
  expect(nvivo.positions).toContainEqual([start, start + 'heat plans'.length]);
  const maxqda = await find('maxqda');
  expect(maxqda.text).toBe(reading.text.replaceAll('\n', '\r\n'));
  const before = Array.from(reading.text.slice(0, at)).length;
  expect(maxqda.positions).toContainEqual([before, before + 'heat plans'.length]);
});

test('parts of pages are whole points around them, from the bottom left; the note has them exactly', async () => {
  const { project, passages } = await newWhole();
  const { qde } = await exportRefi(project);
  const [selection] = named(parse(qde), 'PDFSelection');
  expect(selection?.attributes).toMatchObject({
    guid: passages[2].toUpperCase(),
    page: '1',
    firstX: '10',
    firstY: '280',
    secondX: '111',
    secondY: '229',
  });
  expect(sidecarOf(qde)?.regions).toEqual([
    { passage: passages[2], page: 2, x: 10.25, y: 20.5, width: 100.1, height: 50 },
  ]);
  const top = named(
    parse((await exportRefi(project, { profile: 'qualcoder', plain: false })).qde),
    'PDFSelection',
  );
  expect(top[0]?.attributes).toMatchObject({ firstY: '20', secondY: '71' });
});

const noteOf = (qde: string) =>
  named(parse(qde), 'Note').find(({ attributes }) => attributes['name'] === SIDECAR_NAME);
const sidecarOf = (qde: string) => readSidecar(noteOf(qde)?.children[0]?.text ?? '');

test('the note for Colligo holds what has no field, other profiles and --plain have none', async () => {
  const { project, documents, codes } = await newWhole();
  const { qde, files } = await exportRefi(project);
  const sidecar = sidecarOf(qde);
  expect(sidecar?.weights.map(({ weight }) => weight).sort()).toEqual([0, 30, 70, 70]);
  expect(sidecar?.reviews).toHaveLength(4);
  expect(sidecar?.versions).toMatchObject([{ name: 'Round 1', note: 'First', locked: false }]);
  expect(sidecar?.codes.find(({ id }) => id === codes[1])?.labels).toEqual([
    { kind: 'alias', language: 'de', text: 'Netz' },
    { kind: 'notation', language: '', text: '4.1' },
  ]);
  const markdown = sidecar?.documents.find(({ id }) => id === documents.markdown);
  expect(markdown).toMatchObject({ fileName: 'markdown.md', mediaType: 'text/markdown', language: 'en' });
  expect(files.get(`sources/${markdown?.original}`)?.toString('utf8')).toContain('# Plan');
  expect(sidecar?.documents.find(({ id }) => id === documents.plain)?.original).toBeNull();
  expect(sidecar?.memos.map(({ about }) => about.kind).sort()).toEqual(['case', 'cell', 'cell', 'pair']);
  for (const { file, name } of sidecar?.attachments ?? [])
    expect(files.get(`sources/${file}`)?.toString()).toBe(`the bytes of ${name}`);
  expect(sidecar?.attachments).toHaveLength(2);
  for (const refi of OPTIONS.slice(1)) {
    const other = await exportRefi(project, refi);
    expect(noteOf(other.qde)).toBeUndefined();
    expect([...other.files.keys()].filter((path) => /\.(md|m4a)$/.test(path))).toEqual([]);
  }
});

test('what XML cannot hold is marked there and exact in the note', async () => {
  const { project, codes, passages } = await newWhole();
  const { qde } = await exportRefi(project);
  expect(qde).not.toMatch(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/u);
  const texts = sidecarOf(qde)?.texts ?? [];
  expect(texts).toContainEqual({ of: codes[2], field: 'description', text: 'A bell \u0007 and a <tag>' });
  expect(texts).toContainEqual({
    of: passages[0],
    field: 'description',
    text: '  Said\r\ntwice \u0001 & <once> ',
  });
  const code = named(parse(qde), 'Code').find(
    ({ attributes }) => attributes['guid'] === codes[2]?.toUpperCase(),
  );
  expect(code?.children[0]?.text).toBe('A bell \uFFFD and a <tag>');
  const comment = named(parse(qde), 'PlainTextSelection').find(
    ({ attributes }) => attributes['guid'] === passages[0].toUpperCase(),
  );
  expect(comment?.children[0]?.text).toBe('  Said\r\ntwice \uFFFD & <once> ');
});

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

test('the same project gives the same bytes, which --check knows again and knows from others', async () => {
  const { project } = await newWhole();
  const folder = tempFolder();
  const [one, two] = [join(folder, 'one.qdpx'), join(folder, 'two.qdpx')];
  await exportRefi(project, STANDARD, {}, one);
  await exportRefi(project, STANDARD, {}, two);
  expect(digest(one)).toBe(digest(two));
  const check = async () => {
    const db = connect(project.path, 'read');
    try {
      return await checkDataset(db, one, {});
    } finally {
      db.close();
    }
  };
  expect(await check()).toMatchObject({ format: 'refi', matches: true, differences: [] });
  as(project, ANNA, ({ db }) => db.run(sql`UPDATE codes SET name = 'Other' WHERE name = 'Heat'`));
  project.checkpoint();
  expect(await check()).toMatchObject({
    matches: false,
    differences: [{ path: 'project.qde', kind: 'changed' }],
  });
});

test('a scope and pseudonyms are obeyed everywhere', async () => {
  const { project, documents } = await newWhole();
  const scope = {
    documents: [documents.markdown],
    cases: [],
    attributes: [],
    codes: [],
    coders: [],
    text: '',
  };
  const part = await exportRefi(project, STANDARD, { scope });
  const root = parse(part.qde);
  soundly(root, part.files);
  expect(named(root, 'TextSource')).toHaveLength(1);
  expect(named(root, 'PDFSource')).toHaveLength(0);
  expect(named(root, 'Code').length).toBe(4);
  expect(sidecarOf(part.qde)?.attachments).toEqual([]);
  const hidden = await exportRefi(project, STANDARD, { pseudonyms: true });
  soundly(parse(hidden.qde), hidden.files);
  expect(named(parse(hidden.qde), 'User').map(({ attributes }) => attributes['name'])).toEqual([
    'Coder 1',
    'Coder 2',
  ]);
  for (const { id, name } of project.db.all<{ id: string; name: string }>(
    sql`SELECT hex(id) AS id, name FROM coders`,
  )) {
    expect(hidden.qde.replaceAll('-', '').toUpperCase()).not.toContain(id);
    expect(named(parse(hidden.qde), 'User').map(({ attributes }) => attributes['name'])).not.toContain(name);
  }
});

test('what a REFI-QDA project has no place for is refused', async () => {
  const { project } = await newWhole();
  const path = join(tempFolder(), 'out.qdpx');
  const citation = { creators: ['Somebody'], keywords: [] };
  await expect(writeFrom(project, path, { texts: true, citation })).rejects.toThrow(
    'no place for a citation',
  );
  const units = { unit: 'document', shape: 'long', measure: 'presence' } as const;
  await expect(writeFrom(project, path, { texts: true, units })).rejects.toThrow(
    'no place for a table of units',
  );
  const csv = join(tempFolder(), 'out');
  await expect(writeFrom(project, csv, { texts: true, refi: STANDARD })).rejects.toThrow(
    'Only REFI-QDA projects',
  );
});
