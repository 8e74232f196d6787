import type { Format } from '../../contract/exports.ts';
import type { Scope } from '../../contract/scope.ts';
import { type MeetingsRequest, meetingsOf } from '../compare/meetings.ts';
import { type CompareRequest, compareTable } from '../compare/table.ts';
import { checkDataset } from '../dataset/check/check-dataset.ts';
import { inSnapshot } from '../dataset/snapshot.ts';
import { writeDataset } from '../dataset/write-dataset.ts';
import { type PictureRequest, pictureOf } from '../pictures/picture.ts';
import { checkProject } from '../projects/check.ts';
import { type SearchRequest, search } from '../search/search.ts';
import type { Sql } from '../store/sql.ts';

/** What runs in a read-only worker and answers once: each takes a connection and plain data, and gives plain data. */
export const JOBS = {
  check: (db: Sql, _input: Record<never, never>) => checkProject(db),
  compare: (db: Sql, input: CompareRequest) => inSnapshot(db, async () => compareTable(db, input)),
  cooccurrence: (db: Sql, input: MeetingsRequest) => inSnapshot(db, async () => meetingsOf(db, input)),
  dataset: (
    db: Sql,
    input: {
      target: string;
      format?: Format | undefined;
      texts: boolean;
      images: boolean;
      scope?: Scope | undefined;
    },
    signal: AbortSignal,
  ) => {
    const { target, ...options } = input;
    return writeDataset(db, target, { ...options, signal });
  },
  checkDataset: (
    db: Sql,
    input: { target: string; format?: Format | undefined; scope?: Scope | undefined },
    signal: AbortSignal,
  ) => checkDataset(db, input.target, { format: input.format, scope: input.scope, signal }),
  picture: (db: Sql, input: PictureRequest, signal: AbortSignal) => pictureOf(db, input, signal),
};

/**
 * What runs there and tells as it goes. Between two of what it gives it hears whether it should stop; null tells nothing,
 * and is there for that.
 */
export const STREAMS = {
  search: (db: Sql, input: SearchRequest) => search(db, input),
};

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[1];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;

export type Streams = typeof STREAMS;
export type StreamName = keyof Streams;
export type StreamInput<Name extends StreamName> = Parameters<Streams[Name]>[1];
export type StreamOutput<Name extends StreamName> =
  ReturnType<Streams[Name]> extends Iterable<infer Output> ? Exclude<Output, null> : never;

/** Asks a worker to stop what it is doing and tidy up. */
export interface JobStop {
  readonly stop: number;
}

export interface JobRequest {
  readonly id: number;
  readonly path: string;
  readonly name: JobName | StreamName;
  readonly input: unknown;
}

/** What a stream tells before it ends. */
export interface JobNews {
  readonly id: number;
  readonly news: unknown;
}

export type JobAnswer =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly error: { code: string | null; message: string; data: unknown };
    };
