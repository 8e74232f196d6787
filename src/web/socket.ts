import type { RPCHandler } from '@orpc/server/ws';
import type { RawData, WebSocket } from 'ws';
import * as z from 'zod';
import type { Gate } from './gate.ts';

/** Close code that tells the page that trying again is of no use. */
export const NOT_ADMITTED = 4401;

const Hello = z.strictObject({ token: z.string().max(200) });

/**
 * Lets a socket in: its first message must carry the token, and soon. From then on it speaks to the engine.
 *
 * @param socket as accepted from our own origin
 * @param gate that knows the token
 * @param handler of the contract
 * @param patience how long to wait for the first message, in milliseconds
 */
export function admit(socket: WebSocket, gate: Gate, handler: RPCHandler<object>, patience = 5_000): void {
  // Too large a message or a broken frame: ws closes the socket itself, and 'close' says all there is to say.
  socket.on('error', () => undefined);
  const timer = setTimeout(() => socket.close(NOT_ADMITTED, 'No token came.'), patience);
  socket.once('close', () => clearTimeout(timer));
  socket.once('message', (data, isBinary) => {
    clearTimeout(timer);
    const token = isBinary ? null : readHello(data);
    if (token === null || !gate.admits(token)) {
      socket.close(NOT_ADMITTED, 'That is not the token.');
      return;
    }
    // A page that came with a one-use code needs the token for its uploads, and for coming back.
    socket.send(JSON.stringify({ token: gate.token }));
    void handler.upgrade(socket, { context: {} });
  });
}

function readHello(data: RawData): string | null {
  const text = data.toString();
  if (text.length > 1_000) return null;
  try {
    const hello = Hello.safeParse(JSON.parse(text));
    return hello.success ? hello.data.token : null;
  } catch {
    return null; // Not JSON: whoever this is, it is not our page.
  }
}
