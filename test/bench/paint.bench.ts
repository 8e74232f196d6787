import { expect, test } from 'vitest';
import { quantile, record } from './kit/measure.ts';
import { EMPTY, measureKey, Screen } from './kit/page.ts';
import { writePlans } from './kit/plans.ts';
import { Workshop } from './kit/workshop.ts';

const TIMES = 30;

const workshop = new Workshop();
const screen = new Screen();

test('from the key that applies a code to the painted highlight', async (context) => {
  const view = await screen.window();
  if (view === null) return context.skip('there is no Chromium here: see README');
  const empty = await view.newPage();
  await empty.goto(EMPTY);
  const limit = await measureKey(empty, { key: 'Enter', painted: 'rect', times: TIMES }, () =>
    empty.evaluate('rememberRow()'),
  );
  await empty.close();

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
  const ours = await measureKey(page, { key: 'Enter', painted: '.hl-tint', times: TIMES }, async () => {
    // Each turn begins when the last one's coding has come back from the engine and has been selected.
    await page.evaluate('rowSettled()');
    await page.waitForTimeout(50);
    await page.keyboard.press('j');
    await page.evaluate('rememberRow()');
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'Find or name a code' }).fill('Compute');
    await page
      .getByRole('option', { name: /Compute/ })
      .first()
      .waitFor();
  });
  expect(ours).toHaveLength(TIMES);
  record({
    what: 'key to paint of the highlight',
    ours: quantile(ours),
    limit: quantile(limit),
    limitIs: 'an empty page that adds one rectangle',
    besides: `95 of 100 within ${quantile(ours, 0.95).toFixed(0)} ms (${quantile(limit, 0.95).toFixed(0)} ms)`,
  });
});
