import type { Engine, EngineOptions } from './engine.ts';
import { Chooser } from './files/chooser.ts';
import { Grants } from './files/grants.ts';
import { createRouter } from './router.ts';
import { Session } from './session.ts';

/**
 * Starts the engine: nothing is open yet.
 * @param options where the user's data lie and which shell this is
 * @returns the engine; its owner closes it
 */
export function createEngine(options: EngineOptions): Engine {
  const grants = new Grants();
  const session = new Session(options.home, options.program);
  const chooser = new Chooser({ home: options.home, grants, enabled: options.chooser });
  return {
    options,
    grants,
    session,
    router: createRouter({ grants, session, chooser }),
    close: () => session.end(),
  };
}
