import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Output } from '../output/output.ts';
import { type Content, type Poured, pour } from '../output/pour.ts';
import { type Place, unreadable } from './place.ts';
import { type RecordForm, RecordSplitter } from './records.ts';
import { type RowDifference, RowTally } from './tally.ts';

/** A file that is not as the project has it. */
export interface Difference {
  readonly path: string;
  /** `missing`: the project has it and the place does not; `extra`: the other way round. */
  readonly kind: 'changed' | 'missing' | 'extra';
  /** Of a table that was changed. */
  readonly rows: RowDifference | null;
}

/** The tables that are text, by their endings. */
const FORMS: readonly (readonly [ending: string, form: RecordForm])[] = [
  ['.csv', { isQuoted: true, hasHeader: true }],
  ['.jsonl', { isQuoted: false, hasHeader: false }],
];

/** Stands in for the place a dataset is written to, and compares with what lies there instead of writing. */
export class Comparison implements Output {
  readonly #place: Place;
  readonly #name: string | null;
  readonly #signal: AbortSignal | undefined;
  readonly #seen = new Set<string>();
  readonly #differences: Difference[] = [];

  /** @param name of the only file there is, whatever the dataset calls it; null where there may be several */
  constructor(place: Place, name: string | null, signal?: AbortSignal) {
    this.#place = place;
    this.#name = name;
    this.#signal = signal;
  }

  async write(given: string, content: Content): Promise<Poured> {
    const path = this.#name ?? given;
    this.#seen.add(path);
    if (!this.#place.paths.has(path)) {
      this.#differences.push({ path, kind: 'missing', rows: null });
      return pour(content, async () => {}, this.#signal);
    }
    const form = FORMS.find(([ending]) => path.endsWith(ending))?.[1];
    const tally = form && new RowTally(form);
    const splitter = (side: 1 | -1) =>
      form && new RecordSplitter(form, (record) => tally?.count(side, record));
    const [ours, theirs] = [splitter(1), splitter(-1)];
    const file = new Follower(await this.#place.open(path), (bytes) => theirs?.push(bytes));
    try {
      const poured = await pour(
        content,
        async (bytes) => {
          ours?.push(bytes);
          await file.readAlong(bytes.byteLength);
        },
        this.#signal,
      );
      ours?.end();
      const sha256 = await file.readOut();
      theirs?.end();
      if (sha256 !== poured.sha256) {
        this.#differences.push({ path, kind: 'changed', rows: tally?.difference() ?? null });
      }
      return poured;
    } finally {
      file.close();
    }
  }

  /** @returns what differs, in the order of the dataset; files that the project does not have come last */
  differences(): Difference[] {
    const extra = [...this.#place.paths].filter((path) => !this.#seen.has(path)).sort();
    return [...this.#differences, ...extra.map((path): Difference => ({ path, kind: 'extra', rows: null }))];
  }

  /** Nothing was begun, so nothing is to be finished. */
  async finish(): Promise<void> {}

  /** Nor to be removed. */
  async abandon(): Promise<void> {}
}

/** A file that is read as far as something else has come, so that neither has to be held. */
class Follower {
  readonly #stream: Readable;
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #tell: (bytes: Uint8Array) => void;
  readonly #hash = createHash('sha256');
  #ahead = 0;
  #ended = false;

  constructor(stream: Readable, tell: (bytes: Uint8Array) => void) {
    this.#stream = stream;
    // Where it fails while nobody reads, the next reading says so.
    stream.on('error', () => {});
    this.#chunks = stream[Symbol.asyncIterator]();
    this.#tell = tell;
  }

  /** Lets go of the file, wherever it was read to. */
  close(): void {
    this.#stream.destroy();
  }

  /** Reads about as many bytes more. */
  async readAlong(bytes: number): Promise<void> {
    this.#ahead -= bytes;
    while (this.#ahead < 0 && (await this.#readOn()));
  }

  /** Reads to the end. @returns the SHA-256 of the file, hexadecimal */
  async readOut(): Promise<string> {
    while (await this.#readOn());
    return this.#hash.digest('hex');
  }

  async #readOn(): Promise<boolean> {
    if (this.#ended) return false;
    const { value, done } = await this.#chunks.next().catch((error: Error) => {
      // The system's errors say what they are.
      if ('syscall' in error) throw error;
      const damage = unreadable('A file of the zip is damaged and cannot be unpacked.', 'Export it again.');
      throw Object.assign(damage, { cause: error });
    });
    if (done) {
      this.#ended = true;
      return false;
    }
    this.#ahead += value.byteLength;
    this.#hash.update(value);
    this.#tell(value);
    return true;
  }
}
