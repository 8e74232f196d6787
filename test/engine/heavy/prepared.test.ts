import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listed } from '../../../src/contract/cells.ts';
import { unpackTable } from '../../../src/contract/packed-table.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { HeavyPool } from '../../../src/engine/heavy/pool.ts';
import { newStudy } from '../dataset/study.ts';

/** Lets Node read migrations as text, as the build does. */
const RAW = join(import.meta.dirname, '../store/children/raw.ts');

const ASK = { columns: { by: 'case' }, rollUp: true } as const;

test('what was read ahead says the same, whichever worker is asked and whatever came since', async () => {
  const { project } = await newStudy();
  project.checkpoint();
  const pool = new HeavyPool(project.path, { execArgv: ['--no-warnings', '--import', RAW] });
  onTestFinished(() => pool.close());
  await pool.run('prepare', {});
  const asked = await Promise.all([
    pool.run('check', {}).then(() => pool.run('compare', ASK)),
    pool.run('compare', ASK),
    pool.run('compare', ASK),
  ]);
  const table = compareTable(project.db, ASK);
  expect(table.cells.length).toBeGreaterThan(3);
  for (const one of asked) expect(listed(unpackTable(one))).toEqual(table);
});
