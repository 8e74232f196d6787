import { join } from 'node:path';
import { buildSample } from '../../../src/engine/sample/build.ts';
import { SAMPLE_FILE } from '../../../src/engine/sample/names.ts';

const RESOURCES = join(import.meta.dirname, '../../../resources');

/** The readable sources of the sample. */
export const SOURCES = join(RESOURCES, 'sample');

/**
 * Makes the sample.
 * @param folder where it goes
 * @returns its path
 */
export async function makeSample(folder: string, sources: string = SOURCES): Promise<string> {
  const target = join(folder, SAMPLE_FILE);
  await buildSample({ sources, taxonomy: join(RESOURCES, 'taxonomies/ai-action-plans.json'), target });
  return target;
}
