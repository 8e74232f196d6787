import { expect, test } from 'vitest';
import { quantile, record } from './kit/measure.ts';
import { measureCoding, measureEmpty, Screen } from './kit/page.ts';
import { writePlans } from './kit/plans.ts';
import { Workshop } from './kit/workshop.ts';

const TIMES = 30;

const workshop = new Workshop();
const screen = new Screen();

test('from the key that applies a code to the painted highlight', async (context) => {
  const view = await screen.window();
  if (view === null) return context.skip('there is no Chromium here: see README');
  const limit = await measureEmpty(view, TIMES);
  await workshop.make('p.colligo');
  await workshop.import(...writePlans(workshop.at('plans'), 1));
  await workshop.client.project.close();
  const page = await view.newPage();
  await page.goto(await screen.serve(workshop, 'p.colligo'));
  await page
    .getByRole('treegrid', { name: 'Documents by case' })
    .getByRole('row', { name: /plan-0000/ })
    .click();
  await page.locator('[data-start]').first().click();
  const ours = await measureCoding(page, '.hl-tint', TIMES);
  expect(ours).toHaveLength(TIMES);
  record({
    what: 'key to paint of the highlight',
    ours: quantile(ours),
    limit: quantile(limit),
    limitIs: 'an empty page that adds one rectangle',
    besides: `95 of 100 within ${quantile(ours, 0.95).toFixed(0)} ms (${quantile(limit, 0.95).toFixed(0)} ms)`,
  });
});
