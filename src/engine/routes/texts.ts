import { answered, NOTHING_CHANGED, written } from '../answers.ts';
import { findHeadings } from '../documents/headings.ts';
import { listPages, readGlyphs, readOriginal } from '../documents/pages.ts';
import { listDocuments, readPart } from '../documents/read.ts';
import { removeDocument, renameDocument } from '../documents/write.ts';
import { runImport } from '../import/run.ts';
import type { Implementer, Router, RouterParts } from './implementer.ts';

/** Answers what the contract says about documents, and how they come in. */
export function textsRoutes(
  os: Implementer,
  { session, grants }: RouterParts,
): Pick<Router, 'documents' | 'imports'> {
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
    },
  };
}
