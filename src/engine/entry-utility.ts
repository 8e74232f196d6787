import { call } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { ErrorData } from '../contract/procedure.ts';
import { createEngine } from './create.ts';
import type { Engine } from './engine.ts';
import type { GrantUse } from './files/grants.ts';

/** What the desktop shell asks of the engine's process. The page is not asked here: it has ports of its own. */
export type ToEngine =
  | { readonly kind: 'start'; readonly home: string }
  /** Comes with one port, over which a page speaks the contract. */
  | { readonly kind: 'page' }
  | { readonly kind: 'grant'; readonly id: number; readonly path: string; readonly use: GrantUse }
  | { readonly kind: 'open'; readonly id: number; readonly path: string }
  | { readonly kind: 'close' };

/** What it answers. */
export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly value: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** The end of a channel as Electron gives it to a utility process. */
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

/**
 * Runs the engine for the desktop shell: one engine for the process, one port for each load of the page.
 *
 * @param parent channel to the shell
 * @param exit ends the process
 */
export function serveEngine(parent: ParentPort, exit: (code: number) => void = process.exit): void {
  let engine: Engine | undefined;
  let handler: RPCHandler<object> | undefined;

  const answer = (id: number, work: (engine: Engine) => string | Promise<string>) =>
    Promise.resolve(engine ?? Promise.reject(new Error('The engine has not been started.')))
      .then(work)
      .then((value) => parent.postMessage({ kind: 'done', id, value }))
      .catch((error: unknown) => parent.postMessage({ kind: 'failed', id, message: sentenceOf(error) }));

  parent.on('message', ({ data, ports: [port] }) => {
    switch (data.kind) {
      case 'start':
        engine = createEngine({ home: data.home, program: 'the desktop workbench', chooser: false });
        handler = new RPCHandler(engine.router);
        parent.postMessage({ kind: 'ready' });
        return;
      case 'page':
        if (!port || !handler) return;
        handler.upgrade(port, { context: {} });
        // Electron keeps what comes until then, so nothing the page has asked meanwhile is lost.
        port.start();
        return;
      case 'grant':
        void answer(data.id, ({ grants }) => grants.issue(data.path, data.use));
        return;
      case 'open':
        void answer(data.id, async ({ grants, router }) => {
          const { title } = await call(router.project.open, {
            from: { grant: grants.issue(data.path, 'open') },
          });
          return title;
        });
        return;
      case 'close':
        Promise.resolve(engine?.close()).then(
          () => exit(0),
          (error: unknown) => {
            console.error(error);
            exit(1);
          },
        );
    }
  });
}

/** What went wrong, and what to do where that is known. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const data = ErrorData.safeParse('data' in error ? error.data : undefined);
  return [error.message, data.data?.remedy].filter(Boolean).join(' ');
}

// Only a utility process has a parent port; in tests this module is loaded without one.
const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
if (parentPort) serveEngine(parentPort);
