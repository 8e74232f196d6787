// A reporter for Vitest: its own JSON leaves out why a test was skipped and what failed outside of any test.
import { writeText } from './fresh.mjs';
import { describe } from './results.mjs';

/**
 * Counts a finished run. What fails outside of a test (a file that cannot be loaded, a hook, an error that nobody
 * caught) counts as one failure each.
 *
 * @param {readonly import('vitest/node').TestModule[]} modules
 * @param {readonly { message?: unknown }[]} unhandled errors that belong to no file
 * @returns {import('./results.mjs').Results}
 */
export function count(modules, unhandled) {
  const results = modules
    .flatMap((module) => [...module.children.allTests()])
    .map((test) => ({
      name: test.fullName,
      result: test.result(),
    }));
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const outside = [...groups.flatMap((group) => group.errors()), ...unhandled].map(describe);
  return {
    passed: results.filter(({ result }) => result.state === 'passed').length,
    failed: [
      ...results.filter(({ result }) => result.state === 'failed').map(({ name }) => name),
      ...outside,
    ],
    skipped: results.flatMap(({ name, result }) =>
      result.state === 'skipped' ? [{ name, reason: result.note ?? 'no reason given' }] : [],
    ),
  };
}

/** Writes the counts of a run to the file that COLLIGO_RESULTS names. */
export default class Results {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly { message?: unknown }[]} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    const file = process.env['COLLIGO_RESULTS'];
    if (file) writeText(file, JSON.stringify(count(modules, unhandled)));
  }
}
