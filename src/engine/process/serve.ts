import { call } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { ErrorData } from '../../contract/procedure.ts';
import { createEngine } from '../create.ts';
import type { Engine } from '../engine.ts';
import type { Session } from '../session.ts';
import type { Opened, ParentPort } from './protocol.ts';

/**
 * Runs the engine for a shell in another process: one engine for the process, one port for each load of the page. The
 * shell hears what is open, so that the next process can go on where this one ends.
 *
 * @param parent channel to the shell
 * @param exit ends the process
 * @returns closes the engine and ends the process, as when the shell asks for it
 */
export function serveEngine(parent: ParentPort, exit: (code: number) => void = process.exit): () => void {
  let engine: Engine | undefined;
  let handler: RPCHandler<object> | undefined;

  const answer = (id: number, work: (engine: Engine) => string | Promise<string>) =>
    Promise.resolve(engine ?? Promise.reject(new Error('The engine has not been started.')))
      .then(work)
      .then((value) => parent.postMessage({ kind: 'done', id, value }))
      .catch((error: unknown) => parent.postMessage({ kind: 'failed', id, message: sentenceOf(error) }));

  const close = () => {
    Promise.resolve(engine?.close()).then(
      () => exit(0),
      (error: unknown) => {
        console.error(error);
        exit(1);
      },
    );
  };

  parent.on('message', ({ data, ports: [port] }) => {
    switch (data.kind) {
      case 'start': {
        engine = createEngine(data.begin);
        const { router, session } = engine;
        handler = new RPCHandler(router);
        follow(session, (project) => parent.postMessage({ kind: 'opened', project }));
        // Pages come only afterwards: they find the project as it was.
        void resume(session, data.resume).then(() => parent.postMessage({ kind: 'ready' }));
        return;
      }
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
        close();
    }
  });
  return close;
}

/** Opens what the last process had open. Where that cannot be, nothing is open, as the page will see and say. */
async function resume(session: Session, project: Opened | null): Promise<void> {
  if (!project) return;
  await session.open(project.path, project.mode).catch((error: unknown) => console.error(sentenceOf(error)));
}

/** Tells which project is open whenever it is another. */
function follow(session: Session, tell: (project: Opened | null) => void): void {
  let last = '';
  session.onChange((nouns) => {
    if (!nouns.includes('project')) return;
    const project = session.opened();
    const now = JSON.stringify(project);
    if (now !== last) tell(project);
    last = now;
  });
}

/** What went wrong, and what to do where that is known. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const data = ErrorData.safeParse('data' in error ? error.data : undefined);
  return [error.message, data.data?.remedy].filter(Boolean).join(' ');
}
