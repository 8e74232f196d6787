import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { Drops, type GrantFor } from './drops.ts';
import { Gate } from './gate.ts';
import { plain } from './policy.ts';
import { answer, send } from './requests.ts';
import { admit, type SocketEngine } from './socket.ts';
import { staticHandler } from './static.ts';

/** What the shell needs of an engine. */
export interface Served extends SocketEngine {
  grant: GrantFor;
}

/** How to serve it. */
export interface WebShellOptions {
  /** Folder of the built page. */
  readonly root: string;
  /** Ports to try in this order, 0 for any that is free; nothing for that, too. */
  readonly ports?: readonly number[];
  /** For tests: how long a socket may stay silent, and how large a dropped file may be. */
  readonly patience?: number;
  readonly dropLimit?: number;
}

/** A server that runs. */
export interface WebShell {
  readonly port: number;
  /** The address with the token, as often as needed: for the person at the terminal. */
  readonly address: string;
  /** An address with a code that works once: for the arguments of a browser. */
  handover(): string;
  /** Ends all connections and removes what was dropped; the engine goes on. */
  close(): Promise<void>;
}

/** A pasted codebook has a million characters at most (see the contract); uploads do not go this way. */
const MESSAGE_LIMIT = 16 * 1024 * 1024;

/**
 * Serves an engine to browsers on this machine, by 127.0.0.1 only.
 *
 * @param engine that answers
 * @param options where the page is, which port
 * @returns the running server
 * @throws the system's error where none of the ports can be had
 */
export async function startWebShell(engine: Served, options: WebShellOptions): Promise<WebShell> {
  const { server, port } = await listen(options.ports ?? [0]);
  const gate = new Gate(port);
  const drops = new Drops((path, use) => engine.grant(path, use), options.dropLimit);
  const files = staticHandler({ root: options.root, connect: `ws://${gate.host}` });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT,
    perMessageDeflate: false,
  });

  server.on('request', (request, out) => {
    answer({ gate, drops, files }, request)
      .catch((error: unknown) => {
        console.error(error);
        return plain(500, 'Something went wrong here; the terminal that Colligo runs in says more.');
      })
      .then((response) => send(response, out))
      .catch((error: unknown) => {
        console.error(error);
        out.destroy();
      });
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/rpc' || !gate.knowsHost(request) || !gate.isFromOwnPage(request)) {
      socket.on('error', () => undefined); // It may be gone before it hears the answer.
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => admit(client, gate, engine, options.patience));
  });

  return {
    port,
    address: `${gate.origin}/#t=${gate.token}`,
    handover: () => `${gate.origin}/#t=${gate.handover()}`,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      drops.remove();
    },
  };
}

async function listen(ports: readonly number[]): Promise<{ server: Server; port: number }> {
  const [port = 0, ...others] = ports;
  try {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
    return { server, port: (server.address() as AddressInfo).port };
  } catch (error) {
    if (others.length === 0) throw error;
    return listen(others);
  }
}
