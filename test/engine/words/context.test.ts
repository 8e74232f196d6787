import { expect, test } from 'vitest';
import { search } from '../../../src/engine/search/search.ts';
import { firstPlaces } from '../../../src/engine/words/context.ts';
import { addText } from '../kit/documents.ts';
import { newProject } from '../kit/project.ts';
import { found, lines } from './ask.ts';
import { addPrinted } from './languages.ts';

const TEXT = 'Safe power, cheap power: all people want power.\n\nPower to the people.';

test('a keyword stands between words of its paragraph', async () => {
  const project = await newProject();
  addText(project, 'North', TEXT);
  const context = await found(project, 'power');
  expect(lines(context)).toEqual([
    'Safe [power], cheap power',
    'power, cheap [power]: all people',
    'people want [power].',
    '[Power] to the',
  ]);
  expect(context).toMatchObject({ total: 4, documents: 1 });
  expect(context.rows.map(({ paragraph, page }) => [paragraph, page])).toEqual([
    [1, null],
    [1, null],
    [1, null],
    [2, null],
  ]);
  for (const { start, end, match } of context.rows) expect(TEXT.slice(start, end)).toBe(match);
  expect(lines(await found(project, 'power', { around: 0, limit: 2, offset: 2 }))).toEqual([
    '[power]',
    '[Power]',
  ]);
});

test('places are sorted by the words beside them, what ends the paragraph first', async () => {
  const project = await newProject();
  addText(project, 'North', TEXT);
  const starts = async (sort: 'left1' | 'left2' | 'right1' | 'right2') =>
    lines(await found(project, 'power', { sort, around: 1 }));
  expect(await starts('left1')).toEqual([
    '[Power] to',
    'cheap [power]: all',
    'Safe [power], cheap',
    'want [power].',
  ]);
  expect(await starts('right1')).toEqual([
    'want [power].',
    'cheap [power]: all',
    'Safe [power], cheap',
    '[Power] to',
  ]);
  // By the second word, people before power; the first is not looked at.
  expect(await starts('left2')).toEqual([
    'Safe [power], cheap',
    '[Power] to',
    'want [power].',
    'cheap [power]: all',
  ]);
  expect(await starts('right2')).toEqual([
    'want [power].',
    'cheap [power]: all',
    'Safe [power], cheap',
    '[Power] to',
  ]);
});

test('what is found is what the search finds', async () => {
  const project = await newProject();
  addText(project, 'North', TEXT);
  addText(project, 'South', 'Powers, “want power”, and 电力 for people’s power.');
  for (const [kind, query] of [
    ['words', 'power'],
    ['words', 'power*'],
    ['words', '"want power"'],
    ['words', 'power people'],
    ['substring', 'owe'],
    ['substring', '电'],
  ] as const) {
    const hits = [...search(project.db, { query, kind, limit: 1000 })].flatMap((batch) => batch?.hits ?? []);
    const context = await found(project, query, { kind });
    expect(hits.length).toBeGreaterThan(0);
    expect(context.rows.map(({ start, end }) => [start, end])).toEqual(
      hits.map(({ start, end }) => [start, end]),
    );
  }
});

test('on pages, words broken by a line end are whole, and the page is named', async () => {
  const project = await newProject();
  addPrinted(
    project,
    'Long-term plan. All startups: many start-\nups and long-\nterm plans need\npower now.',
  );
  const [row] = (await found(project, 'power', { around: 20 })).rows;
  expect(row?.page).toEqual({ number: 1, label: 'iv' });
  expect(row?.before).toBe('Long-term plan. All startups: many startups and long-term plans need ');
  const whole = await found(project, 'startups', { kind: 'form', around: 1 });
  expect(lines(whole)).toEqual(['All [startups]: many', 'many [startups] and']);
});

test('the first places are those that the whole begins with', async () => {
  const project = await newProject();
  for (const title of ['North', 'East', 'South']) addText(project, title, TEXT);
  for (const kind of ['words', 'form', 'substring'] as const) {
    const asked = { query: 'power', kind, around: 3 };
    const { rows, total } = await found(project, 'power', asked);
    expect(total).toBe(12);
    for (const limit of [1, 4, 5, 12, 100])
      expect(await firstPlaces(project.db, { ...asked, limit })).toEqual(rows.slice(0, limit));
  }
});
