import { parentPort } from 'node:worker_threads';
import { ColligoError } from './errors.ts';
import { JOBS, type JobAnswer, type JobRequest } from './heavy/jobs.ts';
import { connect } from './store/connect.ts';
import type { Sql } from './store/sql.ts';

/** One connection for the life of the worker: a pool belongs to one open project. */
let connection: { path: string; db: Sql } | undefined;

async function run({ id, path, name, input }: JobRequest): Promise<JobAnswer> {
  try {
    if (connection?.path !== path) {
      connection?.db.close();
      connection = { path, db: connect(path, 'read') };
    }
    const job = JOBS[name] as (db: Sql, input: unknown) => unknown;
    return { id, ok: true, output: await job(connection.db, input) };
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

parentPort?.on('message', (request: JobRequest) => {
  void run(request).then((answer) => parentPort?.postMessage(answer));
});
