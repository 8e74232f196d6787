import { expect, it } from 'vitest';
import { type Place, projectPlace } from './kit/place.ts';
import type { Applied, History, Passages, ShownPassage } from './kit/shapes.ts';
import { expectExactQuotes, exportedTexts, occurrences, slice } from './kit/texts.ts';

/** Applies Data where words occur in the north's plan; @returns the passages that carry it then */
async function coded(place: Place, unit: string, words = 'semiconductor'): Promise<readonly ShownPassage[]> {
  await place.ok(
    'code',
    'p.colligo',
    '--document',
    'north',
    '--code',
    'Data',
    '--match',
    words,
    '--unit',
    unit,
  );
  const { passages } = await place.json<Passages>('passages', 'p.colligo', '--code', 'Data');
  await expectExactQuotes(place, passages);
  return passages;
}

const quotes = (passages: readonly ShownPassage[]) => passages.map((passage) => passage.quote);

it('codes the matches themselves, whatever their case, also after an emoji', async () => {
  const place = await projectPlace();
  const passages = await coded(place, 'match');
  expect(quotes(passages)).toEqual([
    'semiconductor',
    'Semiconductor',
    'SEMICONDUCTOR',
    'semiconductor',
    'Semiconductor',
  ]);
  // Where the words stand is found again in the exported text, by its own code points.
  const textOf = await exportedTexts(place);
  const points = textOf(passages[0]?.document.id ?? '');
  expect(passages.map(({ start, end }) => ({ start, end }))).toEqual(occurrences(points, 'semiconductor'));
});

it('codes sentences', async () => {
  const place = await projectPlace();
  expect(quotes(await coded(place, 'sentence')).map((quote) => quote.trim())).toEqual([
    'The ministry buys a semiconductor line for the harbour town.',
    '🌊🛠️ A second Semiconductor hall opens beside the old mill!',
    'SEMICONDUCTORS made here are labelled with their origin.',
    expect.stringContaining('A hall that uses an imported semiconductor pays a fee.'),
    'Semiconductor care',
  ]);
});

it('codes paragraphs: list items and table cells are some, too', async () => {
  const place = await projectPlace();
  expect(quotes(await coded(place, 'paragraph'))).toEqual([
    'The ministry buys a semiconductor line for the harbour town. 🌊🛠️ A second Semiconductor hall opens beside the old mill! Nobody may heat a hall with oil.',
    'SEMICONDUCTORS made here are labelled with their origin.',
    expect.stringMatching(
      /A hall that uses an imported semiconductor pays a fee\. The fee goes back to the fund\.$/,
    ),
    'Semiconductor care',
  ]);
});

it('codes sections: from a heading up to the next of any level', async () => {
  const place = await projectPlace();
  const passages = await coded(place, 'section');
  expect(quotes(passages).map((quote) => quote.split('\n')[0])).toEqual([
    'Chips and halls',
    'Money for halls',
    'Skills',
  ]);
  const [chips, money, skills] = quotes(passages);
  expect(chips).toMatch(/Every hall publishes its use of water\.\s*$/);
  expect(money).toMatch(/The fee goes back to the fund\.\s*$/);
  expect(skills).toMatch(/pupils follow a year later\.\s*$/);
});

it('finds characters beyond the basic plane', async () => {
  const place = await projectPlace();
  const passages = await coded(place, 'match', '🛠️ A');
  expect(quotes(passages)).toEqual(['🛠️ A']);
});

it('codes a span by code points, and gives back what was asked', async () => {
  const place = await projectPlace();
  const textOf = await exportedTexts(place);
  const { document } = (await coded(place, 'match'))[0] ?? {};
  const points = textOf(document?.id ?? '');
  const start = points.indexOf('🌊');
  const span = ['--start', String(start), '--end', String(start + 4)];
  await place.ok('code', 'p.colligo', '--document', 'north', '--code', 'Compute', ...span);
  const { passages } = await place.json<Passages>('passages', 'p.colligo', '--code', 'Compute');
  expect(passages).toHaveLength(1);
  expect(passages[0]).toMatchObject({ start, end: start + 4, quote: slice(points, start, start + 4) });
});

it('refuses a span outside the text, an empty one and one turned round', async () => {
  const place = await projectPlace();
  for (const [start, end] of [
    ['0', '9999999'],
    ['5', '5'],
    ['9', '3'],
    ['9999998', '9999999'],
  ] as const) {
    const span = ['--start', start, '--end', end];
    const said = await place.fails(1, 'code', 'p.colligo', '--document', 'north', '--code', 'Data', ...span);
    expect(said.split('\n')).toHaveLength(1);
  }
});

it('keeps the weight', async () => {
  const place = await projectPlace();
  const command = ['code', 'p.colligo', '--document', 'south', '--code', 'Data', '--match', 'machine'];
  await place.ok(...command, '--weight', '70');
  const { passages } = await place.json<Passages>('passages', 'p.colligo');
  expect(passages.length).toBeGreaterThan(0);
  for (const passage of passages) expect(passage.codes.map((code) => code.weight)).toEqual([70]);
});

it('says so where the words do not occur, and makes no step', async () => {
  const place = await projectPlace();
  const before = await place.json<History>('history', 'p.colligo');
  const command = ['code', 'p.colligo', '--document', 'south', '--code', 'Data', '--match', 'semiconductor'];
  expect(await place.ok(...command)).toContain('does not occur');
  expect(await place.json<Applied>(...command)).toMatchObject({ step: null, matches: 0, applied: 0 });
  expect(await place.json<History>('history', 'p.colligo')).toEqual(before);
});

it('applies nothing the second time, says so, and makes no step', async () => {
  const place = await projectPlace();
  const command = ['code', 'p.colligo', '--document', 'north', '--code', 'Data', '--match', 'hall'];
  const first = await place.json<Applied>(...command);
  expect(first.applied).toBeGreaterThan(1);
  const before = await place.json<History>('history', 'p.colligo');
  expect(await place.json<Applied>(...command)).toMatchObject({
    step: null,
    applied: 0,
    already: first.applied,
  });
  expect(await place.ok(...command)).toContain('already');
  expect(await place.json<History>('history', 'p.colligo')).toEqual(before);
});

it('takes words literally: a pattern is no pattern', async () => {
  const place = await projectPlace();
  const command = ['code', 'p.colligo', '--document', 'north', '--code', 'Data', '--match', '.*'];
  expect(await place.json<Applied>(...command)).toMatchObject({ matches: 0 });
});
