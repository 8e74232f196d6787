import { expect, test } from 'vitest';
import { keepFiles, textsOf } from './kit/bare.ts';
import { byTurns, record } from './kit/measure.ts';
import { PLANS, planFiles } from './kit/plans.ts';
import { Workshop } from './kit/workshop.ts';

const workshop = new Workshop();

test('import of the plans', async () => {
  const files = planFiles();
  await workshop.make('first.colligo');
  await workshop.import(`${PLANS}/manifest.json`);
  await workshop.client.project.close();
  const texts = textsOf(workshop.at('first.colligo'));
  expect(texts.size).toBe(files.length);
  let turn = 0;
  const { ours, limit } = await byTurns(
    9,
    {
      prepare: () => workshop.make(`${turn}.colligo`),
      run: () => workshop.import(`${PLANS}/manifest.json`),
    },
    { prepare: () => turn++, run: (number) => keepFiles(workshop.at(`${number}.db`), files, texts) },
  );
  record({
    what: `import ${files.length} plans`,
    ours,
    limit,
    limitIs: 'read, hash, insert bytes and texts; no parsing',
    besides: `${(ours / files.length).toFixed(1)} ms a plan`,
  });
});
