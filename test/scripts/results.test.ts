import { expect, test } from 'vitest';
import { countPlaywright, sum, summary } from '../../scripts/results.mjs';

test('Playwright’s report is counted through its nested suites; an error outside of tests is a failure', () => {
  const spec = (title: string, status: string, description?: string) => ({
    title,
    tests: [{ status, annotations: description ? [{ type: 'skip', description }] : [] }],
  });
  const report = {
    suites: [
      {
        title: 'a.spec.ts',
        specs: [spec('opens', 'expected')],
        suites: [
          {
            title: 'inner',
            specs: [spec('breaks', 'unexpected'), spec('waits', 'skipped', 'needs a display')],
          },
        ],
      },
    ],
    errors: [{ message: 'cannot load b.spec.ts' }],
  };
  expect(countPlaywright(report)).toEqual({
    passed: 1,
    failed: ['breaks', 'outside of any test: cannot load b.spec.ts'],
    skipped: [{ name: 'waits', reason: 'needs a display' }],
  });
});

test('the summary ends with the sum and names what was skipped and what failed', () => {
  const one = { passed: 2, failed: [], skipped: [{ name: 'waits', reason: 'needs a display' }] };
  const other = { passed: 1, failed: ['breaks'], skipped: [] };
  expect(summary(sum([one, other]))).toEqual([
    'skipped: waits (needs a display)',
    'failed: breaks',
    '3 passed, 1 failed, 1 skipped',
  ]);
});
