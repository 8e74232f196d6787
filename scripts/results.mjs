// Counting tests: what the last lines of `npm test` say.

/**
 * @typedef {{ name: string, reason: string }} Skipped
 * @typedef {{ passed: number, failed: string[], skipped: Skipped[], died?: string[] }} Results what failed, by name; files of
 * tests in which Node itself died
 */

/**
 * Counts what Playwright's JSON reporter wrote. An error outside of any test counts as one failure.
 *
 * @param {PlaywrightReport} report
 * @returns {Results}
 *
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ title: string, tests: { status: string, annotations: Annotation[] }[] }} Spec
 * @typedef {{ title: string, specs: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ suites: Suite[], errors: { message?: string }[] }} PlaywrightReport
 */
export function countPlaywright(report) {
  /**
   * @param {Suite} suite
   * @returns {Spec[]}
   */
  const specs = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];
  const tests = report.suites
    .flatMap(specs)
    .flatMap(({ title, tests: runs }) => runs.map((run) => ({ title, ...run })));
  return {
    // A flaky test passed in the end; Playwright says so in its own output.
    passed: tests.filter((test) => test.status === 'expected' || test.status === 'flaky').length,
    failed: [
      ...tests.filter((test) => test.status === 'unexpected').map(({ title }) => title),
      ...report.errors.map(describe),
    ],
    skipped: tests
      .filter((test) => test.status === 'skipped')
      .map((test) => ({
        name: test.title,
        reason:
          test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ??
          'no reason given',
      })),
  };
}

/**
 * @param {{ message?: unknown }} error
 * @returns {string} what failed outside of any test, in a line
 */
export function describe(error) {
  const [line = ''] = String(error.message ?? error).split('\n');
  return `outside of any test: ${line}`;
}

/**
 * Adds results up.
 *
 * @param {readonly Results[]} all
 * @returns {Results}
 */
export function sum(all) {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.flatMap(({ failed }) => failed),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

/**
 * Writes results as the lines that end `npm test`: the skipped tests with their reasons, what failed, then the sum.
 *
 * @param {Results} results
 * @returns {string[]}
 */
export function summary({ passed, failed, skipped }) {
  return [
    ...skipped.map(({ name, reason }) => `skipped: ${name} (${reason})`),
    ...failed.map((name) => `failed: ${name}`),
    `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`,
  ];
}
