import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../../../..');

/** Node runs the programs of this folder from their TypeScript sources. */
const command = (program: string, args: readonly string[]) => [
  '--no-warnings',
  '--import',
  join(import.meta.dirname, 'raw.ts'),
  join(import.meta.dirname, `${program}.ts`),
  ...args,
];

// What has been compiled once starts in half the time.
const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'out/compile-cache') };

/**
 * Starts a program of this folder as a process of its own; it ends with the test at the latest.
 * @returns the process, with pipes for its input and output
 */
export function start(program: string, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, command(program, args), { env, stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

export interface RunOptions {
  /** Runs as the user "nobody", where the tests run as one whom permissions do not stop. */
  readonly powerless?: boolean;
  /** The largest file that the program may write, in bytes. */
  readonly fileSize?: number;
  /** A folder that becomes a disk of its own for the program, with so many bytes of room. */
  readonly disk?: { readonly folder: string; readonly bytes: number };
  readonly timeout?: number;
}

/** In a namespace of its own any user may mount: what lies there goes with the program. */
const onDisk = ({ folder, bytes }: { folder: string; bytes: number }) => [
  ...['unshare', '--map-root-user', '--mount', 'sh', '-c'],
  'mount -t tmpfs -o "size=$1" tmpfs "$2" && shift 2 && exec "$@"',
  ...['sh', String(bytes), folder],
];

/** @returns whether this system lets a test have a disk of its own */
export function canMount(): boolean {
  const [file = '', ...args] = [...onDisk({ folder: '/tmp', bytes: 4096 }), 'true'];
  return process.platform === 'linux' && spawnSync(file, args).status === 0;
}

/** Runs a program of this folder to its end. */
export function run(
  program: string,
  args: readonly string[],
  { powerless = false, fileSize, disk, timeout = 60_000 }: RunOptions = {},
): SpawnSyncReturns<string> {
  const [file = '', ...rest] = [
    ...(disk ? onDisk(disk) : []),
    ...(fileSize === undefined ? [] : ['prlimit', `--fsize=${fileSize}`]),
    process.execPath,
    ...command(program, args),
  ];
  const options = { env, encoding: 'utf8', timeout, killSignal: 'SIGKILL', maxBuffer: 2 ** 28 } as const;
  const nobody = powerless && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  return spawnSync(file, rest, { ...options, ...nobody });
}

/** @returns the lines that a child has said so far, growing; the last may be incomplete and is then left out */
export function linesOf(child: ChildProcess): () => string[] {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return () => text.split('\n').slice(0, -1);
}

/** Waits until a child has said a number of lines. @returns them */
export async function said(child: ChildProcess, lines: () => string[], count: number): Promise<string[]> {
  while (lines().length < count) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the child ended after saying: ${lines().join(' / ') || 'nothing'}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return lines();
}

/** Ends a child at once, as a crash would. */
export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Closed, not only exited: all that it wrote has been read.
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await ended;
}
