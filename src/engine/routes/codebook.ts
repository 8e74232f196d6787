import { NOTHING_CHANGED, written } from '../answers.ts';
import { codeHistory } from '../codebook/page/history.ts';
import { readCodePage } from '../codebook/page/read.ts';
import { sayWhy } from '../codebook/page/why.ts';
import { diffVersions } from '../codebook/versions/diff.ts';
import { restorePlan } from '../codebook/versions/plan.ts';
import { listVersions } from '../codebook/versions/read.ts';
import { restoreVersion } from '../codebook/versions/restore.ts';
import { versionsOfPassage } from '../codebook/versions/when.ts';
import { describeVersion, lockVersion, nameVersion, removeVersion } from '../codebook/versions/write.ts';
import type { Implementer, Router, RouterParts } from './implementer.ts';

/** Answers what the contract says about versions of the codebook and the page of a code. */
export function codebookRoutes(
  os: Implementer,
  { session }: RouterParts,
): Pick<Router, 'codebookVersions' | 'codePage'> {
  const db = () => session.project.db;
  return {
    codebookVersions: {
      list: os.codebookVersions.list.handler(() => listVersions(db())),
      diff: os.codebookVersions.diff.handler(({ input }) => diffVersions(db(), input.from, input.to)),
      name: os.codebookVersions.name.handler(({ input }) => {
        const made = nameVersion(session.project, input.name, input.note, input.lock);
        return { ...written(made, NOTHING_CHANGED), versionId: made.result };
      }),
      describe: os.codebookVersions.describe.handler(({ input }) =>
        written(describeVersion(session.project, input.version, input), NOTHING_CHANGED),
      ),
      lock: os.codebookVersions.lock.handler(({ input }) =>
        written(lockVersion(session.project, input.version, input.locked), NOTHING_CHANGED),
      ),
      remove: os.codebookVersions.remove.handler(({ input }) =>
        written(removeVersion(session.project, input.version), NOTHING_CHANGED),
      ),
      restorePlan: os.codebookVersions.restorePlan.handler(({ input }) => restorePlan(db(), input.version)),
      restore: os.codebookVersions.restore.handler(({ input }) =>
        written(restoreVersion(session.project, input.version), 'The codebook is as it was then already.'),
      ),
      ofPassage: os.codebookVersions.ofPassage.handler(({ input }) => versionsOfPassage(db(), input.passage)),
    },
    codePage: {
      show: os.codePage.show.handler(({ input }) => readCodePage(db(), input.code, input.scope)),
      history: os.codePage.history.handler(({ input }) => codeHistory(db(), input.code)),
      why: os.codePage.why.handler(({ input }) =>
        written(sayWhy(session.project, input.code, input.text, input.change), NOTHING_CHANGED),
      ),
    },
  };
}
