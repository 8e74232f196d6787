import { expect, test } from 'vitest';
import { colourBranches, coloursOfBranches, tint } from '../../../src/engine/codebook/colour-branches.ts';
import { PALETTE } from '../../../src/engine/codebook/colours.ts';
import { labelsOf, setLabels } from '../../../src/engine/codebook/labels.ts';
import { linksOf, setLinks } from '../../../src/engine/codebook/links.ts';
import { type NameSearch, namesReplaced, replaceInNames } from '../../../src/engine/codebook/names.ts';
import { listCodes } from '../../../src/engine/codebook/read.ts';
import { readTree } from '../../../src/engine/codebook/tree.ts';
import { updateCode } from '../../../src/engine/codebook/write.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { study, undoably } from './study.ts';

test('words are replaced in names: case, whole words, a branch, and never as a pattern', async () => {
  const { project, a2, a2a, b, shape } = await study();
  updateCode(project, a2, { name: 'Trust (general)' });
  updateCode(project, a2a, { name: 'Distrust of trust' });
  updateCode(project, b, { name: 'Trust' });
  const search: NameSearch = {
    find: 'trust',
    replace: 'faith',
    matchCase: false,
    wholeWords: false,
    within: null,
  };
  const names = (more: Partial<NameSearch>) =>
    namesReplaced(project.db, { ...search, ...more }).map(({ after }) => after);
  expect(names({})).toEqual(['faith (general)', 'Disfaith of faith', 'faith']);
  expect(names({ wholeWords: true })).toEqual(['faith (general)', 'Distrust of faith', 'faith']);
  expect(names({ matchCase: true })).toEqual(['Disfaith of faith']);
  expect(names({ within: a2 })).toEqual(['faith (general)', 'Disfaith of faith']);
  expect(names({ find: '.', replace: '' })).toEqual([]);
  expect(names({ find: '(general)', replace: '$& $1' })).toEqual(['Trust $& $1']);
  expect(names({ find: '' })).toEqual([]);
  expect(() => replaceInNames(project, { ...search, replace: '' })).toThrow('left without a name');
  const { step, result } = undoably(project, () => replaceInNames(project, { ...search, within: a2 }));
  expect(step?.label).toBe('Replace “trust” by “faith” in 2 names');
  expect(result.renamed).toBe(2);
  expect(shape().at(-2)).toBe('Trust');
  expect(replaceInNames(project, { ...search, find: 'nowhere' }).step).toBeNull();
});

test('branches take colours: as their top code, in turn, or lighter with each level', async () => {
  const { project, a, a2a, b } = await study();
  const colour = (id: string) => readTree(project.db).find((node) => node.id === id)?.colour;
  const [one, two] = PALETTE;
  updateCode(project, b, { colour: '#123456' });
  const told = coloursOfBranches(project.db, 'top', null);
  const { result, step } = undoably(project, () => colourBranches(project, 'top', null));
  expect(result.changed).toBe(told.length);
  expect(step?.label).toBe(`Colour ${told.length} codes by branch`);
  expect(readTree(project.db).map((node) => node.colour)).toEqual([
    ...Array.from({ length: 4 }, () => colour(a)),
    '#123456',
    '#123456',
  ]);
  expect(colourBranches(project, 'top', null).step).toBeNull();
  undoably(project, () => colourBranches(project, 'turn', null));
  expect([colour(a), colour(a2a), colour(b)]).toEqual([one, one, two]);
  undoably(project, () => colourBranches(project, 'tints', null));
  expect([colour(a), colour(a2a)]).toEqual([one, tint(one, 2)]);
  // Within a branch, each code below begins one of its own, and the code itself stays as it is.
  undoably(project, () => colourBranches(project, 'turn', a));
  expect([colour(a), colour(a2a), colour(b)]).toEqual([one, two, two]);
});

test('other words are set by kind, keep their identity, and are found by in lists', async () => {
  const { project, a, b } = await study();
  const alias = (text: string, language = '') => ({ kind: 'alias', language, text }) as const;
  undoably(project, () =>
    setLabels(
      project,
      a,
      ['alias', 'notation'],
      [
        alias('First'),
        alias(' First '),
        alias('Erstes', 'de'),
        { kind: 'notation', language: '', text: '1.a' },
      ],
    ),
  );
  expect(listCodes(project.db).find(({ id }) => id === a)).toMatchObject({
    notation: '1.a',
    also: ['First', 'Erstes'],
  });
  expect(listCodes(project.db).find(({ id }) => id === b)).not.toHaveProperty('also');
  const ids = () => dump(project.db).match(/code_labels \{"id":"(\w+)"/g);
  const before = ids();
  undoably(project, () => setLabels(project, a, ['alias'], [alias('Erstes', 'de'), alias('First')]));
  expect(ids()).toEqual(before);
  expect(labelsOf(project.db, a).map(({ text }) => text)).toEqual(['Erstes', 'First', '1.a']);
  expect(setLabels(project, a, ['alias'], [alias('Erstes', 'de'), alias('First')]).step).toBeNull();
  undoably(project, () => setLabels(project, a, ['alias'], []));
  expect(labelsOf(project.db, a).map(({ kind }) => kind)).toEqual(['notation']);
});

test('a link shows on both codes, and goes from either', async () => {
  const { project, a, b, b1 } = await study();
  undoably(project, () =>
    setLinks(project, b, [
      { kind: 'see_also', other: a },
      { kind: 'not_to_be_confused', other: b1 },
    ]),
  );
  expect(linksOf(project.db, a)).toEqual([{ kind: 'see_also', other: b }]);
  expect(setLinks(project, a, [{ kind: 'see_also', other: b }]).step).toBeNull();
  undoably(project, () => setLinks(project, a, []));
  expect(linksOf(project.db, b)).toEqual([{ kind: 'not_to_be_confused', other: b1 }]);
  expect(() => setLinks(project, a, [{ kind: 'see_also', other: a }])).toThrow('cannot be linked to itself');
});
