import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Row } from './measure.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that benches add their rows to, one JSON document a line. */
    readonly rows: string;
  }
}

/** Gathers what the benches found, whichever processes they ran in, and prints it as one table at the end. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'colligo-bench-'));
  const file = join(folder, 'rows.jsonl');
  project.provide('rows', file);
  return () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    rmSync(folder, { recursive: true, force: true });
    const rows = lines.map((line) => JSON.parse(line) as Row);
    if (rows.length > 0) console.log(`\n${table(rows)}\n`);
  };
}

const HEAD = ['what', 'ours', 'limit', 'ratio', 'the limit is', 'besides'];

function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    amount(row.ours, row),
    row.limit === null ? '' : amount(row.limit, row),
    row.limit === null ? '' : ratio(row.ours / row.limit),
    row.limitIs,
    row.besides,
  ]);
  const widths = HEAD.map((head, column) =>
    Math.max(...[HEAD, ...cells].map((line) => (line[column] ?? head).length)),
  );
  const show = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        column > 0 && column < 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const { length, [0]: first } = cpus();
  const machine = `Node ${process.versions.node}, ${length} × ${first?.model.trim() ?? 'unknown'}. Medians; the ratio is what counts.`;
  return [machine, '', show(HEAD), rule, ...cells.map(show)].join('\n');
}

const amount = (value: number, { unit = 'ms' }: Row): string =>
  unit === 'ms' ? time(value) : `${value.toFixed(unit === '%' ? 1 : 0)} ${unit}`;

function time(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 100 ? `${Math.round(ms)} ms` : `${ms.toPrecision(3)} ms`;
}

const ratio = (value: number): string => `${value >= 100 ? Math.round(value) : value.toPrecision(2)} ×`;
