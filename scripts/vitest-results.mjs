// A reporter for Vitest: its own JSON leaves out why a test was skipped and what failed outside of any test.
import { writeText } from './fresh.mjs';
import { describe } from './results.mjs';

/** What Vitest says of a process that a fault of Node or of native code ended, with the file that was being run. */
const DIED =
  /exited unexpectedly with signal SIG(?:TRAP|SEGV|ABRT|ILL|BUS)\b.* while running test files? (.+)$/;

/**
 * @param {{ cause?: unknown }} error
 * @returns {string | undefined} the file of tests in which Node itself died, where that is what the error is about
 */
function fileOfDeath({ cause }) {
  return cause instanceof Error ? DIED.exec(cause.message)?.[1] : undefined;
}

/**
 * Counts a finished run. What fails outside of a test (a file that cannot be loaded, a hook, an error that nobody
 * caught) counts as one failure each.
 *
 * @param {readonly import('vitest/node').TestModule[]} modules
 * @param {readonly { message?: unknown, cause?: unknown }[]} unhandled errors that belong to no file
 * @returns {import('./results.mjs').Results}
 */
export function count(modules, unhandled) {
  const died = unhandled.flatMap((error) => fileOfDeath(error) ?? []);
  // What had passed there before is run again with the rest.
  const whole = modules.filter(({ moduleId }) => !died.includes(moduleId));
  const results = whole
    .flatMap((module) => [...module.children.allTests()])
    .map((test) => ({
      name: test.fullName,
      result: test.result(),
    }));
  const groups = whole.flatMap((module) => [module, ...module.children.allSuites()]);
  const outside = [
    ...groups.flatMap((group) => group.errors()),
    ...unhandled.filter((error) => fileOfDeath(error) === undefined),
  ].map(describe);
  return {
    passed: results.filter(({ result }) => result.state === 'passed').length,
    failed: [
      ...results.filter(({ result }) => result.state === 'failed').map(({ name }) => name),
      ...outside,
    ],
    skipped: results.flatMap(({ name, result }) =>
      result.state === 'skipped' ? [{ name, reason: result.note ?? 'no reason given' }] : [],
    ),
    died,
  };
}

/** Writes the counts of a run to the file that COLLIGO_RESULTS names. */
export default class Results {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly { message?: unknown, cause?: unknown }[]} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    const file = process.env['COLLIGO_RESULTS'];
    if (file) writeText(file, JSON.stringify(count(modules, unhandled)));
  }
}
