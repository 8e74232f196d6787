import { basename } from 'node:path';
import type { ExchangeEvent, ExchangeFormat } from '../../contract/exchange.ts';
import { NOUNS } from '../../contract/nouns.ts';
import { readTree } from '../codebook/tree.ts';
import { removeUnused, removeUnusedFiles } from '../documents/content.ts';
import { CURRENT } from '../documents/current.ts';
import { loadCurrent } from '../documents/load.ts';
import { ColligoError } from '../errors.ts';
import { whileStoring } from '../import/storing.ts';
import { idBytes, idText } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { Gathered } from './carry/gather.ts';
import { ReportBook } from './carry/report.ts';
import { writeGathered } from './carry/write.ts';
import { ExchangeError } from './error.ts';
import type { MissingFile } from './model.ts';
import { type ExchangeLimits, readPieces } from './pieces.ts';
import { recognise } from './recognise.ts';
import type { Present } from './worker-protocol.ts';

export interface ExchangeRequest {
  readonly path: string;
  /** Decided by the file where it is left out. */
  readonly format?: ExchangeFormat | undefined;
  readonly language?: string | undefined;
  readonly adopt?: boolean | undefined;
  /** Whether files may be read that the project names and that lie neither in it nor beside it. */
  readonly elsewhere?: boolean | undefined;
  /** Folders to look in for files that the project names and that are not found. */
  readonly folders?: readonly string[] | undefined;
  /** Whether files that were not found are told of, and nothing is written then, so that it can be asked where they are. */
  readonly ask?: boolean | undefined;
  readonly limits?: ExchangeLimits | undefined;
}

/** What happens; how to go on with files that are missing is for the route to say, which knows of grants. */
export type RunEvent =
  | Exclude<ExchangeEvent, { type: 'missing' }>
  | { readonly type: 'missing'; readonly files: MissingFile[] };

/** So many files that are missing are listed; whoever has more looks in a folder at any rate. */
const MOST_MISSING = 10_000;

const NOTHING = 'Nothing was added to the project.';

/**
 * Reads a project or codings of another program into the open project, as one step. The file is read in a worker; texts and
 * files go into the store as they come, which keeps memory flat, and everything that refers to them comes in together at the
 * end. A file that fails, or cancelling, leaves nothing.
 * @param signal cancels; so does ending the iteration early
 * @returns what happens, as it happens; last the report, or the files that are missing where that was to be asked
 * @throws ColligoError UNREADABLE with one sentence, CANCELLED, READ_ONLY, NEEDS_CODER, DISK, REFUSED for a locked codebook
 */
export function runExchange(
  project: Project,
  request: ExchangeRequest,
  signal?: AbortSignal,
): AsyncGenerator<RunEvent> {
  return whileStoring(project, () => exchange(project, request, signal));
}

async function* exchange(
  project: Project,
  request: ExchangeRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<RunEvent> {
  const { db } = project;
  const gathered = new Gathered();
  const book = new ReportBook();
  let committed = false;
  try {
    const format = request.format ?? (await recognise(request.path));
    const { path, language = 'en', elsewhere = false, folders = [], limits } = request;
    const missing: MissingFile[] = [];
    const textOf = (id: string) => loadCurrent(db, idBytes(id)).reading.text;
    for await (const piece of readPieces({
      path,
      format,
      language,
      elsewhere,
      folders,
      limits,
      signal,
      present: presentOf(db),
      textOf,
    })) {
      if (piece.type === 'progress') yield { type: 'reading', share: piece.share, name: piece.name };
      else if (piece.type === 'missing') {
        const { name, path: stated, isThere } = piece;
        if (missing.length < MOST_MISSING) missing.push({ name, path: stated, isThere });
      } else gathered.take(db, piece, book);
    }
    if (signal?.aborted) throw new ExchangeError('The import was cancelled.');
    if (request.ask && missing.length > 0) {
      yield { type: 'missing', files: missing };
      return;
    }
    yield { type: 'writing' };
    const { tool = 'another program', title = '' } = gathered.project ?? {};
    const name = basename(path);
    const step = {
      code: 'projects.import',
      label: `Import ${title ? `“${title}” from ${tool}` : `“${name}”`}`,
    };
    const mutation = project.write(step, NOUNS, (writing) =>
      writeGathered(writing, gathered, book, request.adopt === true),
    );
    committed = true;
    const { came, already } = book;
    yield {
      type: 'finished',
      report: { name, format, tool, title, step: mutation.step, came, already, lines: book.lines() },
    };
  } catch (error) {
    throw explained(error, signal);
  } finally {
    if (project.isOpen) clean(db, gathered, committed);
  }
}

function explained(error: unknown, signal: AbortSignal | undefined): unknown {
  if (!(error instanceof ExchangeError)) return error;
  const code = signal?.aborted ? 'CANCELLED' : 'UNREADABLE';
  const told = new ColligoError(code, error.message, { safe: NOTHING });
  return Object.assign(told, { cause: error });
}

/** What was stored and did not become a document's or an attachment's goes again. */
function clean(db: Sql, gathered: Gathered, committed: boolean): void {
  const used = new Set(
    committed
      ? db
          .all<{ id: Uint8Array }>(sql`SELECT DISTINCT reading_id AS id FROM versions`)
          .map(({ id }) => Buffer.from(id).toString('hex'))
      : [],
  );
  removeUnused(
    db,
    gathered.storedReadings.filter((id) => !used.has(Buffer.from(id).toString('hex'))),
  );
  removeUnusedFiles(db, gathered.storedBlobs);
}

function presentOf(db: Sql): Present {
  const documents = db
    .all<{ id: Uint8Array; title: string; file_name: string }>(sql`
      SELECT d.id, d.title, current.file_name FROM documents d JOIN (${CURRENT}) AS current ON current.document_id = d.id
      ORDER BY d.rank, d.id`)
    .map((row) => ({ id: idText(row.id), title: row.title, fileName: row.file_name }));
  return { documents, codes: readTree(db).map(({ id, path }) => ({ id, path })) };
}
