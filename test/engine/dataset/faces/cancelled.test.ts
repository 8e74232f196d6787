import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../kit/project.ts';
import { newStudy } from '../study.ts';
import { writeFrom } from '../work.ts';

test.each([
  ['xlsx', 'out.xlsx'],
  ['parquet', 'out'],
  ['parquet', 'out.zip'],
] as const)('a cancelled export as %s leaves nothing of %s', async (format, name) => {
  const { project } = await newStudy();
  const parent = tempFolder();
  const target = join(parent, name);
  for (const stop of [0, 1, 4, 8]) {
    const stopping = new AbortController();
    const onProgress = (done: number) => {
      if (done === stop) stopping.abort();
    };
    const asked = { texts: false, format, signal: stopping.signal, onProgress };
    await expect(writeFrom(project, target, asked)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(readdirSync(parent)).toEqual([]);
  }
  await writeFrom(project, target, { texts: false, format });
  expect(readdirSync(parent)).toEqual([name]);
});
