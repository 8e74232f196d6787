import { parentPort, workerData } from 'node:worker_threads';
import { cacheUnder } from './cache/folder.ts';
import { ColligoError } from './errors.ts';
import {
  JOBS,
  type JobAnswer,
  type JobName,
  type JobNews,
  type JobRequest,
  type JobStop,
  STREAMS,
  type StreamName,
} from './heavy/jobs.ts';
import type { ReadWorkerData } from './heavy/pool.ts';
import { connect } from './store/connect.ts';
import type { Sql } from './store/sql.ts';

/** One connection for the life of the worker: a pool belongs to one open project. */
let connection: { path: string; db: Sql } | undefined;

/** What runs, so that it can be asked to stop; a pool gives a worker one job at a time. */
let running: { id: number; controller: AbortController } | undefined;

async function run({ id, path, name, input }: JobRequest): Promise<JobAnswer> {
  try {
    if (connection?.path !== path) {
      connection?.db.close();
      connection = { path, db: connect(path, 'read') };
      const { home } = (workerData ?? {}) as ReadWorkerData;
      if (home !== undefined) cacheUnder(connection.db, home);
    }
    running = { id, controller: new AbortController() };
    const { signal } = running.controller;
    if (name in STREAMS) {
      const stream = STREAMS[name as StreamName] as (
        db: Sql,
        input: unknown,
        signal: AbortSignal,
      ) => Iterable<unknown> | AsyncIterable<unknown>;
      await tellAll(id, stream(connection.db, input, signal), signal);
      return { id, ok: true, output: null };
    }
    const job = JOBS[name as JobName] as (db: Sql, input: unknown, signal: AbortSignal) => unknown;
    return { id, ok: true, output: await job(connection.db, input, signal) };
  } catch (error) {
    if (error instanceof ColligoError)
      return { id, ok: false, error: { code: error.code, message: error.message, data: error.data } };
    return {
      id,
      ok: false,
      error: {
        code: null,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
        data: null,
      },
    };
  }
}

/** Tells what a stream gives, and listens between whether it should stop. */
async function tellAll(
  id: number,
  stream: Iterable<unknown> | AsyncIterable<unknown>,
  signal: AbortSignal,
): Promise<void> {
  for await (const news of stream) {
    if (news !== null) parentPort?.postMessage({ id, news } satisfies JobNews);
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted)
      throw new ColligoError('CANCELLED', 'This was cancelled.', { safe: 'Nothing was changed.' });
  }
}

parentPort?.on('message', (request: JobRequest | JobStop) => {
  if ('stop' in request) {
    if (running?.id === request.stop) running.controller.abort();
    return;
  }
  void run(request).then((answer) => parentPort?.postMessage(answer));
});
