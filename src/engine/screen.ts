import { join } from 'node:path';
import * as z from 'zod';
import { readIfThere, safeJson, writeWhole } from './profile.ts';

const Kept = z.record(z.string(), z.unknown());

/** A screen's state is small; what is larger than this is a mistake and would only fill the disk. */
const LIMIT = 4 * 1024 * 1024;

/**
 * How the screen was left: one small JSON file for each project and one for the program, in the user's data folder. A
 * file that cannot be read counts as empty, since only the arrangement of the screen is lost with it. It is read anew
 * each time: another Colligo of the same person may have written it meanwhile.
 */
export class ScreenState {
  readonly #folder: string;

  /** @param home the user's data folder */
  constructor(home: string) {
    this.#folder = join(home, 'screen');
  }

  /**
   * @param project the project's id, or null for the program
   * @returns what was kept, by name
   */
  read(project: string | null): Record<string, unknown> {
    return Kept.safeParse(safeJson(this.#text(fileOf(project)))).data ?? {};
  }

  /** Keeps one part, beside the others. What is too large is not kept. */
  keep(project: string | null, name: string, value: unknown): void {
    const text = JSON.stringify({ ...this.read(project), [name]: value });
    if (text.length <= LIMIT) writeWhole(this.#folder, fileOf(project), text);
  }

  /** Lets the screen of a project begin with these parts and no others. */
  begin(project: string, parts: Readonly<Record<string, unknown>>): void {
    writeWhole(this.#folder, fileOf(project), JSON.stringify(parts));
  }

  #text(file: string): string {
    try {
      return readIfThere(join(this.#folder, file)) ?? '';
    } catch {
      return ''; // See above.
    }
  }
}

const fileOf = (project: string | null) => `${project ?? 'program'}.json`;
