import type { ExchangeEvent } from '../../contract/exchange.ts';
import { answered, NOTHING_CHANGED, written } from '../answers.ts';
import { listAttachments } from '../attachments/read.ts';
import { removeAttachments } from '../attachments/write.ts';
import { findHeadings } from '../documents/headings.ts';
import { listPages, readGlyphs, readOriginal } from '../documents/pages.ts';
import { listDocuments, readPart } from '../documents/read.ts';
import { removeDocument, renameDocument } from '../documents/write.ts';
import { type RunEvent, runExchange } from '../exchange/run.ts';
import type { Grants } from '../files/grants.ts';
import { describeHighlights, findHighlights } from '../import/found-highlights.ts';
import { takeHighlights } from '../import/highlights.ts';
import { runImport } from '../import/run.ts';
import type { Implementer, Router, RouterParts } from './implementer.ts';

const NO_HIGHLIGHTS = 'No highlights came with this file.';
const ALL_TAKEN = 'Nothing changed: all its highlights are passages with that code already.';

/** Answers what the contract says about documents, and how they come in. */
export function textsRoutes(
  os: Implementer,
  { session, grants }: RouterParts,
): Pick<Router, 'documents' | 'imports' | 'exchange' | 'attachments'> {
  const db = () => session.project.db;
  return {
    documents: {
      list: os.documents.list.handler(({ input }) => listDocuments(db(), input?.scope)),
      read: os.documents.read.handler(({ input }) => readPart(db(), input.document, input)),
      pages: os.documents.pages.handler(({ input }) => listPages(db(), input.document)),
      glyphs: os.documents.glyphs.handler(({ input }) => readGlyphs(db(), input.document, input)),
      original: os.documents.original.handler(({ input }) => readOriginal(db(), input.document, input)),
      headings: os.documents.headings.handler(({ input }) => findHeadings(db(), input)),
      rename: os.documents.rename.handler(({ input }) =>
        written(renameDocument(session.project, input.document, input.title), NOTHING_CHANGED),
      ),
      remove: os.documents.remove.handler(({ input }) =>
        written(removeDocument(session.project, input.document), NOTHING_CHANGED),
      ),
    },
    attachments: {
      list: os.attachments.list.handler(() => listAttachments(db())),
      save: os.attachments.save.handler(({ input, signal }) =>
        session.pool.run(
          'saveAttachment',
          { target: grants.take(input.grant, 'save'), id: input.attachment },
          signal,
        ),
      ),
      remove: os.attachments.remove.handler(({ input }) =>
        written(removeAttachments(session.project, input.attachments), NOTHING_CHANGED),
      ),
    },
    exchange: {
      run: os.exchange.run.handler(({ input: { grant, ...options }, signal }) => {
        const path = grants.take(grant, ['import', 'folder', 'open']);
        const folders = options.folders.map((folder) => grants.take(folder, 'folder'));
        const events = runExchange(session.project, { ...options, path, folders }, signal);
        return answered(permitted(grants, events, { path, folders }));
      }),
    },
    imports: {
      run: os.imports.run.handler(({ input, signal }) =>
        answered(
          runImport(
            session.project,
            session.reader,
            { ...input, paths: input.grants.map((grant) => grants.take(grant, ['import', 'folder'])) },
            signal,
          ),
        ),
      ),
      highlights: os.imports.highlights.handler(async ({ input, signal }) =>
        describeHighlights(await findHighlights(session.project, session.reader, input.document, signal)),
      ),
      takeHighlights: os.imports.takeHighlights.handler(async ({ input, signal }) => {
        const mutation = await takeHighlights(session.project, session.reader, input, signal);
        const { found, made, already, codeIds } = mutation.result;
        const note = found === 0 ? NO_HIGHLIGHTS : ALL_TAKEN;
        return { ...written(mutation, note), found, made, already, codeIds: [...codeIds] };
      }),
    },
  };
}

/** Where files are missing, what was permitted is permitted once more, so that it can be run again. */
async function* permitted(
  grants: Grants,
  events: AsyncIterable<RunEvent>,
  { path, folders }: { readonly path: string; readonly folders: readonly string[] },
): AsyncGenerator<ExchangeEvent> {
  for await (const event of events)
    yield event.type === 'missing'
      ? {
          ...event,
          grant: grants.issue(path, 'import'),
          folders: folders.map((folder) => grants.issue(folder, 'folder')),
        }
      : event;
}
