import { FileReader } from '../import/read-file.ts';
import { HeavyPool } from './pool.ts';

/** The workers of a session, each started when it is first needed. */
export class Workers {
  #pool: HeavyPool | null = null;
  #reader: FileReader | null = null;
  readonly #home: string;

  /** @param home the user's data folder, where workers leave what they found for the next start */
  constructor(home: string) {
    this.#home = home;
  }

  /** @returns read-only workers on the project at a path, the same ones until `leave` */
  poolOn(path: string): HeavyPool {
    this.#pool ??= new HeavyPool(path, { workerData: { home: this.#home } });
    return this.#pool;
  }

  /** The worker that reads files for imports. */
  get reader(): FileReader {
    this.#reader ??= new FileReader();
    return this.#reader;
  }

  /** Ends those that read the open project. */
  async leave(): Promise<void> {
    await this.#pool?.close();
    this.#pool = null;
  }

  /** Ends all of them. */
  async end(): Promise<void> {
    await this.leave();
    await this.#reader?.close();
    this.#reader = null;
  }
}
