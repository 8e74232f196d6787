import { writeDataset } from '../dataset/write-dataset.ts';
import { checkProject } from '../projects/check.ts';
import { searchText } from '../search/search.ts';
import type { Sql } from '../store/sql.ts';

/** What runs in a read-only worker: each takes a connection and plain data, and answers with plain data. */
export const JOBS = {
  check: (db: Sql, _input: Record<never, never>) => checkProject(db),
  search: (db: Sql, input: { query: string; limit: number }) => searchText(db, input.query, input.limit),
  dataset: (db: Sql, input: { target: string; texts: boolean }, signal: AbortSignal) =>
    writeDataset(db, input.target, { texts: input.texts, signal }),
};

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[1];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;

/** Asks a worker to stop what it is doing and tidy up. */
export interface JobStop {
  readonly stop: number;
}

export interface JobRequest {
  readonly id: number;
  readonly path: string;
  readonly name: JobName;
  readonly input: unknown;
}

export type JobAnswer =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly error: { code: string | null; message: string; data: unknown };
    };
