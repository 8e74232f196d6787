import type { ImportEvent, ImportFile, ImportProgress } from '../../contract/imports.ts';
import { removeUnused, storeReading } from '../documents/content.ts';
import { addDocument, type NewDocument } from '../documents/write.ts';
import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import { idText } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import { ImportError } from './errors.ts';
import { keepHighlights } from './found-highlights.ts';
import { isPictureType } from './picture/header.ts';
import type { FileReader } from './read-file.ts';
import type { ReadFile } from './read-source.ts';
import { readTelling } from './read-telling.ts';
import { findSources, type Source } from './sources.ts';
import { whileStoring } from './storing.ts';
import { duplicateOf, toDocument } from './to-document.ts';

export interface ImportRequest {
  readonly paths: readonly string[];
  /** BCP 47 tag for files that do not say. */
  readonly language?: string | undefined;
  /** For a single file. */
  readonly title?: string | undefined;
  readonly case?: string | undefined;
}

/** One file on its way. */
interface Item {
  file: ImportFile;
  readonly source: Source | null;
  document: NewDocument | null;
  /** SHA-256 of the original once it was read. */
  sha256: string | null;
}

/**
 * Imports files as one step. Each is read in a worker and its content stored at once, so that memory stays flat however
 * many there are; the documents that refer to the content come in together at the end. A file that fails leaves nothing
 * and does not stop the others; cancelling leaves nothing at all.
 * @param signal cancels; so does ending the iteration early
 * @returns what happens, as it happens
 * @throws ColligoError CANCELLED, READ_ONLY, NEEDS_CODER, DISK
 */
export async function* runImport(
  project: Project,
  reader: FileReader,
  request: ImportRequest,
  signal?: AbortSignal,
): AsyncGenerator<ImportEvent> {
  yield* whileStoring(project, () => importFiles(project, reader, request, signal));
}

async function* importFiles(
  project: Project,
  reader: FileReader,
  request: ImportRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportEvent> {
  const items = await listItems(request);
  const total = items.filter((item) => item.source).length;
  yield { type: 'files', files: items.map((item) => item.file) };
  const stored: Uint8Array[] = [];
  let committed = false;
  let finished = 0;
  try {
    for (const item of items) {
      if (!item.source) continue;
      item.file = { ...item.file, state: 'reading' };
      yield { type: 'file', file: item.file, finished, total };
      for await (const progress of readItem(
        project,
        reader,
        item,
        item.source,
        request,
        items,
        stored,
        signal,
      ))
        yield { type: 'file', file: { ...item.file, progress }, finished, total };
      yield { type: 'file', file: item.file, finished: ++finished, total };
    }
    if (signal?.aborted) throw cancelled();
    const last = commit(project, items);
    committed = true;
    yield last;
  } finally {
    // A project that was closed meanwhile keeps the unused content until the next import.
    if (project.isOpen) {
      const used = committed
        ? new Set(items.flatMap((item) => (item.document ? [key(item.document.readingId)] : [])))
        : new Set();
      removeUnused(
        project.db,
        stored.filter((id) => !used.has(key(id))),
      );
    }
  }
}

const key = (id: Uint8Array) => Buffer.from(id).toString('hex');

const cancelled = () =>
  new ColligoError('CANCELLED', 'The import was cancelled.', { safe: 'Nothing was added to the project.' });

async function listItems(request: ImportRequest): Promise<Item[]> {
  const found = await findSources(request.paths);
  return found.map((entry, index): Item => {
    if ('source' in entry)
      return {
        source: entry.source,
        document: null,
        sha256: null,
        file: { index, name: entry.name, state: 'waiting' },
      };
    return {
      source: null,
      document: null,
      sha256: null,
      file: { index, name: entry.name, state: entry.state, message: entry.message },
    };
  });
}

/** Reads a file and stores what it holds; tells how far it is meanwhile. */
async function* readItem(
  project: Project,
  reader: FileReader,
  item: Item,
  source: Source,
  request: ImportRequest,
  items: readonly Item[],
  stored: Uint8Array[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportProgress, void> {
  const { index, name } = item.file;
  try {
    const language = source.language ?? request.language ?? 'en';
    const read = yield* readTelling(
      reader,
      { ...source, language, isSupposed: source.language === undefined },
      signal,
    );
    const known = duplicateOf(project.db, read.sha256, items);
    if (known !== null) {
      item.file = {
        index,
        name,
        state: 'skipped',
        message: `This file is in the project already, as “${known}”.`,
      };
      return;
    }
    const content = storeReading(project.db, read.bytes, read.reading);
    if (content.isNew) stored.push(content.id);
    const single = items.length === 1 ? request : { case: request.case };
    item.sha256 = read.sha256;
    item.document = toDocument(source, read, content.id, single);
    keepHighlights(project.db, content.id, read.highlights);
    item.file = { index, name, state: 'done', ...reportOf(read) };
  } catch (error) {
    if (error instanceof ImportError && error.code === 'cancelled') throw cancelled();
    if (!(error instanceof ImportError)) throw error;
    item.file = { index, name, state: 'failed', message: error.message };
  }
}

/** What the report says of a file that was read. */
function reportOf({ reading, highlights, mediaType }: ReadFile): Partial<ImportFile> {
  const [page] = reading.pages ?? [];
  if (page && isPictureType(mediaType))
    return { words: 0, notices: [], message: `picture of ${page.width} × ${page.height} pixels` };
  const words = reading.words.length / 2;
  const pages = reading.pages?.length ?? 0;
  const parts = [counted(words, 'word'), counted(reading.blocks.length, 'paragraph')];
  return {
    words,
    notices: [...reading.notices],
    message: [...parts, ...(pages > 0 ? [counted(pages, 'page')] : [])].join(', '),
    ...(pages > 0 && { pages }),
    ...(highlights.length > 0 && { highlights: highlights.length }),
  };
}

function commit(project: Project, items: Item[]): ImportEvent {
  const ready = items.filter((item) => item.document !== null);
  const [first] = ready;
  const label =
    ready.length === 1 && first?.document
      ? `Import “${first.document.title}”`
      : `Import ${counted(ready.length, 'document')}`;
  const mutation = project.write(
    { code: 'documents.import', label },
    ['documents', 'cases', 'reviews'],
    (writing) => {
      for (const item of ready) {
        if (!item.document) continue;
        const id = addDocument(writing, item.document);
        item.file = { ...item.file, documentId: idText(id) };
      }
    },
  );
  const files = items.map((item) => item.file);
  const count = (state: ImportFile['state']) => files.filter((file) => file.state === state).length;
  return {
    type: 'finished',
    step: mutation.step,
    imported: count('done'),
    failed: count('failed'),
    skipped: count('skipped'),
    files,
  };
}
