import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { Line } from './connect-line.ts';
import { connectionLost, type Picked, type Shell, ShellError } from './connect-shell.ts';

/** Where the token waits for a reload of this tab. */
const KEPT = 'colligo-token';

/** Close codes of a server that does not accept the token, and of one whose engine stops again and again. */
const NOT_ADMITTED = 4401;
const GIVEN_UP = 4500;

/** As large as the server takes; said here, too, because a browser drops the answer to an upload that is refused midway. */
const DROP_LIMIT = 256 * 1024 * 1024;

/**
 * Connects to the browser shell by a WebSocket, and again whenever it breaks.
 * @returns the shell, connected
 * @throws ShellError NOT_ADMITTED where no token is known that holds, CONNECTION_LOST where nobody answers
 */
export async function connectBrowser(): Promise<Shell> {
  let token = takeToken();
  /** Which engine it was that answered last. */
  let known: number | undefined;
  const line = new Line();

  const open = () =>
    new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(`ws://${location.host}/rpc`);
      socket.binaryType = 'arraybuffer';
      socket.addEventListener('open', () => socket.send(JSON.stringify({ token })));
      socket.addEventListener('close', ({ code }) => {
        line.down();
        reject(code === NOT_ADMITTED ? notAdmitted() : code === GIVEN_UP ? givenUp() : connectionLost());
      });
      const welcome = ({ data }: MessageEvent<string>) => {
        const { engine, ...welcomed }: { token: string; engine: number } = JSON.parse(data);
        token = keepToken(welcomed.token);
        socket.addEventListener('close', () => void again());
        line.up(new RPCLink({ websocket: forgiving(socket) }), engine !== known);
        known = engine;
        resolve();
      };
      socket.addEventListener('message', welcome, { once: true });
    });

  /** Tries until it works, or never can: another run of Colligo has taken this address, or the engine was given up. */
  const again = async (wait = 250): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await open().catch((error: ShellError) => {
      if (error.code === 'CONNECTION_LOST') void again(Math.min(wait * 2, 5_000));
      else line.over(error);
    });
  };

  await open();
  return {
    kind: 'browser',
    client: createORPCClient(line),
    pickOpen: null,
    pickSave: null,
    pickFolder: null,
    drop: (file) => upload(file, token),
    // A browser is handed no files.
    onOpen: () => () => undefined,
    onStatus: line.onStatus,
  };
}

/**
 * Hides from oRPC that a socket is closing: giving up a call at that moment would throw where nobody can catch it. What
 * is sent then goes nowhere, and the end of the socket ends the call.
 */
function forgiving(socket: WebSocket): ConstructorParameters<typeof RPCLink>[0]['websocket'] {
  return {
    readyState: socket.OPEN,
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(message);
    },
    addEventListener: socket.addEventListener.bind(socket),
    removeEventListener: socket.removeEventListener.bind(socket),
  };
}

async function upload(file: File, token: string): Promise<Picked> {
  if (file.size > DROP_LIMIT) throw new ShellError('REFUSED', 'Files of up to 256 MB can be dropped here.');
  const response = await fetch(`/drop?${new URLSearchParams({ name: file.name })}`, {
    method: 'POST',
    headers: { 'x-colligo-token': token },
    body: file,
  }).catch(() => Promise.reject(connectionLost()));
  if (!response.ok) throw new ShellError('REFUSED', (await response.text()).trim());
  return response.json();
}

/**
 * Takes the token out of the address, so that it stands neither there nor in the tab's history. It is kept for this
 * tab alone, because a reload begins without memory; other sites cannot read it, and the next run has another.
 */
function takeToken(): string {
  const handed = /^#t=([\w-]+)$/.exec(location.hash)?.[1];
  if (handed) history.replaceState(null, '', location.pathname);
  const token = handed ?? sessionStorage.getItem(KEPT);
  if (!token) throw notAdmitted();
  return token;
}

/** The welcome names the token of this run: what stood in the address may have been a code that works only once. */
function keepToken(token: string): string {
  sessionStorage.setItem(KEPT, token);
  return token;
}

function givenUp(): ShellError {
  return new ShellError('GIVEN_UP', 'Colligo’s engine stops again and again, so it is not started any more.');
}

function notAdmitted(): ShellError {
  return new ShellError('NOT_ADMITTED', 'Open the whole address that Colligo printed when it was started.');
}
