import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultHome } from '../engine/profile.ts';
import { sentence, UsageError } from './complaint.ts';
import { EngineChild } from './engine-child.ts';
import { keepPort, keptPorts } from './kept-ports.ts';
import { openBrowser } from './open-browser.ts';
import { startWebShell } from './server.ts';

interface Wishes {
  readonly file: string | undefined;
  /** Null for one that Colligo had before, or else any. */
  readonly port: number | null;
  readonly open: boolean;
}

const RESTARTED = 'The part of Colligo that works with your project stopped and is being started again.';
const GIVEN_UP = [
  'The part of Colligo that works with your project stops again and again, so it is not started any more.',
  'Everything that was saved is in the project file.',
  'Press Ctrl+C and start Colligo again; if that does not help, open a backup of the project.',
].join('\n');

/**
 * The browser shell as a program: starts the engine, opens the project that was named, serves the page, says where, and
 * stops when it is asked to. A failure to start is one sentence and exit code 1.
 *
 * @param args of the command line, without the program
 */
export async function run(args: string[]): Promise<void> {
  try {
    const wishes = read(args);
    const home = defaultHome();
    const engine = new EngineChild(join(import.meta.dirname, 'engine-child.js'), home, {
      onLost: () => console.error(RESTARTED),
      onGivenUp: () => console.error(GIVEN_UP),
    });
    try {
      await serve(engine, home, wishes);
    } catch (error) {
      await engine.close();
      throw error;
    }
  } catch (error) {
    console.error(sentence(error));
    process.exit(1);
  }
}

async function serve(engine: EngineChild, home: string, wishes: Wishes): Promise<void> {
  if (wishes.file !== undefined) await engine.open(wishes.file);
  else await engine.ready();
  const root = join(import.meta.dirname, '../renderer');
  const ports = wishes.port === null ? [...keptPorts(home), 0] : [wishes.port];
  const shell = await startWebShell(engine, { root, ports });
  if (wishes.port === null) keepPort(home, shell.port);
  stopWhenAsked(engine, shell.close);
  console.log(`Colligo is open at ${shell.address}`);
  console.log('Press Ctrl+C to stop.');
  if (wishes.open) openBrowser(shell.handover());
}

function read(args: string[]): Wishes {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
  });
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && (!Number.isInteger(port) || port < 0 || port > 65_535))
    throw new UsageError('A port is a number up to 65535.');
  if (positionals.length > 1) throw new UsageError('One project at a time.');
  return { file: positionals[0], port, open: !values['no-open'] };
}

function stopWhenAsked(engine: EngineChild, closeShell: () => Promise<void>): void {
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
