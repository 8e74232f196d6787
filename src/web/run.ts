import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { call } from '@orpc/server';
import { createEngine } from '../engine/create.ts';
import type { Engine } from '../engine/engine.ts';
import { defaultHome } from '../engine/profile.ts';
import { sentence, UsageError } from './complaint.ts';
import { openBrowser } from './open-browser.ts';
import { startWebShell } from './server.ts';

interface Wishes {
  readonly file: string | undefined;
  readonly port: number;
  readonly open: boolean;
}

/**
 * The browser shell as a program: starts the engine in this very process, opens the project that was named, serves the
 * page, says where, and stops when it is asked to. A failure to start is one sentence and exit code 1.
 *
 * @param args of the command line, without the program
 */
export async function run(args: string[]): Promise<void> {
  try {
    const wishes = read(args);
    const engine = createEngine({ home: defaultHome(), program: 'the browser workbench', chooser: true });
    try {
      await serve(engine, wishes);
    } catch (error) {
      await engine.close();
      throw error;
    }
  } catch (error) {
    console.error(sentence(error));
    process.exit(1);
  }
}

async function serve(engine: Engine, wishes: Wishes): Promise<void> {
  if (wishes.file !== undefined) await openProject(engine, wishes.file);
  const root = join(import.meta.dirname, '../renderer');
  const shell = await startWebShell(engine, { root, port: wishes.port });
  stopWhenAsked(engine, shell.close);
  console.log(`Colligo is open at ${shell.address}`);
  console.log('Press Ctrl+C to stop.');
  if (wishes.open) openBrowser(shell.handover());
}

function read(args: string[]): Wishes {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('A port is a number up to 65535.');
  if (positionals.length > 1) throw new UsageError('One project at a time.');
  return { file: positionals[0], port, open: !values['no-open'] };
}

/** The way the page takes too, so that a file named at the start is opened by the same code. */
async function openProject(engine: Engine, file: string): Promise<void> {
  const grant = engine.grants.issue(file, 'open');
  await call(engine.router.project.open, { from: { grant } });
}

function stopWhenAsked(engine: Engine, closeShell: () => Promise<void>): void {
  const stop = async () => {
    await closeShell();
    await engine.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Once: if closing should hang, the second Ctrl+C ends the process as it would any other.
    process.once(signal, () => {
      stop().catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
    });
  }
}
