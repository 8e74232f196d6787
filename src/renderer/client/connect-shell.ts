import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../contract/index.ts';

/** A permission for one use of something the person picked, with the name to show. */
export interface Picked {
  readonly grant: string;
  readonly name: string;
}

/**
 * How the connection to the engine stands. After `restored` everything is to be asked for anew; after `resumed`, too,
 * because the engine itself was started again. `over` says that it does not come back by itself.
 */
export type Status = 'connected' | 'lost' | 'restored' | 'resumed' | 'over';

/** What the person shall pick: a file to open or read, several of them, or a folder to write into. */
export interface OpenWish {
  readonly purpose: 'project' | 'plans' | 'codebook' | 'table' | 'exchange' | 'folder';
  readonly multiple?: boolean;
}

/** The name to begin with; its extension says what kind of file it will be. */
export interface SaveWish {
  readonly name: string;
}

/** No system lets files and folders be picked in one dialog everywhere, so plans in a folder are asked for like this. */
export interface FolderWish {
  readonly purpose: 'plans' | 'folder';
}

/** What the page knows of the shell it runs in. The verbs are null in a browser: there `client.files` is the chooser. */
export interface Shell {
  readonly kind: 'browser' | 'desktop';
  readonly client: ContractRouterClient<Contract>;
  /** Asks for what is there; empty where the person changed their mind. */
  readonly pickOpen: ((wish: OpenWish) => Promise<Picked[]>) | null;
  /** Asks for a new name; to replace what has this name already has been confirmed by the person. */
  readonly pickSave: ((wish: SaveWish) => Promise<Picked | null>) | null;
  /** Asks for a folder to read plans from, or to write into. */
  readonly pickFolder: ((wish: FolderWish) => Promise<Picked | null>) | null;
  /** Permits reading a file that the person dropped into the page; rejects with a sentence where that cannot be. */
  readonly drop: (file: File) => Promise<Picked>;
  /** Hands over a permission for a project that the system named, a file that was double-clicked. Returns what ends the listening. */
  readonly onOpen: (listener: (grant: string) => void) => () => void;
  /** Says how the connection stands, at once and at every change; why, where it is over. Returns what ends the listening. */
  readonly onStatus: (listener: (status: Status, why?: ShellError) => void) => () => void;
}

/** What can go wrong between the page and the engine, as opposed to in the engine (those are ORPCError). */
export class ShellError extends Error {
  readonly code: 'CONNECTION_LOST' | 'NOT_ADMITTED' | 'GIVEN_UP' | 'REFUSED';

  /**
   * @param code for machines
   * @param message one sentence for people
   */
  constructor(code: ShellError['code'], message: string) {
    super(message);
    this.name = 'ShellError';
    this.code = code;
  }
}

/** @returns the error of every call that broke off, or could not begin, because nobody is there */
export function connectionLost(): ShellError {
  return new ShellError('CONNECTION_LOST', 'The connection to Colligo was lost before this was done.');
}
