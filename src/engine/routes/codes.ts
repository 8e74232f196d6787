import { basename } from 'node:path';
import { NOTHING_CHANGED, written } from '../answers.ts';
import { colourBranches, coloursOfBranches } from '../codebook/colour-branches.ts';
import { copyBranches } from '../codebook/copy.ts';
import { importTaxonomy } from '../codebook/import.ts';
import { labelsOf, setLabels } from '../codebook/labels.ts';
import { linksOf, setLinks } from '../codebook/links.ts';
import { mergeCodes, mergeNumbers } from '../codebook/merge/merge.ts';
import { moveCodes } from '../codebook/move.ts';
import { namesReplaced, replaceInNames } from '../codebook/names.ts';
import { listCodes } from '../codebook/read.ts';
import { listReady, readReady } from '../codebook/ready.ts';
import { removeCodes } from '../codebook/remove.ts';
import { splitCode } from '../codebook/split.ts';
import { parseLines } from '../codebook/taxonomy.ts';
import { createCode, updateCode } from '../codebook/write.ts';
import { addBook } from '../exchange/codebook/add.ts';
import type { Implementer, Router, RouterParts } from './implementer.ts';

/** Answers what the contract says about the codebook. */
export function codesRoutes(os: Implementer, { session, grants }: RouterParts): Router['codes'] {
  const db = () => session.project.db;
  return {
    list: os.codes.list.handler(({ input }) => listCodes(db(), input?.scope)),
    create: os.codes.create.handler(({ input }) => {
      const made = createCode(session.project, input);
      return { ...written(made, NOTHING_CHANGED), codeId: made.result };
    }),
    update: os.codes.update.handler(({ input }) =>
      written(updateCode(session.project, input.code, input.fields), NOTHING_CHANGED),
    ),
    move: os.codes.move.handler(({ input }) =>
      written(moveCodes(session.project, input.codes, input.parentId, input.beforeId), NOTHING_CHANGED),
    ),
    remove: os.codes.remove.handler(({ input }) =>
      written(removeCodes(session.project, input.codes), NOTHING_CHANGED),
    ),
    words: os.codes.words.handler(({ input }) => ({
      labels: labelsOf(db(), input.code),
      links: linksOf(db(), input.code),
    })),
    setLabels: os.codes.setLabels.handler(({ input }) =>
      written(setLabels(session.project, input.code, input.kinds, input.labels), NOTHING_CHANGED),
    ),
    setLinks: os.codes.setLinks.handler(({ input }) =>
      written(setLinks(session.project, input.code, input.links), NOTHING_CHANGED),
    ),
    mergePreview: os.codes.mergePreview.handler(({ input }) =>
      mergeNumbers(db(), input.codes, input.into, input),
    ),
    merge: os.codes.merge.handler(({ input }) => {
      const made = mergeCodes(session.project, input.codes, input.into, input);
      return { ...written(made, NOTHING_CHANGED), ...made.result };
    }),
    split: os.codes.split.handler(({ input }) => {
      const made = splitCode(session.project, input.code, input.parts, input.assignments, input.note);
      return { ...written(made, NOTHING_CHANGED), ...made.result };
    }),
    copy: os.codes.copy.handler(({ input }) => {
      const made = copyBranches(session.project, input.codes, input.parentId, input.beforeId);
      return { ...written(made, NOTHING_CHANGED), ...made.result };
    }),
    namesReplaced: os.codes.namesReplaced.handler(({ input }) => namesReplaced(db(), input)),
    replaceInNames: os.codes.replaceInNames.handler(({ input }) => {
      const made = replaceInNames(session.project, input);
      return { ...written(made, 'No code has these words in its name.'), ...made.result };
    }),
    coloursOfBranches: os.codes.coloursOfBranches.handler(({ input }) =>
      coloursOfBranches(db(), input.how, input.within),
    ),
    colourBranches: os.codes.colourBranches.handler(({ input }) => {
      const made = colourBranches(session.project, input.how, input.within);
      return { ...written(made, 'Every code has this colour already.'), ...made.result };
    }),
    importFile: os.codes.importFile.handler(async ({ input: { grant, ...wish }, signal }) => {
      const path = grants.take(grant, 'import');
      const book = await session.pool.run('readBook', { path, ...wish }, signal);
      const made = addBook(session.project, book, basename(path));
      return { ...written(made, 'Every code of the file was there already.'), ...made.result };
    }),
    ready: os.codes.ready.handler(() => listReady()),
    importReady: os.codes.importReady.handler(async ({ input }) => {
      const { title, codes } = await readReady(input.key);
      const made = importTaxonomy(session.project, codes, `“${title}”`);
      return { ...written(made, 'Every code of it was there already.'), ...made.result };
    }),
    addList: os.codes.addList.handler(({ input }) => {
      const made = importTaxonomy(session.project, parseLines(input.text), 'a list', input.parentId);
      return { ...written(made, 'Every code of the list was there already.'), ...made.result };
    }),
  };
}
