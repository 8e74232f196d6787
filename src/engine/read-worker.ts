import { parentPort } from 'node:worker_threads';
import { ColligoError } from './errors.ts';
import { JOBS, type JobAnswer, type JobRequest, type JobStop } from './heavy/jobs.ts';
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
    }
    running = { id, controller: new AbortController() };
    const job = JOBS[name] as (db: Sql, input: unknown, signal: AbortSignal) => unknown;
    return { id, ok: true, output: await job(connection.db, input, running.controller.signal) };
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

parentPort?.on('message', (request: JobRequest | JobStop) => {
  if ('stop' in request) {
    if (running?.id === request.stop) running.controller.abort();
    return;
  }
  void run(request).then((answer) => parentPort?.postMessage(answer));
});
