import type { Grants } from './files/grants.ts';
import type { Router } from './router.ts';
import type { Session } from './session.ts';

export interface EngineOptions {
  /** Folder of the user's own data: profile, recent projects, chooser places. Made where it is missing. */
  readonly home: string;
  /** Which program this is, named to others by the lock: "the browser workbench", "the desktop workbench", "the command line". */
  readonly program: string;
  /** Whether the in-page chooser may list folders (browser shell only). */
  readonly chooser: boolean;
}

/** Everything that is Colligo, behind the contract. One per process. */
export interface Engine {
  readonly options: EngineOptions;
  readonly router: Router;
  /** Turns paths into one-use permissions; for the shell, never for the page. */
  readonly grants: Grants;
  /** What is open; for programs in the same process. */
  readonly session: Session;
  /** Closes the project, if one is open, and stops the workers. */
  close(): Promise<void>;
}
