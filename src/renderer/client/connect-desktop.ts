import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { Line } from './connect-line.ts';
import { connectionLost, type Picked, type Shell, ShellError } from './connect-shell.ts';

/** What comes over the shell's own port: answers to the verbs, that the engine is gone and a new one starts, or a project to open. */
type FromShell =
  | { id: number; picked: Picked[] }
  | { id: number; error: string }
  | { lost: true }
  | { open: string };

interface Waiting {
  readonly resolve: (picked: Picked[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Connects to the engine by a port that the preload hands over, and again whenever the engine was restarted.
 * @returns the shell, connected
 */
export async function connectDesktop(): Promise<Shell> {
  const line = new Line();
  const waiting = new Map<number, Waiting>();
  const handedOver = mailbox();
  let verbs: MessagePort | undefined;
  let count = 0;

  const open = async (isNewEngine: boolean): Promise<void> => {
    const [engine, own] = await askForPorts();
    verbs = own;
    engine.addEventListener('close', () => line.down());
    own.addEventListener('message', ({ data }: MessageEvent<FromShell>) => {
      if ('lost' in data) {
        // A process that died may not have closed its end; the link takes this for the end of the connection.
        engine.dispatchEvent(new Event('close'));
        own.close();
        for (const { reject } of waiting.values()) reject(connectionLost());
        waiting.clear();
        void open(true);
        return;
      }
      if ('open' in data) {
        handedOver.put(data.open);
        return;
      }
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if ('picked' in data) call?.resolve(data.picked);
      else call?.reject(new ShellError('REFUSED', data.error));
    });
    line.up(new RPCLink({ port: engine }), isNewEngine);
    engine.start();
    own.start();
  };

  const ask = (send: (id: number) => void) =>
    new Promise<Picked[]>((resolve, reject) => {
      waiting.set(++count, { resolve, reject });
      send(count);
    });
  const verb = (request: object) => ask((id) => verbs?.postMessage({ id, ...request }));
  const first = (picked: Picked[]) => picked[0] ?? null;

  await open(false);
  return {
    kind: 'desktop',
    client: createORPCClient(line),
    pickOpen: (wish) => verb({ verb: 'pickOpen', ...wish }),
    pickSave: async (wish) => first(await verb({ verb: 'pickSave', ...wish })),
    pickFolder: async (wish) => first(await verb({ verb: 'pickFolder', ...wish })),
    drop: async (file) => {
      const [picked] = await ask((id) => window.postMessage({ colligo: 'drop', id, file }, '/'));
      if (!picked) throw new ShellError('REFUSED', `“${file.name}” does not lie on this computer.`);
      return picked;
    },
    onOpen: handedOver.onPut,
    onStatus: line.onStatus,
  };
}

/** Keeps the newest of what comes until somebody listens: a file can be double-clicked while the page is being drawn. */
function mailbox() {
  let listener: ((grant: string) => void) | undefined;
  let kept: string | undefined;
  return {
    put: (grant: string) => {
      if (listener) listener(grant);
      else kept = grant;
    },
    onPut: (next: (grant: string) => void) => {
      listener = next;
      if (kept !== undefined) next(kept);
      kept = undefined;
      return () => {
        if (listener === next) listener = undefined;
      };
    },
  };
}

/** Asks the preload for a new pair of ports: one to the engine, one to the shell. */
function askForPorts(): Promise<[MessagePort, MessagePort]> {
  return new Promise((resolve) => {
    const receive = ({ source, data, ports }: MessageEvent) => {
      const [engine, own] = ports;
      if (source !== window || data?.colligo !== 'ports' || !engine || !own) return;
      window.removeEventListener('message', receive);
      resolve([engine, own]);
    };
    window.addEventListener('message', receive);
    window.postMessage({ colligo: 'connect' }, '/');
  });
}
