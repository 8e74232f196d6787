import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { stopLists } from '../../../src/engine/words/stops.ts';
import { addText, readingOf } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';
import { counts, listed } from './ask.ts';
import { addIn, addPrinted } from './languages.ts';

const NORTH = 'Power for people. The power of the grid; POWER!\n\nNo grid, no power: 12 grids.';
const SOUTH = 'People first. Safety and the people’s grid.';

test('words are counted as a person would count them', async () => {
  const project = await newProject();
  addText(project, 'North', NORTH);
  addText(project, 'South', SOUTH);
  const list = await listed(project);
  expect(counts(list)).toEqual({
    power: 4,
    grid: 3,
    the: 3,
    no: 2,
    people: 2,
    '12': 1,
    and: 1,
    first: 1,
    for: 1,
    grids: 1,
    of: 1,
    "people's": 1,
    safety: 1,
  });
  expect(list.rows.map(({ word }) => word).slice(0, 5)).toEqual(['power', 'grid', 'the', 'no', 'people']);
  expect(list).toMatchObject({ words: 22, counted: 22, documents: 2, total: 13, group: null });
  expect(list.rows.find(({ word }) => word === 'power')).toMatchObject({ documents: 1 });
  expect(list.rows.find(({ word }) => word === 'grid')).toMatchObject({ documents: 2 });
  expect((await listed(project, { limit: 2 })).rows).toEqual(list.rows.slice(0, 2));
});

test('dispersion is the deviation of proportions, by hand', async () => {
  const project = await newProject();
  addText(project, 'One', 'a a a b');
  addText(project, 'Two', 'b c c c c c c c c c c c');
  const { rows } = await listed(project);
  const of = (word: string) => rows.find((row) => row.word === word)?.dispersion;
  // A quarter of all words in one, three quarters in the other.
  expect(of('a')).toBeCloseTo((Math.abs(1 - 0.25) + Math.abs(0 - 0.75)) / 2, 12);
  expect(of('b')).toBeCloseTo((Math.abs(0.5 - 0.25) + Math.abs(0.5 - 0.75)) / 2, 12);
  expect(of('c')).toBeCloseTo((Math.abs(0 - 0.25) + Math.abs(1 - 0.75)) / 2, 12);
});

test('a stop list holds for texts of its language, and can be added to and taken from', async () => {
  const project = await newProject();
  addIn(project, 'en', 'We die for the grid.');
  addIn(project, 'de', 'Die Netze und die Macht.');
  const all = { skip: [], add: [], keep: [] };
  expect(counts(await listed(project, { stop: all }))).toEqual({ die: 1, grid: 1, macht: 1, netze: 1 });
  const english = { skip: ['de'], add: ['Netze'], keep: ['We'] };
  expect(counts(await listed(project, { stop: english }))).toEqual({
    die: 3,
    grid: 1,
    macht: 1,
    und: 1,
    we: 1,
  });
  const list = await listed(project, { stop: all });
  expect(list).toMatchObject({ words: 10, counted: 4 });
  expect(list.languages.map(({ language, documents }) => [language, documents])).toEqual([
    ['de', 1],
    ['en', 1],
  ]);
  expect(list.languages.every(({ stops }) => stops > 100)).toBe(true);
  // “die” is left out in one of two documents: it has all of its counted occurrences in the shorter.
  expect(list.rows.find(({ word }) => word === 'die')).toMatchObject({ documents: 1, dispersion: 0.5 });
});

test('short words and figures can be left out', async () => {
  const project = await newProject();
  addText(project, 'North', 'A 2030 target of 5 GW, B2 and x.');
  expect(Object.keys(counts(await listed(project, { minLength: 2, numbers: false }))).toSorted()).toEqual([
    'and',
    'b2',
    'gw',
    'of',
    'target',
  ]);
});

test('a word has one form: case by language, accents stay, articles written onto it do not', async () => {
  const project = await newProject();
  addIn(project, 'tr', 'ISI ısı');
  addIn(project, 'fr', "L’intelligence, l'intelligence et Intelligence; aujourd’hui");
  addIn(project, 'en', 'cafe\u0301 café cafe');
  expect(counts(await listed(project))).toEqual({
    ısı: 2,
    intelligence: 3,
    et: 1,
    "aujourd'hui": 1,
    café: 2,
    cafe: 1,
  });
});

test('a word that a line end broke is one word', async () => {
  const project = await newProject();
  addPrinted(project, 'The start-\nups: each startup, long-\nterm and long-term. Startups.');
  expect(counts(await listed(project))).toEqual({
    the: 1,
    startups: 2,
    each: 1,
    startup: 1,
    long: 2,
    term: 2,
    and: 1,
  });
});

test('only the passages of chosen codes, and the scope on top', async () => {
  const project = await newProject();
  const north = addText(project, 'North', NORTH);
  addText(project, 'South', SOUTH);
  const above = createCode(project, { name: 'Energy', parentId: null }).result;
  const code = createCode(project, { name: 'Grid', parentId: above }).result;
  const mark = (quote: string) => {
    const start = NORTH.indexOf(quote);
    applyCodes(project, { document: north, start, end: start + quote.length, codes: [code], weight: null });
  };
  mark('the grid');
  mark('grid; POWER');
  const passages = { codes: [above], below: true };
  expect(counts(await listed(project, { passages }))).toEqual({ the: 1, grid: 1, power: 1 });
  expect(await listed(project, { passages })).toMatchObject({ words: 3, documents: 1 });
  expect((await listed(project, { passages: { codes: [above], below: false } })).words).toBe(0);
  expect((await listed(project, { passages: { codes: [], below: false } })).words).toBe(3);
  const scope = { documents: [], cases: [], attributes: [], coders: [], text: '' };
  const codes = [{ mode: 'any' as const, codes: [code], below: false }];
  expect((await listed(project, { scope: { ...scope, codes } })).words).toBe(3);
  expect((await listed(project, { passages, scope: { ...scope, codes: [], text: 'power' } })).words).toBe(2);
});

test('every list that ships holds words as they are counted, and says what it is', () => {
  expect([...stopLists().keys()]).toEqual(['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pt', 'zh']);
  const samples = { de: 'und', en: 'and', es: 'y', fr: 'et', it: 'e', ja: 'の', nl: 'en', pt: 'e', zh: '的' };
  for (const [language, word] of Object.entries(samples))
    expect(stopLists().get(language)?.has(word)).toBe(true);
  // Words that say how binding a sentence is are never lost by default.
  for (const word of ['must', 'shall', 'should', 'may']) expect(stopLists().get('en')?.has(word)).toBe(false);
  for (const [language, words] of stopLists()) {
    const text = [...words].join('\n\n');
    expect(words.size).toBeGreaterThan(80);
    // A list of what never comes out of segmenting would be of no use. Chinese and Japanese are cut by what stands around a word.
    if (language === 'zh' || language === 'ja') continue;
    expect([language, readingOf(text, language).words.length / 2]).toEqual([language, words.size]);
  }
});
