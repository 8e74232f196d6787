import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';

const OUT = join(import.meta.dirname, '../../../out/main');

// A test here starts a dozen programs, on machines that may be busy with others.
vi.setConfig({ testTimeout: 90_000 });

/** The repository. */
export const ROOT = join(import.meta.dirname, '../../..');
export const FIXTURES = join(ROOT, 'test/fixtures/plans');
/** A few codes whose names hold, whatever ships. */
export const CODES = join(ROOT, 'test/fixtures/codes.json');

/** How a command ended. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that was started and may still be running. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;
}

/** What a program sees of its surroundings beside the command itself. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: 'cli.js' | 'web.js';
}

/** A folder of its own, a home of its own, and the built command line in it. It goes with the test. */
export class Place {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'colligo-cli-'));
  readonly home: string = join(this.folder, '.home');

  constructor() {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 }));
  }

  /** @returns a path in the folder */
  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Starts a command; it is killed with the test if it is still running. */
  start(
    args: readonly string[],
    { cwd = this.folder, env = {}, program = 'cli.js' }: Surroundings = {},
  ): Started {
    const child = spawn(process.execPath, [join(OUT, program), ...args], {
      cwd,
      env: { ...process.env, COLLIGO_HOME: this.home, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<Outcome>((resolve, reject) => {
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    });
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await ended;
    });
    return { child, ended };
  }

  /** Runs a command to its end. */
  run(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
    return this.start(args, surroundings).ended;
  }

  /** Runs a command that must succeed without a word on stderr; @returns its stdout */
  async ok(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(args);
    expect({ command: args.join(' '), code, stderr }).toEqual({
      command: args.join(' '),
      code: 0,
      stderr: '',
    });
    return stdout;
  }

  /** Runs a command with --json that must succeed; @returns the one document that is its whole stdout */
  async json<Data>(...args: string[]): Promise<Data> {
    return JSON.parse(await this.ok(...args, '--json')) as Data;
  }

  /** Runs a command that must fail with this code and print nothing on stdout; @returns its stderr */
  async fails(code: 1 | 2, ...args: string[]): Promise<string> {
    const outcome = await this.run(args);
    expect({ command: args.join(' '), code: outcome.code, stdout: outcome.stdout }).toEqual({
      command: args.join(' '),
      code,
      stdout: '',
    });
    expect(outcome.stderr.trim()).not.toBe('');
    return outcome.stderr.trimEnd();
  }
}

interface Template {
  readonly project: Buffer;
  readonly profile: Buffer;
}

let template: Promise<Template> | undefined;

async function makeTemplate(): Promise<Template> {
  const place = new Place();
  await place.ok('new', 'p.colligo', '--title', 'Small plans', '--coder', 'A. Coder');
  await place.ok('import', 'p.colligo', join(FIXTURES, 'manifest.json'));
  await place.ok('codebook', 'import', 'p.colligo', CODES);
  return {
    project: readFileSync(place.at('p.colligo')),
    profile: readFileSync(join(place.home, 'profile.json')),
  };
}

/**
 * A place with a project p.colligo: the small plans and the codes of the fixtures, coded by A. Coder. Made
 * once a test file and copied: a closed project is one file.
 */
export async function projectPlace(): Promise<Place> {
  template ??= makeTemplate();
  const { project, profile } = await template;
  const place = new Place();
  mkdirSync(place.home);
  writeFileSync(join(place.home, 'profile.json'), profile);
  writeFileSync(place.at('p.colligo'), project);
  return place;
}
