import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import type { RefiOptions } from '../../../src/contract/exports.ts';
import type { NewMemoTarget } from '../../../src/contract/memos.ts';
import { addLabel } from '../../../src/engine/codebook/labels.ts';
import { addLink } from '../../../src/engine/codebook/links.ts';
import { nameVersion } from '../../../src/engine/codebook/versions/write.ts';
import { createCode, updateCode } from '../../../src/engine/codebook/write.ts';
import { storeReading } from '../../../src/engine/documents/content.ts';
import { sha256 } from '../../../src/engine/documents/reading-id.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { formatOf } from '../../../src/engine/import/formats.ts';
import { readSource } from '../../../src/engine/import/read-source.ts';
import { writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { commentPassage } from '../../../src/engine/passages/write.ts';
import { idBytes, idText, newId } from '../../../src/engine/store/ids.ts';
import type { Actor } from '../../../src/engine/store/mutate.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { addCases } from '../dataset/irregular.ts';
import { addMarkdown, apply, as, BEN, review, writeFrom } from '../dataset/work.ts';
import { addText } from '../kit/documents.ts';
import { smallPdf } from '../kit/pages.ts';
import { ANNA, newProject, tempFolder } from '../kit/project.ts';

export const STANDARD: RefiOptions = { profile: 'standard', plain: false };

/** A .qdpx as it was written. */
export interface Exported {
  readonly path: string;
  /** In the order of the archive. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly qde: string;
}

/** Writes a project as REFI-QDA, and reads the archive by another program’s code. */
export async function exportRefi(
  project: Project,
  refi: RefiOptions = STANDARD,
  more: object = {},
  path = join(tempFolder(), 'out.qdpx'),
): Promise<Exported> {
  await writeFrom(project, path, { texts: true, refi, ...more });
  const files = await filesOf(path);
  return { path, files, qde: files.get('project.qde')?.toString('utf8') ?? '' };
}

async function filesOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

/** The official schema, or null where the plans are not beside the repository. */
export function schema(): string | null {
  const path = join(import.meta.dirname, '../../../../shared/standards/Project-mrt2019.xsd');
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** An element of project.qde. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** @returns the document element; throws where it is not well-formed */
export function parse(xml: string): Node {
  const parser = new SaxesParser();
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [project] = root.children;
  if (!project) throw new Error('no document element');
  return project;
}

/** @returns the node and all under it, in the order of the document */
export const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];

export const named = (node: Node, name: string): Node[] => all(node).filter((each) => each.name === name);

/** Emoji, combining marks, letters beyond the BMP and several kinds of line ends stand before what is coded. */
export const PLAIN =
  'First line 👩‍👩‍👧.\nThe grid é is “the” limit <&> of\tgrowth 𝒜.\n\nHeat 🙂 plans, heat plans.';
const MARKDOWN = '# Plan 🇺🇸\n\n- lead in *safety*\n- 安全治理。𠮷野\n\nA second page: risk.';

export interface Whole {
  readonly project: Project;
  readonly documents: Readonly<Record<'plain' | 'markdown' | 'windows' | 'web' | 'pages', string>>;
  readonly codes: readonly string[];
  /** A passage of words, one of another document and a part of a page. */
  readonly passages: readonly [string, string, string];
}

/** Adds a file as an import does; @returns the document’s id */
export async function addFile(
  project: Project,
  title: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  const format = formatOf(fileName) ?? 'plain';
  const read = await readSource({ bytes: new Uint8Array(bytes), format, language: 'en' });
  const readingId = storeReading(project.db, read.bytes, read.reading).id;
  const { mediaType } = read;
  return as(project, ANNA, (writing) =>
    idText(
      addDocument(writing, {
        title,
        key: null,
        readingId,
        fileName,
        mediaType,
        caseName: null,
        attributes: [],
      }),
    ),
  );
}

/** A project with one of everything that a REFI-QDA file can hold, and of everything that it cannot. */
export async function newWhole(): Promise<Whole> {
  const project = await newProject();
  const documents = {
    plain: addText(project, 'Plain', PLAIN),
    markdown: addMarkdown(project, 'markdown', 'Mark <down> & "more"', MARKDOWN),
    windows: await addFile(
      project,
      'Windows',
      'windows.txt',
      Buffer.from(`\uFEFF${PLAIN.replaceAll('\n', '\r\n')}`),
    ),
    web: await addFile(
      project,
      'Web',
      'page.html',
      Buffer.from('<h1>Law</h1><p>One <b>word</b> &amp; more.<ul><li>item</ul>'),
    ),
    pages: await addFile(
      project,
      'Pages',
      'pages.pdf',
      smallPdf(['Page one of the law.', 'Page two of it.']),
    ),
  };
  addCases(project, [
    ['Country', [documents.plain, documents.pages]],
    ['Nowhere', []],
  ]);
  const make = (name: string, parentId: string | null, more = {}) =>
    createCode(project, { name, parentId, ...more }).result;
  const group = make('Barriers', null, { codable: false });
  const grid = make('Grid', group, {
    definition: 'What the grid\nUse when:\ncannot carry',
    useWhen: 'always',
    useNotWhen: '\nnever\n',
    example: 'Example:',
  });
  const heat = make('Heat', null, { definition: 'A bell \u0007 and a <tag>' });
  const again = make('grid', heat);
  as(project, ANNA, (writing) => {
    addLabel(writing, idBytes(grid), { kind: 'alias', language: 'de', text: 'Netz' });
    addLabel(writing, idBytes(grid), { kind: 'notation', language: '', text: '4.1' });
    addLink(writing, idBytes(grid), idBytes(again), 'not_to_be_confused');
    addLink(writing, idBytes(heat), idBytes(grid), 'see_also');
  });
  const code = (
    actor: Actor,
    document: string,
    text: string,
    quote: string,
    codes: readonly string[],
    weight: number | null = null,
  ) => {
    project.actor = actor;
    const start = text.indexOf(quote);
    return applyCodes(project, { document, start, end: start + quote.length, codes, weight }).result
      .passageId;
  };
  const first = code(ANNA, documents.plain, PLAIN, 'The grid é is “the” limit', [grid, heat], 70);
  code(BEN, documents.plain, PLAIN, 'The grid é is “the” limit', [grid]);
  code(ANNA, documents.plain, PLAIN, 'heat plans', [heat], 0);
  code(BEN, documents.plain, PLAIN, '🙂 plans', [again]);
  commentPassage(project, first, '  Said\r\ntwice \u0001 & <once> ');
  const second = apply(project, BEN, documents.markdown, MARKDOWN, '安全治理。𠮷野', [heat]);
  project.actor = ANNA;
  const span = { start: 5, end: 8 };
  applyCodes(project, { document: documents.pages, ...span, codes: [grid], weight: null });
  const region = applyToRegion(project, {
    document: documents.pages,
    region: { page: 2, x: 10.25, y: 20.5, width: 100.1, height: 50 },
    codes: [heat],
    weight: 30,
  }).result.passageId;
  review(project, ANNA, documents.plain, [grid, heat, again]);
  review(project, BEN, documents.markdown, [heat]);
  updateCode(project, again, { definition: 'Another grid' });
  writeMemos(project, { documents, codes: [grid], passages: [first, second, region] });
  nameVersion(project, 'Round 1', 'First', false);
  keepFiles(project, documents.plain);
  return { project, documents, codes: [group, grid, heat, again], passages: [first, second, region] };
}

function writeMemos(
  project: Project,
  { documents, codes: [code = ''], passages: [first, second, region] }: Omit<Whole, 'project'>,
): void {
  const one = (table: 'cases' | 'codings') =>
    project.db
      .one<{ id: string }>(
        table === 'cases'
          ? sql`SELECT hex(id) AS id FROM cases ORDER BY rank`
          : sql`SELECT hex(id) AS id FROM codings ORDER BY id`,
      )
      .id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
      .toLowerCase();
  const targets: NewMemoTarget[] = [
    { kind: 'project' },
    { kind: 'document', id: documents.plain },
    { kind: 'document', id: documents.pages },
    { kind: 'passage', id: first },
    { kind: 'passage', id: region },
    { kind: 'code', id: code },
    { kind: 'case', id: one('cases') },
    { kind: 'coding', id: one('codings') },
    { kind: 'pair', passage: first, other: second },
    { kind: 'cell', code, document: documents.plain },
    { kind: 'cell', code, case: one('cases') },
  ];
  for (const target of targets)
    writeMemo(project, target, {
      title: `On a ${target.kind}`,
      body: `Words &\n\twords \u000b <${target.kind}>`,
    });
}

/** A recording of a document, and a file of no document. */
function keepFiles(project: Project, document: string): void {
  as(project, ANNA, ({ db, at, actor }) => {
    for (const [name, owner] of [
      ['Talk.M4A', idBytes(document)],
      ['what else', null],
    ] as const) {
      const bytes = Buffer.from(`the bytes of ${name}`);
      db.run(
        sql`INSERT INTO blobs (sha256, size, bytes) VALUES (${sha256(bytes)}, ${bytes.byteLength}, ${bytes})`,
      );
      db.run(sql`INSERT INTO attachments (id, name, media_type, blob_sha256, note, document_id, created_at, created_by)
        VALUES (${newId()}, ${name}, 'audio/mp4', ${sha256(bytes)}, 'kept', ${owner}, ${at}, ${actor.id})`);
    }
  });
}
