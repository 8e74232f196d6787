import { execFileSync, spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Skips a test where R is not installed, and says so. */
export function needsR(context: TestContext): void {
  if (spawnSync('Rscript', ['--version'], { stdio: 'ignore' }).status !== 0)
    context.skip('there is no Rscript here');
}

/** @returns the numbers that a script of R prints, a list a line */
export function fromR(script: string): number[][] {
  // Not by -e: what is longer than some thousand characters would be cut off.
  const said = execFileSync('Rscript', ['-'], {
    input: script,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return said
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((word) => Number(word)),
    );
}

/** Writes a table as R reads it, row by row. */
export const matrixInR = (table: readonly (readonly number[])[]): string =>
  `matrix(c(${table.flat().join(', ')}), nrow = ${table.length}, byrow = TRUE)`;
