import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { GrantUse } from '../engine/files/grants.ts';
import { safeName } from '../engine/files/names.ts';
import { plain } from './policy.ts';

/** The largest file that can be read at all (a PDF, engine/import/limits.ts); what its own format allows is said when it is read. */
const LIMIT = 256 * 1024 * 1024;

const TOO_LARGE = 'The file is larger than 256 MB, which is the most that can be dropped here.';

/** Asks the engine to permit one use of a path. */
export type GrantFor = (path: string, use: GrantUse) => Promise<string>;

/**
 * Takes files that were dropped into the page. A browser does not say where a dropped file lies, so its bytes come
 * here, into a folder that only this user can read and that goes when the program does.
 */
export class Drops {
  readonly #grant: GrantFor;
  readonly #limit: number;
  #folder: string | null = null;
  #count = 0;

  /**
   * @param grant that permits the engine to read what came
   * @param limit in bytes
   */
  constructor(grant: GrantFor, limit: number = LIMIT) {
    this.#grant = grant;
    this.#limit = limit;
  }

  /**
   * Writes one upload to disk.
   * @param request with the bytes as its body
   * @param name as the browser gives it
   * @returns a grant to import it, or a sentence that says why not
   */
  async receive(request: IncomingMessage, name: string): Promise<Response> {
    const clean = safeName(name);
    if (clean.toLowerCase().endsWith('.colligo')) {
      return plain(415, 'A browser hides where a dropped project lies; use “Open project” instead.');
    }
    if (Number(request.headers['content-length'] ?? 0) > this.#limit) return plain(413, TOO_LARGE);
    // A folder for each, so that the file keeps its name whatever else was dropped.
    const folder = join(this.#root(), String(this.#count++));
    await mkdir(folder, { mode: 0o700 });
    const path = join(folder, clean);
    try {
      // Not the request itself: a pipeline destroys a source that it cannot finish, and the answer with it.
      const bytes = capped(request.iterator({ destroyOnReturn: false }), this.#limit);
      await pipeline(bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      request.resume(); // Whatever still comes must pass before the browser reads the answer.
      if (error instanceof TooLarge) return plain(413, TOO_LARGE);
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'ENOSPC') return plain(507, 'The disk is full, so the file was not taken.');
      // The tab was closed, or the person thought better of it; nobody reads this.
      if (request.destroyed) return plain(400, 'The file did not come whole.');
      throw error;
    }
    return Response.json({ grant: await this.#grant(path, 'import'), name: clean });
  }

  /** Removes everything that was dropped. */
  remove(): void {
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  /** Made when the first file comes: mkdtemp makes it readable for this user only. */
  #root(): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'colligo-dropped-'));
    return this.#folder;
  }
}

class TooLarge extends Error {}

/** Counts along, for uploads that do not say how long they are, or lie. */
async function* capped(source: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    yield chunk;
  }
}
