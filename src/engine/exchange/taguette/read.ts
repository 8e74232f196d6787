import { momentOf } from '../identity.ts';
import type {
  ExchangedCode,
  ExchangedDocument,
  ExchangedMemo,
  ExchangeReader,
  Piece,
  ReaderContext,
} from '../model.ts';
import { orderTree, type TreeNode } from '../order-tree.ts';
import { PassageBook } from '../passage-book.ts';
import { Grouped } from '../sqlite/grouped.ts';
import type { ForeignRow } from '../sqlite/row.ts';
import { type Given, readCommands } from './commands.ts';
import { readHighlights } from './highlights.ts';
import { TaguetteProject } from './project.ts';
import { TaguetteText } from './text.ts';

/**
 * Reads what Taguette exports: its highlights as a page, or a project, which is an SQLite file, or its whole database. Its offsets are bytes of UTF-8 over the
 * text nodes of the HTML that it keeps (checked on real files). Tags are flat there, and their paths are names.
 */
export const readTaguette: ExchangeReader = async function* (path, context) {
  if (/\.html?$/i.test(path)) return yield* readHighlights(path, context);
  const project = new TaguetteProject(path);
  try {
    yield* piecesOf(project, context);
  } finally {
    project.file.close();
  }
};

/** What all documents need. */
interface Shared {
  readonly tags: ReadonlyMap<number, ExchangedCode>;
  readonly tagsOf: ReadonlyMap<number, readonly number[]>;
  readonly given: ReadonlyMap<number, ReadonlyMap<number, Given>>;
  /** The only person of the project, who must have done what nobody is named for. */
  readonly only: string | undefined;
  readonly memos: ExchangedMemo[];
  /** Names of documents so far, which need not differ. */
  readonly names: Map<string, number>;
}

async function* piecesOf(project: TaguetteProject, context: ReaderContext): AsyncGenerator<Piece> {
  const { title, description, file } = project;
  yield { type: 'project', tool: 'Taguette', title, description, keepsPassages: false };
  const given = readCommands(file, project.number);
  const members = [...file.rows('project_members', ['project_id', 'user_login'])]
    .filter((row) => project.isOwn(row))
    .map((row) => row.text('user_login'));
  const logins = new Set(members);
  for (const tags of given.values()) for (const { login } of tags.values()) logins.add(login);
  logins.delete('');
  for (const login of logins) yield { type: 'coder', id: project.id('coder', login), name: login };
  const tags = readTags(project);
  for (const tag of tags.values()) yield { type: 'code', ...tag };
  yield* project.told();
  const [only] = logins.size === 1 ? logins : [];
  const shared: Shared = { tags, tagsOf: readTagsOf(project), given, only, memos: [], names: new Map() };
  const columns = ['id', 'document_id', 'start_offset', 'end_offset', 'snippet'];
  const order = { order: ['document_id', 'start_offset', 'end_offset', 'id'] };
  const highlights = new Grouped(file.rows('highlights', columns, order), 'document_id');
  const documents = ['id', 'name', 'description', 'filename', 'created', 'project_id', 'contents'];
  const count = [...file.rows('documents', ['id'])].length;
  let done = 0;
  for (const row of file.rows('documents', documents, { order: ['id'] })) {
    context.onProgress(done++ / count, row.text('name'));
    const rows = highlights.take(row.whole('id') ?? Number.NaN);
    if (!project.isOwn(row)) continue;
    const document = await readDocument(project, row, rows, shared, context.language);
    if (document) yield { type: 'document', ...document };
    yield* project.told();
  }
  for (const memo of shared.memos) yield { type: 'memo', ...memo };
  for (let lost = highlights.finish(); lost > 0; lost--)
    yield {
      type: 'said',
      what: 'left',
      message: 'A highlight belongs to a document that is not in the file.',
      subject: '',
    };
}

interface TagNode extends TreeNode {
  readonly number: number;
  readonly definition: string;
}

/** @returns the tags in order; since 2024 a tag can lie under another, before they have no parents */
function readTags(project: TaguetteProject): Map<number, ExchangedCode> {
  const nodes: TagNode[] = [];
  const columns = ['id', 'project_id', 'path', 'description', 'parent_id'];
  for (const row of project.file.rows('tags', columns, { order: ['path'] })) {
    const [number, above] = [row.whole('id'), row.whole('parent_id')];
    if (number === null || !project.isOwn(row)) continue;
    const parent = above === null ? null : String(above);
    const definition = row.text('description');
    nodes.push({ key: String(number), parent, name: row.text('path'), rank: 0, number, definition });
  }
  const { ordered, remarks } = orderTree(nodes);
  for (const { what, message, subject } of remarks) project.say(what, message, subject);
  const ids = new Map(ordered.map(({ key, name }) => [key, project.id('tag', name)]));
  return new Map(
    ordered.map(({ key, parent, name, number, definition }) => {
      const parentId = parent === null ? null : (ids.get(parent) ?? null);
      return [number, { id: ids.get(key) ?? '', parentId, name, definition }];
    }),
  );
}

function readTagsOf(project: TaguetteProject): Map<number, number[]> {
  const tagsOf = new Map<number, number[]>();
  for (const row of project.file.rows('highlight_tags', ['highlight_id', 'tag_id'])) {
    const [highlight, tag] = [row.whole('highlight_id'), row.whole('tag_id')];
    if (highlight === null || tag === null) continue;
    const tags = tagsOf.get(highlight);
    if (tags) tags.push(tag);
    else tagsOf.set(highlight, [tag]);
  }
  return tagsOf;
}

async function readDocument(
  project: TaguetteProject,
  row: ForeignRow,
  highlights: readonly ForeignRow[],
  shared: Shared,
  language: string,
): Promise<ExchangedDocument | null> {
  const title = row.text('name').trim() || row.text('filename');
  const text = await TaguetteText.from(row.text('contents'), language);
  if (!text) {
    project.say('left', 'A document without words, or too large to be read, was left out.', title);
    return null;
  }
  const same = shared.names.get(title) ?? 0;
  shared.names.set(title, same + 1);
  const id = project.id('document', title, row.text('created'), String(same));
  const passages = new PassageBook(id);
  for (const highlight of highlights) addHighlight(project, passages, highlight, { text, title, shared });
  const createdAt = momentOf(row.text('created'));
  const note = row.text('description');
  if (note.trim() !== '') {
    const about = { kind: 'document', id } as const;
    shared.memos.push({ id: project.id('description', id), title: '', body: note, about });
  }
  return {
    id,
    title,
    // The original is not in the file: what is kept is the page that Taguette made of it.
    fileName: `${row.text('filename').replace(/\.[^.]*$/, '') || title}.html`,
    read: text.read,
    values: [],
    passages: passages.list(),
    ...(createdAt !== undefined && { createdAt }),
  };
}

function addHighlight(
  project: TaguetteProject,
  passages: PassageBook,
  row: ForeignRow,
  { text, title, shared }: { text: TaguetteText; title: string; shared: Shared },
): void {
  const number = row.whole('id') ?? Number.NaN;
  const { span, remark } = text.place(
    row.whole('start_offset'),
    row.whole('end_offset'),
    row.text('snippet'),
  );
  if (remark) project.say(remark.what, remark.message, title);
  if (!span) return;
  const tags = shared.tagsOf.get(number) ?? [];
  const passage = passages.at(span);
  if (tags.length === 0) {
    passages.comment(passage, 'Highlighted in Taguette without a tag.');
    project.say('kept', 'A highlight without a tag became a passage with a comment.', title);
  }
  for (const tag of tags) {
    const code = shared.tags.get(tag);
    if (!code) {
      project.say('left', 'A highlight has a tag that the project does not list.', title);
      continue;
    }
    const given = shared.given.get(number)?.get(tag);
    const login = given?.login || shared.only;
    const createdAt = momentOf(given?.date);
    passages.code(passage, {
      id: project.id('coding', passage, code.id, login ?? ''),
      code: code.id,
      ...(login !== undefined && { coder: project.id('coder', login) }),
      ...(createdAt !== undefined && { createdAt }),
    });
  }
}
