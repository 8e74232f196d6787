import type { GrantUse } from '../files/grants.ts';

/** A project that is open, and how: what an engine that is started again has to open to go on. */
export interface Opened {
  readonly path: string;
  readonly mode: 'write' | 'read';
}

/** What an engine is started with. */
export interface Beginning {
  /** The user's data folder. */
  readonly home: string;
  /** How this program is named to others: see `EngineOptions`. */
  readonly program: string;
  readonly chooser: boolean;
}

/** What a shell asks of the engine's process. The page is not asked here: it has ports of its own. */
export type ToEngine =
  | { readonly kind: 'start'; readonly begin: Beginning; readonly resume: Opened | null }
  /** Comes with one port, over which a page speaks the contract. */
  | { readonly kind: 'page' }
  | { readonly kind: 'grant'; readonly id: number; readonly path: string; readonly use: GrantUse }
  | { readonly kind: 'open'; readonly id: number; readonly path: string }
  | { readonly kind: 'close' };

/** What it answers. */
export type FromEngine =
  | { readonly kind: 'ready' }
  /** Another project is open than before, or none. */
  | { readonly kind: 'opened'; readonly project: Opened | null }
  | { readonly kind: 'done'; readonly id: number; readonly value: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** The end of a channel to a page, as Electron gives it to a utility process. */
export interface EnginePort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
  start(): void;
}

/** The channel to the process that started this one. */
export interface ParentPort {
  on(event: 'message', listener: (event: { data: ToEngine; ports: readonly EnginePort[] }) => void): unknown;
  postMessage(message: FromEngine): void;
}
