import { expect, test } from 'vitest';
import { setLabels } from '../../../src/engine/codebook/labels.ts';
import { setLinks } from '../../../src/engine/codebook/links.ts';
import { mergeCodes } from '../../../src/engine/codebook/merge/merge.ts';
import { moveCodes } from '../../../src/engine/codebook/move.ts';
import { codeHistory } from '../../../src/engine/codebook/page/history.ts';
import { readCodePage } from '../../../src/engine/codebook/page/read.ts';
import { sayWhy } from '../../../src/engine/codebook/page/why.ts';
import { nameVersion } from '../../../src/engine/codebook/versions/write.ts';
import { createCode, updateCode } from '../../../src/engine/codebook/write.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { listPassages } from '../../../src/engine/passages/read.ts';
import { addText } from '../kit/documents.ts';
import { coder, newProject, open, optionsFor } from '../kit/project.ts';

test('where a code changed and why: what was, what became of it, the words, and versions in between', async () => {
  const project = await newProject();
  const make = (name: string) => createCode(project, { name, parentId: null }).result;
  const code = make('Strategies');
  const other = make('Plans');
  updateCode(project, code, { name: 'Strategy', definition: 'A way.' });
  sayWhy(project, code, 'Singular, as the others.');
  nameVersion(project, 'Round 1', '', false);
  updateCode(project, code, { definition: 'Taken back.' });
  project.undo();
  setLabels(project, code, ['alias'], [{ kind: 'alias', language: '', text: 'Approach' }]);
  setLinks(project, code, [{ kind: 'see_also', other }]);
  moveCodes(project, [code], other, null);
  const third = make('Third');
  mergeCodes(project, [third], code, { aliases: true, append: true, note: 'One thing.' });
  const history = codeHistory(project.db, code);
  expect(
    history.map(({ step, fields, why, named }) => [step.code, fields, why.map(({ text }) => text), named]),
  ).toEqual([
    [
      'codes.merge',
      [{ field: 'alias', language: '', before: '', after: 'Third' }],
      ['Merged with “Third”: One thing.'],
      [],
    ],
    ['codes.move', [{ field: 'parent', before: '', after: 'Plans' }], [], []],
    ['codes.link', [{ field: 'see_also', before: '', after: 'Plans' }], [], []],
    ['codes.label', [{ field: 'alias', language: '', before: '', after: 'Approach' }], [], []],
    [
      'codes.rename',
      [
        { field: 'name', before: 'Strategies', after: 'Strategy' },
        { field: 'definition', before: '', after: 'A way.' },
      ],
      ['Singular, as the others.'],
      ['Round 1'],
    ],
    ['codes.create', [], [], []],
  ]);
  expect(history[4]?.why[0]?.by).toBe('Anna');
  expect(() => codeHistory(project.db, third)).toThrow(/not in this project/);
});

test('why an older change was made stands with that change, whatever came after it', async () => {
  const project = await newProject();
  const code = createCode(project, { name: 'Strategies', parentId: null }).result;
  updateCode(project, code, { name: 'Strategy' });
  updateCode(project, code, { definition: 'A way.' });
  const told = () => codeHistory(project.db, code).map(({ why }) => why.map(({ text }) => text));
  const [, rename, made] = codeHistory(project.db, code).map(({ step }) => step.id);
  sayWhy(project, code, 'Singular.', rename);
  sayWhy(project, code, 'Asked for in the first meeting.', made);
  sayWhy(project, code, 'Was missing.');
  sayWhy(project, code, 'As the others.', rename);
  expect(told()).toEqual([
    ['Was missing.'],
    ['Singular.', 'As the others.'],
    ['Asked for in the first meeting.'],
  ]);
  project.undo();
  expect(told()[1]).toEqual(['Singular.']);
  project.redo();
  expect(told()[1]).toEqual(['Singular.', 'As the others.']);
  updateCode(project, code, { definition: 'A plan.' });
  expect(told()).toHaveLength(4);
  expect(told()[2]).toEqual(['Singular.', 'As the others.']);
  const other = createCode(project, { name: 'Plans', parentId: null });
  expect(() => sayWhy(project, code, 'Not mine.', other.step?.id)).toThrow(/was not changed by that step/);
  const taken = updateCode(project, code, { name: 'Plan' }).step?.id;
  project.undo();
  expect(() => sayWhy(project, code, 'Taken back.', taken)).toThrow(/taken back/);
});

test('counts of a code by document and coder are those of the passages, in every scope', async () => {
  const first = await newProject();
  const one = addText(first, 'One', 'Alpha beta gamma delta epsilon.');
  const two = addText(first, 'Two', 'Zeta eta theta.');
  const code = createCode(first, { name: 'A', parentId: null }).result;
  const child = createCode(first, { name: 'Under', parentId: code }).result;
  const apply = (project: typeof first, document: string, start: number, end: number) =>
    applyCodes(project, { document, start, end, codes: [code, child], weight: null });
  apply(first, one, 0, 5);
  apply(first, one, 6, 10);
  apply(first, two, 0, 4);
  const { path, actor } = first;
  first.close();
  const second = await open(path, optionsFor(coder('Ben')));
  apply(second, one, 0, 5);
  const [anna = '', ben = ''] = readCodePage(second.db, code).coders.map(({ id }) => id);
  expect(readCodePage(second.db, code)).toMatchObject({
    children: [{ id: child, path: 'A / Under' }],
    documents: [
      { title: 'One', passages: 2, byCoder: { [anna]: 2, [ben]: 1 } },
      { title: 'Two', passages: 1, byCoder: { [anna]: 1 } },
    ],
    coders: [
      { name: 'Anna', passages: 3 },
      { name: 'Ben', passages: 1 },
    ],
  });
  const none = { documents: [], cases: [], attributes: [], codes: [], coders: [], text: '' };
  for (const scope of [
    none,
    { ...none, documents: [one] },
    { ...none, coders: [ben] },
    { ...none, text: 'beta' },
  ]) {
    const page = readCodePage(second.db, code, scope);
    const listed = listPassages(second.db, { code, scope }, { offset: 0, limit: 100 });
    expect(page.documents.reduce((sum, { passages }) => sum + passages, 0)).toBe(listed.total);
    expect(page.documents).toHaveLength(listed.documents);
    const codings = listed.rows.flatMap((row) => row.codings.filter(({ codeId }) => codeId === code));
    expect(page.coders.reduce((sum, { passages }) => sum + passages, 0)).toBe(codings.length);
  }
  expect(actor?.name).toBe('Anna');
});
