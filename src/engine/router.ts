import { basename } from 'node:path';
import { implement, type Router as RouterOf, type UnlaziedRouter } from '@orpc/server';
import { type Contract, contract } from '../contract/index.ts';
import { answered, asAnswer, written } from './answers.ts';
import { createAttribute, removeAttribute, renameAttribute, setAttribute } from './cases/attributes.ts';
import { changeChoices } from './cases/choices.ts';
import { listAttributes, listCases } from './cases/read.ts';
import {
  assignCases,
  createCase,
  describeCase,
  gatherDocuments,
  removeCase,
  renameCase,
} from './cases/write.ts';
import { importTaxonomy } from './codebook/import.ts';
import { listCodes } from './codebook/read.ts';
import { parseLines } from './codebook/taxonomy.ts';
import { readTaxonomyFile } from './codebook/taxonomy-file.ts';
import { createCode, moveCode, removeCode, updateCode } from './codebook/write.ts';
import { listCoders } from './coders/read.ts';
import { findHeadings } from './documents/headings.ts';
import { listDocuments, readPart } from './documents/read.ts';
import { removeDocument, renameDocument } from './documents/write.ts';
import type { Chooser } from './files/chooser.ts';
import type { Grants } from './files/grants.ts';
import { listenTo } from './history/changes.ts';
import { placeOfStep } from './history/place.ts';
import { runImport } from './import/run.ts';
import { listMemos } from './memos/read.ts';
import { changeMemo, removeMemo, writeMemo } from './memos/write.ts';
import { applyCodes, applyToPassages } from './passages/apply.ts';
import { passageHistory } from './passages/history.ts';
import { applyToMatches } from './passages/matches.ts';
import { listPassages, passagesInDocument } from './passages/read.ts';
import { replaceCode } from './passages/replace.ts';
import { resizePassage } from './passages/resize.ts';
import { commentPassage, removeCodings, weighCoding } from './passages/write.ts';
import { openFrom } from './projects/open-from.ts';
import { renameProject } from './projects/state.ts';
import { judgementsIn } from './reviews/judge.ts';
import { reviewProgress } from './reviews/progress.ts';
import { setReviews } from './reviews/write.ts';
import { countScope } from './scope/count.ts';
import type { Session } from './session.ts';
import { listSteps, showStep } from './store/steps.ts';

export interface RouterParts {
  readonly session: Session;
  readonly grants: Grants;
  readonly chooser: Chooser;
}

/** The contract as it is answered; written out, since what TypeScript would infer is too long for it to keep. */
export type Router = UnlaziedRouter<RouterOf<Contract, Record<never, never>>>;

const NOTHING = 'Nothing changed: it was so already.';

/** The contract implemented, one line a procedure. */
export function createRouter({ session, grants, chooser }: RouterParts): Router {
  const os = implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw asAnswer(error);
    }
  });
  const db = () => session.project.db;

  return os.router({
    project: {
      state: os.project.state.handler(() => session.state()),
      recent: os.project.recent.handler(() => session.recent.list()),
      forget: os.project.forget.handler(({ input }) => session.recent.forget(input.token)),
      create: os.project.create.handler(({ input }) =>
        session.create(grants.take(input.grant, 'save'), input.title, input.coder),
      ),
      open: os.project.open.handler(({ input }) => openFrom({ session, grants }, input.from, input.mode)),
      close: os.project.close.handler(() => session.close()),
      rename: os.project.rename.handler(({ input }) =>
        written(renameProject(session.project, input), NOTHING),
      ),
      saveCopy: os.project.saveCopy.handler(({ input }) =>
        session.saveCopy(grants.take(input.grant, 'save')),
      ),
      check: os.project.check.handler(({ signal }) => session.pool.run('check', {}, signal)),
    },
    coders: {
      me: os.coders.me.handler(() => session.me()),
      introduce: os.coders.introduce.handler(({ input }) => session.introduce(input.name, input.coder)),
      list: os.coders.list.handler(() => listCoders(db())),
    },
    documents: {
      list: os.documents.list.handler(({ input }) => listDocuments(db(), input?.scope)),
      read: os.documents.read.handler(({ input }) => readPart(db(), input.document, input)),
      headings: os.documents.headings.handler(({ input }) => findHeadings(db(), input)),
      rename: os.documents.rename.handler(({ input }) =>
        written(renameDocument(session.project, input.document, input.title), NOTHING),
      ),
      remove: os.documents.remove.handler(({ input }) =>
        written(removeDocument(session.project, input.document), NOTHING),
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
    codes: {
      list: os.codes.list.handler(({ input }) => listCodes(db(), input?.scope)),
      create: os.codes.create.handler(({ input }) => {
        const made = createCode(session.project, input);
        return { ...written(made, NOTHING), codeId: made.result };
      }),
      update: os.codes.update.handler(({ input }) =>
        written(updateCode(session.project, input.code, input.fields), NOTHING),
      ),
      move: os.codes.move.handler(({ input }) =>
        written(moveCode(session.project, input.code, input.parentId, input.beforeId), NOTHING),
      ),
      remove: os.codes.remove.handler(({ input }) =>
        written(removeCode(session.project, input.code), NOTHING),
      ),
      importFile: os.codes.importFile.handler(async ({ input }) => {
        const path = grants.take(input.grant, 'import');
        const made = importTaxonomy(session.project, await readTaxonomyFile(path), basename(path));
        return { ...written(made, 'Every code of the file was there already.'), ...made.result };
      }),
      addList: os.codes.addList.handler(({ input }) => {
        const made = importTaxonomy(session.project, parseLines(input.text), 'a list', input.parentId);
        return { ...written(made, 'Every code of the list was there already.'), ...made.result };
      }),
    },
    passages: {
      inDocument: os.passages.inDocument.handler(({ input }) =>
        passagesInDocument(db(), input.document, input.scope),
      ),
      list: os.passages.list.handler(({ input }) => listPassages(db(), input, input)),
      resize: os.passages.resize.handler(({ input }) => {
        const made = resizePassage(session.project, input.passage, input, input.codings);
        return { ...written(made, NOTHING), ...made.result };
      }),
      history: os.passages.history.handler(({ input }) => passageHistory(db(), input.passage, input.limit)),
      comment: os.passages.comment.handler(({ input }) =>
        written(commentPassage(session.project, input.passage, input.comment), NOTHING),
      ),
    },
    codings: {
      apply: os.codings.apply.handler(({ input }) => {
        const made = applyCodes(session.project, input);
        return { ...written(made, 'That code was applied to these words already.'), ...made.result };
      }),
      applyTo: os.codings.applyTo.handler(({ input }) => {
        const made = applyToPassages(session.project, input.passages, input.codes, input.create);
        return { ...written(made, 'All of them carry these codes already.'), ...made.result };
      }),
      replace: os.codings.replace.handler(({ input }) => {
        const made = replaceCode(session.project, input.codings, input.by);
        return { ...written(made, 'It is that code already.'), ...made.result };
      }),
      applyMatches: os.codings.applyMatches.handler(({ input }) => {
        const made = applyToMatches(session.project, input);
        return {
          ...written(made, made.result.matches === 0 ? 'The words do not occur in this document.' : NOTHING),
          ...made.result,
        };
      }),
      weigh: os.codings.weigh.handler(({ input }) =>
        written(weighCoding(session.project, input.coding, input.weight), NOTHING),
      ),
      remove: os.codings.remove.handler(({ input }) =>
        written(removeCodings(session.project, input.codings), NOTHING),
      ),
    },
    reviews: {
      inDocument: os.reviews.inDocument.handler(({ input }) => judgementsIn(db(), input.document)),
      progress: os.reviews.progress.handler(({ input }) => {
        const { actor } = session.project;
        return actor ? reviewProgress(db(), actor.id, input?.scope) : [];
      }),
      set: os.reviews.set.handler(({ input }) =>
        written(setReviews(session.project, input.document, input.codes, input.reviewed), NOTHING),
      ),
    },
    memos: {
      list: os.memos.list.handler(({ input }) => listMemos(db(), input.target, input.scope)),
      write: os.memos.write.handler(({ input }) => {
        const made = writeMemo(session.project, input.target, input);
        return { ...written(made, NOTHING), ...made.result };
      }),
      change: os.memos.change.handler(({ input }) =>
        written(changeMemo(session.project, input.memo, input), NOTHING),
      ),
      remove: os.memos.remove.handler(({ input }) =>
        written(removeMemo(session.project, input.memo), NOTHING),
      ),
    },
    cases: {
      list: os.cases.list.handler(() => listCases(db())),
      create: os.cases.create.handler(({ input }) => {
        const made = createCase(session.project, input.name);
        return { ...written(made, NOTHING), caseId: made.result };
      }),
      rename: os.cases.rename.handler(({ input }) =>
        written(renameCase(session.project, input.case, input.name), NOTHING),
      ),
      describe: os.cases.describe.handler(({ input }) =>
        written(describeCase(session.project, input.case, input.description), NOTHING),
      ),
      remove: os.cases.remove.handler(({ input }) =>
        written(removeCase(session.project, input.case), NOTHING),
      ),
      assign: os.cases.assign.handler(({ input }) =>
        written(assignCases(session.project, input.document, input.cases), NOTHING),
      ),
      gather: os.cases.gather.handler(({ input }) =>
        written(gatherDocuments(session.project, input.case, input.documents, input.belong), NOTHING),
      ),
    },
    attributes: {
      list: os.attributes.list.handler(() => listAttributes(db())),
      create: os.attributes.create.handler(({ input }) => {
        const made = createAttribute(session.project, input);
        return { ...written(made, NOTHING), attributeId: made.result };
      }),
      rename: os.attributes.rename.handler(({ input }) =>
        written(renameAttribute(session.project, input.attribute, input.name), NOTHING),
      ),
      choices: os.attributes.choices.handler(({ input }) =>
        written(changeChoices(session.project, input.attribute, input.choices), NOTHING),
      ),
      remove: os.attributes.remove.handler(({ input }) =>
        written(removeAttribute(session.project, input.attribute), NOTHING),
      ),
      set: os.attributes.set.handler(({ input }) =>
        written(setAttribute(session.project, input.attribute, input.owner, input.value), NOTHING),
      ),
    },
    history: {
      list: os.history.list.handler(({ input }) =>
        listSteps(db(), input.before ?? Number.MAX_SAFE_INTEGER, input.limit).map(showStep),
      ),
      place: os.history.place.handler(({ input }) => placeOfStep(db(), input.seq)),
      undo: os.history.undo.handler(({ input }) => {
        const done = session.project.undo(input.confirm);
        return { ...done, place: placeOfStep(db(), done.step.seq) };
      }),
      redo: os.history.redo.handler(({ input }) => {
        const done = session.project.redo(input.confirm);
        return { ...done, place: placeOfStep(db(), done.step.seq) };
      }),
      changes: os.history.changes.handler(({ signal }) => listenTo(session, signal)),
    },
    scope: {
      count: os.scope.count.handler(({ input }) => countScope(db(), input.scope)),
    },
    screen: {
      read: os.screen.read.handler(({ input }) => session.screen.read(input.project)),
      keep: os.screen.keep.handler(({ input }) =>
        session.screen.keep(input.project, input.name, input.value),
      ),
    },
    search: {
      find: os.search.find.handler(({ input, signal }) =>
        answered(session.pool.stream('search', input, signal)),
      ),
    },
    exports: {
      dataset: os.exports.dataset.handler(({ input, signal }) =>
        session.pool.run(
          'dataset',
          {
            target: grants.take(input.grant, ['save', 'folder']),
            texts: input.texts,
            scope: input.scope,
          },
          signal,
        ),
      ),
    },
    files: {
      list: os.files.list.handler(({ input }) => chooser.list(input)),
      grant: os.files.grant.handler(({ input }) => chooser.grant(input)),
      grantNew: os.files.grantNew.handler(({ input }) => chooser.grantNew(input)),
      makeFolder: os.files.makeFolder.handler(({ input }) => chooser.makeFolder(input)),
    },
  });
}
