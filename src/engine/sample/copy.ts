import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { ColligoError } from '../errors.ts';
import { safeJson } from '../profile.ts';
import { builtPath } from '../resources.ts';
import { moment } from '../store/clock.ts';
import { Lock } from '../store/lock.ts';
import { SAMPLE_FILE, screenFileOf } from './names.ts';

/** All that belongs to a project file and goes by its name. */
const WITH_IT = ['', '-journal', '-wal', '-shm', '-backups'];

const Screen = z.object({ project: z.uuid(), parts: z.record(z.string(), z.unknown()) });

/** How the screen of the sample begins. */
export type FirstScreen = z.infer<typeof Screen>;

/**
 * Writes a copy of the sample that ships with the program.
 * @param target where it goes; nothing may be there yet
 * @throws ColligoError REFUSED where something is, NOT_FOUND where this build brings no sample, DISK
 */
export function copySample(target: string): void {
  const bytes = readShipped(SAMPLE_FILE);
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    writeFileSync(target, bytes, { flag: 'wx' });
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    // Half a copy would be taken for a damaged project.
    if (!isTaken) rmSync(target, { force: true });
    const error = isTaken
      ? new ColligoError('REFUSED', `There is a file ${basename(target)} already.`, {
          safe: 'Nothing was changed.',
          remedy: 'Choose another name, or remove that file first.',
        })
      : new ColligoError('DISK', 'The sample could not be written at that place.', {
          safe: 'Nothing was changed.',
          remedy: 'Check that the folder exists, can be written and has room.',
        });
    throw Object.assign(error, { cause });
  }
}

function readShipped(file: string): Buffer {
  try {
    return readFileSync(builtPath('sample', file));
  } catch (cause) {
    const error = new ColligoError('NOT_FOUND', 'No sample came with this Colligo.', {
      safe: 'Nothing was changed.',
      remedy: 'Build or install Colligo anew.',
    });
    throw Object.assign(error, { cause });
  }
}

/** The person's own copy of the sample, in their data folder. */
export class OwnSample {
  /** Where it lies, or will. */
  readonly path: string;
  readonly #program: string;

  /**
   * @param home the user's data folder
   * @param program as in `EngineOptions`
   */
  constructor(home: string, program: string) {
    this.path = join(home, 'samples', SAMPLE_FILE);
    this.#program = program;
  }

  /** Whether a sample ships with this build. */
  get ships(): boolean {
    return existsSync(builtPath('sample', SAMPLE_FILE));
  }

  /** Whether the person has a copy. */
  get isThere(): boolean {
    return existsSync(this.path);
  }

  /** Whether this is the file at a path with its links resolved. */
  isAt(path: string): boolean {
    return this.isThere && realpathSync(this.path) === path;
  }

  /**
   * Makes the copy.
   * @returns how its screen begins; null where that did not come along
   * @throws ColligoError as `copySample` does
   */
  make(): FirstScreen | null {
    copySample(this.path);
    return Screen.safeParse(safeJson(readShipped(screenFileOf(SAMPLE_FILE)).toString())).data ?? null;
  }

  /**
   * Gives the copy that is there another name, with its backups and whatever else belongs to it.
   * @returns where it lay and where it lies now, links resolved
   * @throws ColligoError LOCKED where a program has it open, NOT_FOUND where no sample ships that could take its place
   */
  setAside(): { from: string; to: string } {
    readShipped(SAMPLE_FILE);
    const from = realpathSync(this.path);
    const lock = Lock.take(from, this.#program);
    try {
      const to = freeName(dirname(from));
      for (const suffix of WITH_IT) if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix);
      return { from, to };
    } finally {
      lock.release();
    }
  }
}

/** A name for a copy that is put aside, which says until when it was worked in. */
function freeName(folder: string): string {
  const name = `${basename(SAMPLE_FILE, '.colligo')}, until ${moment().slice(0, 10)}`;
  for (let count = 1; ; count++) {
    const path = join(folder, `${name}${count > 1 ? ` (${count})` : ''}.colligo`);
    if (!WITH_IT.some((suffix) => existsSync(path + suffix))) return path;
  }
}
