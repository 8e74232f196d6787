// npm test [-- --only=lint,types,build,walls,unit,e2e,electron]: every check there is, one after the other. A stage that fails
// does not keep the next from running; the last line says how many tests passed, failed and were skipped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, rebuild, runTool } from './ensure.mjs';
import { readText } from './fresh.mjs';
import { Explained } from './node.mjs';
import { countPlaywright, sum, summary } from './results.mjs';

/** @typedef {import('./results.mjs').Results} Results */

const reports = mkdtempSync(join(tmpdir(), 'colligo-test-'));

/** @type {Record<string, () => Promise<Results>>} */
const stages = {
  lint: async () => one('lint', await runTool('biome', ['check'])),
  types: async () => one('types', await runTool('tsc', ['-b', '--pretty'])),
  build: async () => one('build', await rebuild()),
  walls: () => vitest('walls', ['test/walls']),
  unit: () => vitest('unit', ['--exclude', 'test/walls/**']),
  e2e: async () => {
    await ensureChromium();
    return playwright('e2e', []);
  },
  electron: () => playwright('electron', ['--config', 'playwright.electron.config.ts']),
};

/**
 * A check without tests inside counts as one.
 *
 * @param {string} name what it is called where it fails
 * @param {number} code exit code
 * @returns {Results}
 */
function one(name, code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? [] : [name], skipped: [] };
}

/**
 * @param {string} name of the report
 * @param {readonly string[]} args
 * @returns {Promise<Results>}
 */
async function vitest(name, args) {
  const file = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=./scripts/vitest-results.mjs'];
  const run = (/** @type {readonly string[]} */ what) =>
    runTool('vitest', ['run', ...reporters, ...what], { env: { COLLIGO_RESULTS: file } });
  const read = (/** @type {Results} */ results) => results;
  const first = honest(await run(args), file, read);
  const died = first.died ?? [];
  if (died.length === 0) return first;
  // V8 keeps a list of its code for all threads of a process, and now and then ends the process over it where threads that run
  // WebAssembly come and go (nodejs/node, issue 64500). A file of tests in which Node died is run again, once, and named.
  console.log(`\nNode itself died in these, which are run again: ${died.join(', ')}`);
  const again = honest(await run(died), file, read);
  const twice = (again.died ?? []).map((each) => `${each}: Node died in it, twice`);
  return sum([first, again, { passed: 0, failed: twice, skipped: [] }]);
}

/**
 * @param {string} name of the report
 * @param {readonly string[]} args
 * @returns {Promise<Results>}
 */
async function playwright(name, args) {
  const file = join(reports, `${name}.json`);
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await runTool('playwright', ['test', '--reporter=list,json', ...args], { env });
  return honest(code, file, countPlaywright);
}

/**
 * Reads a report, and does not believe it when the runner failed for a reason that is in no test, or ran no test.
 *
 * @template T
 * @param {number} code exit code of the runner
 * @param {string} file its report
 * @param {(report: T) => Results} count
 * @returns {Results}
 */
function honest(code, file, count) {
  const text = readText(file);
  const results = text === undefined ? one('the tests could not be run', 1) : count(JSON.parse(text));
  const silent =
    results.failed.length === 0 &&
    !results.died?.length &&
    (code !== 0 || results.passed + results.skipped.length === 0);
  return silent ? sum([results, one(`the runner ended with ${code}, though no test failed`, 1)]) : results;
}

/**
 * @param {readonly string[]} args
 * @returns {string[]} the stages to run
 * @throws {Explained} for an argument that is none of ours
 */
function chosen(args) {
  const names = Object.keys(stages);
  if (args.length === 0) return names;
  const wanted = args.flatMap((arg) =>
    arg.startsWith('--only=') ? arg.slice('--only='.length).split(',') : [arg],
  );
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown) throw new Explained(`There is no stage "${unknown}"; the stages are ${names.join(', ')}.`);
  return names.filter((name) => wanted.includes(name));
}

/**
 * @param {string} name of a stage
 * @returns {Promise<Results>}
 */
async function runStage(name) {
  console.log(`\n── ${name} ──`);
  try {
    return (await stages[name]?.()) ?? one(name, 1);
  } catch (error) {
    console.error(error instanceof Explained ? error.message : error);
    return one(name, 1);
  }
}

await launch(async () => {
  const names = chosen(process.argv.slice(2));
  await ensureInstalled();
  // Tests start the built programs; when the build is not a stage of this run it must be there nevertheless.
  if (!names.includes('build') && names.some((name) => ['unit', 'e2e', 'electron'].includes(name)))
    await ensureBuilt();
  // Ctrl-C ends the stage that runs; it must not just lead to the next one.
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (stopped = true));
  /** @type {Results[]} */
  const all = [];
  for (const name of names) if (!stopped) all.push(await runStage(name));
  rmSync(reports, { recursive: true, force: true });
  if (stopped) throw new Explained('Stopped before all tests had run.');
  const total = sum(all);
  console.log(`\n${summary(total).join('\n')}`);
  return total.failed.length === 0 ? 0 : 1;
});
