import { resolve } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { createEngine } from '../engine/create.ts';
import type { Engine } from '../engine/engine.ts';
import { defaultHome } from '../engine/profile.ts';
import type { Router } from '../engine/router.ts';
import type { Project } from '../engine/store/project.ts';
import { Interrupted } from './interrupted.ts';

/** What a command works with: the same procedures that the page calls, in this process. */
export interface Tools {
  readonly engine: Engine;
  readonly client: RouterClient<Router>;
  /** Aborted by Ctrl-C; what takes long listens to it. */
  readonly signal: AbortSignal;
}

export interface OpenTools extends Tools {
  readonly project: Project;
}

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: true;
  readonly coder?: string;
}

/**
 * Runs something with an engine that is closed afterwards, whatever happens. Ctrl-C cancels it, so that what is under
 * way is taken back before the project is closed; a second Ctrl-C ends the program as it would any other.
 * @returns what the action returns
 * @throws Interrupted where it was stopped, else what the action throws
 */
export async function withEngine<Result>(action: (tools: Tools) => Promise<Result>): Promise<Result> {
  const engine = createEngine({ home: defaultHome(), program: 'the command line', chooser: false });
  const interruption = new AbortController();
  const { signal } = interruption;
  const stop = (name: 'SIGINT' | 'SIGTERM') => interruption.abort(new Interrupted(name));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await action({ engine, client: createRouterClient(engine.router), signal });
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await engine.close();
  }
}

/**
 * Runs something on a project: reading needs no lock and no coder; writing has both.
 * @param path as typed
 * @param options `coder` as given with --coder
 * @throws ColligoError as opening does
 */
export function withProject<Result>(
  path: string,
  mode: 'read' | 'write',
  options: CommonOptions,
  action: (tools: OpenTools) => Promise<Result>,
): Promise<Result> {
  return withEngine(async (tools) => {
    await tools.engine.session.open(resolve(path), mode, null);
    tools.signal.throwIfAborted();
    const { session } = tools.engine;
    if (mode === 'write') {
      const { name, isNew } = session.actAs(options.coder);
      if (isNew) console.error(`${name} becomes a coder of this project.`);
    }
    for (const warning of session.project.warnings) console.error(warning);
    return action({ ...tools, project: session.project });
  });
}

/**
 * Prints a result: with --json the data as one JSON document, else lines for people.
 * @param json whether --json was given
 * @param data for machines
 * @param lines for people
 */
export function print(json: true | undefined, data: unknown, lines: readonly string[]): void {
  process.stdout.write(
    json ? `${JSON.stringify(data, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
  );
}
