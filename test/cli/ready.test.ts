import { expect, test } from 'vitest';
import { Place, projectPlace } from './kit/place.ts';

interface Ready {
  readonly ready: readonly { readonly key: string; readonly title: string; readonly codes: number }[];
}

test('lists the taxonomies that ship, without a project', async () => {
  const place = new Place();
  const { ready } = await place.json<Ready>('codebook', 'ready');
  expect(ready.length).toBeGreaterThan(1);
  const said = await place.ok('codebook', 'ready');
  for (const { key, title, codes } of ready) expect(said).toContain(`${key}: ${title}, ${codes} codes`);
});

test('adds one of them as one step, again nothing, and knows no other', async () => {
  const place = await projectPlace();
  const add = ['codebook', 'import', 'p.colligo', '--ready', 'climate-adaptation'];
  const first = await place.json<{ added: number; step: { label: string } | null }>(...add);
  expect(first.added).toBeGreaterThan(20);
  expect(first.step?.label).toBe(`Import ${first.added} codes from “Climate adaptation”`);
  expect(await place.json(...add)).toMatchObject({ added: 0, skipped: first.added, step: null });
  expect(await place.fails(1, ...add.slice(0, -1), 'bogus')).toContain(
    '“bogus”. There is: ai-action-plans, climate-adaptation.',
  );
});
