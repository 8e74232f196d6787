import { answered, NOTHING_CHANGED, written } from './answers.ts';
import { listCoders } from './coders/read.ts';
import { listenTo } from './history/changes.ts';
import { placeOfStep } from './history/place.ts';
import { listMemos } from './memos/read.ts';
import { changeMemo, removeMemo, writeMemo } from './memos/write.ts';
import { openFrom } from './projects/open-from.ts';
import { renameProject } from './projects/state.ts';
import { casesRoutes } from './routes/cases.ts';
import { codebookRoutes } from './routes/codebook.ts';
import { codebookExchangeRoutes } from './routes/codebook-exchange.ts';
import { codesRoutes } from './routes/codes.ts';
import { codingRoutes } from './routes/coding.ts';
import { createImplementer, type Router, type RouterParts } from './routes/implementer.ts';
import { textsRoutes } from './routes/texts.ts';
import { openSample } from './sample/open.ts';
import { countScope } from './scope/count.ts';
import { listSteps, showStep } from './store/steps.ts';

export type { Router, RouterParts } from './routes/implementer.ts';

/** The contract implemented, one line a procedure. */
export function createRouter({ session, grants, chooser }: RouterParts): Router {
  const os = createImplementer();
  const parts = { session, grants, chooser };
  const texts = textsRoutes(os, parts);
  const coding = codingRoutes(os, parts);
  const cases = casesRoutes(os, parts);
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
        written(renameProject(session.project, input), NOTHING_CHANGED),
      ),
      saveCopy: os.project.saveCopy.handler(({ input }) =>
        session.saveCopy(grants.take(input.grant, 'save')),
      ),
      check: os.project.check.handler(({ signal }) => session.pool.run('check', {}, signal)),
    },
    sample: {
      state: os.sample.state.handler(() => ({
        ships: session.sample.ships,
        isThere: session.sample.isThere,
      })),
      open: os.sample.open.handler(({ input }) => openSample(session, input)),
    },
    coders: {
      me: os.coders.me.handler(() => session.me()),
      introduce: os.coders.introduce.handler(({ input }) => session.introduce(input.name, input.coder)),
      list: os.coders.list.handler(() => listCoders(db())),
    },
    documents: texts.documents,
    imports: texts.imports,
    exchange: texts.exchange,
    attachments: texts.attachments,
    codes: codesRoutes(os, parts),
    ...codebookRoutes(os, parts),
    codebookExchange: codebookExchangeRoutes(os, parts),
    passages: coding.passages,
    codings: coding.codings,
    reviews: coding.reviews,
    memos: {
      list: os.memos.list.handler(({ input }) => listMemos(db(), input.target, input.scope)),
      write: os.memos.write.handler(({ input }) => {
        const made = writeMemo(session.project, input.target, input);
        return { ...written(made, NOTHING_CHANGED), ...made.result };
      }),
      change: os.memos.change.handler(({ input }) =>
        written(changeMemo(session.project, input.memo, input), NOTHING_CHANGED),
      ),
      remove: os.memos.remove.handler(({ input }) =>
        written(removeMemo(session.project, input.memo), NOTHING_CHANGED),
      ),
    },
    cases: cases.cases,
    attributes: cases.attributes,
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
      dataset: os.exports.dataset.handler(({ input: { grant, ...options }, signal }) => {
        const target = grants.take(grant, ['save', 'folder']);
        return answered(session.pool.stream('dataset', { ...options, target }, signal));
      }),
      loss: os.exports.loss.handler(({ input, signal }) => session.pool.run('loss', input, signal)),
      check: os.exports.check.handler(({ input: { grant, ...options }, signal }) =>
        session.pool.run(
          'checkDataset',
          { ...options, target: grants.take(grant, ['open', 'folder']) },
          signal,
        ),
      ),
    },
    annotated: {
      write: os.annotated.write.handler(({ input: { grant, ...asked }, signal }) =>
        session.pool.run('annotated', { target: grants.take(grant, 'save'), ...asked }, signal),
      ),
    },
    report: {
      write: os.report.write.handler(({ input: { grant, ...asked }, signal }) =>
        session.pool.run('report', { target: grants.take(grant, 'save'), ...asked }, signal),
      ),
    },
    compare: {
      prepare: os.compare.prepare.handler(({ signal }) => session.pool.run('prepare', {}, signal)),
      table: os.compare.table.handler(({ input, signal }) => session.pool.run('compare', input, signal)),
      quotes: os.compare.quotes.handler(({ input, signal }) => session.pool.run('quotes', input, signal)),
      cooccurrence: os.compare.cooccurrence.handler(({ input, signal }) =>
        session.pool.run('cooccurrence', input, signal),
      ),
      meeting: os.compare.meeting.handler(({ input, signal }) => session.pool.run('meeting', input, signal)),
    },
    analyse: {
      crosstab: os.analyse.crosstab.handler(({ input, signal }) =>
        session.pool.run('crosstab', input, signal),
      ),
      similarity: os.analyse.similarity.handler(({ input, signal }) =>
        session.pool.run('similarity', input, signal),
      ),
      saturation: os.analyse.saturation.handler(({ input, signal }) =>
        session.pool.run('saturation', input, signal),
      ),
    },
    along: {
      codes: os.along.codes.handler(({ input, signal }) => session.pool.run('along', input, signal)),
    },
    words: {
      prepare: os.words.prepare.handler(({ input, signal }) =>
        session.pool.run('prepareWords', input, signal),
      ),
      frequencies: os.words.frequencies.handler(({ input, signal }) =>
        session.pool.run('wordFrequencies', input, signal),
      ),
      context: os.words.context.handler(({ input, signal }) =>
        session.pool.run('wordContext', input, signal),
      ),
      firstPlaces: os.words.firstPlaces.handler(({ input, signal }) =>
        session.pool.run('firstPlaces', input, signal),
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
