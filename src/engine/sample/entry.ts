import { parseArgs } from 'node:util';
import { builtPath, resourcePath } from '../resources.ts';
import { buildSample } from './build.ts';
import { SAMPLE_FILE } from './names.ts';

// The program that makes the sample when Colligo is built: `sample-maker.js [file]`. It is no part of what a person starts.

const [target = builtPath('sample', SAMPLE_FILE)] = parseArgs({ allowPositionals: true }).positionals;
try {
  await buildSample({
    sources: resourcePath('sample'),
    taxonomy: resourcePath('taxonomies', 'ai-action-plans.json'),
    target,
  });
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message, error.cause ?? '');
  process.exitCode = 1;
}
