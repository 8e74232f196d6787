import { NOTHING_CHANGED, written } from '../answers.ts';
import { createAttribute, removeAttribute, renameAttribute, setAttribute } from '../cases/attributes.ts';
import { changeChoices } from '../cases/choices.ts';
import { fillValues } from '../cases/fill.ts';
import { HeldTable } from '../cases/import/held.ts';
import { listAttributes, listCases } from '../cases/read.ts';
import {
  assignCases,
  createCase,
  describeCase,
  gatherDocuments,
  holdDocuments,
  removeCase,
  renameCase,
} from '../cases/write.ts';
import type { Implementer, Router, RouterParts } from './implementer.ts';

/** Answers what the contract says about cases and attributes. */
export function casesRoutes(
  os: Implementer,
  { session, grants }: RouterParts,
): Pick<Router, 'cases' | 'attributes'> {
  const db = () => session.project.db;
  const table = new HeldTable();
  return {
    cases: {
      list: os.cases.list.handler(() => listCases(db())),
      create: os.cases.create.handler(({ input }) => {
        const made = createCase(session.project, input.name);
        return { ...written(made, NOTHING_CHANGED), caseId: made.result };
      }),
      rename: os.cases.rename.handler(({ input }) =>
        written(renameCase(session.project, input.case, input.name), NOTHING_CHANGED),
      ),
      describe: os.cases.describe.handler(({ input }) =>
        written(describeCase(session.project, input.case, input.description), NOTHING_CHANGED),
      ),
      remove: os.cases.remove.handler(({ input }) =>
        written(removeCase(session.project, input.case), NOTHING_CHANGED),
      ),
      assign: os.cases.assign.handler(({ input }) =>
        written(assignCases(session.project, input.document, input.cases), NOTHING_CHANGED),
      ),
      gather: os.cases.gather.handler(({ input }) =>
        written(gatherDocuments(session.project, input.case, input.documents, input.belong), NOTHING_CHANGED),
      ),
      hold: os.cases.hold.handler(({ input }) =>
        written(holdDocuments(session.project, input.case, input.documents), NOTHING_CHANGED),
      ),
    },
    attributes: {
      list: os.attributes.list.handler(() => listAttributes(db())),
      create: os.attributes.create.handler(({ input }) => {
        const made = createAttribute(session.project, input);
        return { ...written(made, NOTHING_CHANGED), attributeId: made.result };
      }),
      rename: os.attributes.rename.handler(({ input }) =>
        written(renameAttribute(session.project, input.attribute, input.name), NOTHING_CHANGED),
      ),
      choices: os.attributes.choices.handler(({ input }) =>
        written(changeChoices(session.project, input.attribute, input.choices), NOTHING_CHANGED),
      ),
      remove: os.attributes.remove.handler(({ input }) =>
        written(removeAttribute(session.project, input.attribute), NOTHING_CHANGED),
      ),
      set: os.attributes.set.handler(({ input }) =>
        written(setAttribute(session.project, input.attribute, input.owner, input.value), NOTHING_CHANGED),
      ),
      fill: os.attributes.fill.handler(({ input }) =>
        written(fillValues(session.project, input.values, input.names), NOTHING_CHANGED),
      ),
      importRead: os.attributes.importRead.handler(({ input, signal }) =>
        table.read(session.project, session.pool, grants.take(input.grant, 'import'), signal),
      ),
      importPlan: os.attributes.importPlan.handler(({ input }) => table.plan(session.project, input)),
      importApply: os.attributes.importApply.handler(({ input }) => {
        const made = table.apply(session.project, input);
        return { ...written(made, NOTHING_CHANGED), plan: made.result };
      }),
    },
  };
}
