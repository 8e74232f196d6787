import type { CodebookFormat } from '../../contract/codebook-exchange.ts';
import type { DatasetEvent } from '../../contract/exports.ts';
import { packMeetings } from '../../contract/packed-meetings.ts';
import { packSimilarity } from '../../contract/packed-similarity.ts';
import { packTable } from '../../contract/packed-table.ts';
import type { ReportFormat } from '../../contract/report.ts';
import { type AlongRequest, alongDocuments } from '../along/along.ts';
import { type CrosstabRequest, crosstabOf } from '../analyse/crosstab.ts';
import { type SaturationRequest, saturationOf } from '../analyse/saturation.ts';
import { likenessOf, type SimilarityRequest } from '../analyse/similarity.ts';
import { type AnnotatedRequest, writeAnnotated } from '../annotated/write.ts';
import { saveAttachment } from '../attachments/write.ts';
import { readTables } from '../cases/import/read.ts';
import { readCodebook } from '../codebook/whole.ts';
import { readFactsAhead } from '../compare/kept-facts.ts';
import { type MeetingRequest, meetingOf } from '../compare/meeting.ts';
import { countMeetings, type MeetingsRequest } from '../compare/meetings.ts';
import { compareQuotes, type QuotesRequest } from '../compare/quotes/quotes.ts';
import { type CompareRequest, countTable } from '../compare/table.ts';
import { type CheckOptions, checkDataset } from '../dataset/check/check-dataset.ts';
import { inSnapshot } from '../dataset/snapshot.ts';
import { type DatasetOptions, writeDataset } from '../dataset/write-dataset.ts';
import { lossesOf } from '../exchange/codebook/losses.ts';
import { type ReadWish, readBook } from '../exchange/codebook/read.ts';
import { writeCodebook } from '../exchange/codebook/write.ts';
import { type LossRequest, lossOf } from '../exchange/refi/write/loss.ts';
import { type PictureRequest, pictureOf } from '../pictures/picture.ts';
import { checkProject } from '../projects/check.ts';
import type { ReportRequest } from '../report/asked.ts';
import { writeReport } from '../report/write-report.ts';
import { type SearchRequest, search } from '../search/search.ts';
import type { Sql } from '../store/sql.ts';
import { countAhead } from '../words/ahead.ts';
import { type ContextRequest, firstPlaces, type PlacesRequest, wordContext } from '../words/context.ts';
import { type FrequencyRequest, wordFrequencies } from '../words/frequencies.ts';
import { withProgress } from './progress.ts';

/** What runs in a read-only worker and answers once: each takes a connection and plain data, and gives plain data. */
export const JOBS = {
  check: (db: Sql, _input: Record<never, never>) => checkProject(db),
  prepare: (db: Sql, _input: Record<never, never>) => inSnapshot(db, async () => readFactsAhead(db)),
  compare: (db: Sql, input: CompareRequest) => inSnapshot(db, async () => packTable(countTable(db, input))),
  quotes: (db: Sql, input: QuotesRequest) => inSnapshot(db, async () => compareQuotes(db, input)),
  cooccurrence: (db: Sql, input: MeetingsRequest) =>
    inSnapshot(db, async () => packMeetings(countMeetings(db, input))),
  meeting: (db: Sql, input: MeetingRequest) => inSnapshot(db, async () => meetingOf(db, input)),
  crosstab: (db: Sql, input: CrosstabRequest) => inSnapshot(db, async () => crosstabOf(db, input)),
  similarity: (db: Sql, input: SimilarityRequest) =>
    inSnapshot(db, async () => packSimilarity(likenessOf(db, input))),
  saturation: (db: Sql, input: SaturationRequest) => inSnapshot(db, async () => saturationOf(db, input)),
  along: (db: Sql, input: AlongRequest) => inSnapshot(db, async () => alongDocuments(db, input)),
  readTables: (_db: Sql, input: { path: string }) => readTables(input.path),
  checkDataset: (db: Sql, input: { target: string } & Omit<CheckOptions, 'signal'>, signal: AbortSignal) => {
    const { target, ...options } = input;
    return checkDataset(db, target, { ...options, signal });
  },
  loss: (db: Sql, input: LossRequest) => inSnapshot(db, async () => ({ lines: lossOf(db, input) })),
  codebookLosses: (db: Sql, { format }: { format: CodebookFormat }) =>
    inSnapshot(db, async () => {
      const nodes = readCodebook(db);
      return { codes: nodes.length, losses: lossesOf(format, nodes) };
    }),
  writeCodebook: (
    db: Sql,
    { target, format }: { target: string; format?: CodebookFormat | undefined },
    signal: AbortSignal,
  ) => inSnapshot(db, () => writeCodebook(db, target, { format, signal })),
  readBook: (_db: Sql, { path, ...wish }: { path: string } & ReadWish) => readBook(path, wish),
  report: (
    db: Sql,
    input: ReportRequest & { target: string; format?: ReportFormat | undefined },
    signal: AbortSignal,
  ) => {
    const { target, ...options } = input;
    return writeReport(db, target, { ...options, signal });
  },
  saveAttachment: (db: Sql, { target, id }: { target: string; id: string }, signal: AbortSignal) =>
    saveAttachment(db, target, id, signal),
  annotated: (db: Sql, input: AnnotatedRequest & { target: string }, signal: AbortSignal) => {
    const { target, ...asked } = input;
    return writeAnnotated(db, target, asked, signal);
  },
  prepareWords: (db: Sql, { from }: { from: number }) => inSnapshot(db, async () => countAhead(db, from)),
  wordContext: (db: Sql, input: ContextRequest, signal: AbortSignal) =>
    inSnapshot(db, () => wordContext(db, input, signal)),
  firstPlaces: (db: Sql, input: PlacesRequest, signal: AbortSignal) =>
    inSnapshot(db, () => firstPlaces(db, input, signal)),
  wordFrequencies: (db: Sql, input: FrequencyRequest, signal: AbortSignal) =>
    inSnapshot(db, () => wordFrequencies(db, input, signal)),
  picture: (db: Sql, input: PictureRequest, signal: AbortSignal) => pictureOf(db, input, signal),
};

/**
 * What runs there and tells as it goes. Between two of what it gives it hears whether it should stop; null tells nothing,
 * and is there for that.
 */
export const STREAMS = {
  search: (db: Sql, input: SearchRequest) => search(db, input),
  async *dataset(
    db: Sql,
    input: { target: string } & Omit<DatasetOptions, 'signal' | 'onProgress'>,
    signal: AbortSignal,
  ): AsyncGenerator<DatasetEvent, void> {
    const { target, ...options } = input;
    const writing = withProgress((onProgress) =>
      writeDataset(db, target, { ...options, signal, onProgress }),
    );
    for await (const step of writing)
      yield 'result' in step ? { type: 'finished', dataset: step.result } : step;
  },
};

/** Those that go by what was found in the texts and by the words of these, which are read once and kept with the connection. */
export const KEEPING: ReadonlySet<string> = new Set<JobName>([
  'prepare',
  'compare',
  'quotes',
  'cooccurrence',
  'crosstab',
  'similarity',
  'saturation',
  'along',
  'prepareWords',
  'wordContext',
  'firstPlaces',
  'wordFrequencies',
]);

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[1];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;

export type Streams = typeof STREAMS;
export type StreamName = keyof Streams;
export type StreamInput<Name extends StreamName> = Parameters<Streams[Name]>[1];
export type StreamOutput<Name extends StreamName> =
  ReturnType<Streams[Name]> extends Iterable<infer Output> | AsyncIterable<infer Output>
    ? Exclude<Output, null>
    : never;

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
