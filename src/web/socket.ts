import type { RawData, WebSocket } from 'ws';
import * as z from 'zod';
import type { Gate } from './gate.ts';

/** Close code that tells the page that trying again is of no use. */
export const NOT_ADMITTED = 4401;
/** Close code that tells the page to come again: another engine is being started. */
export const ENGINE_LOST = 4503;
/** Close code that tells the page that there will be no engine any more. */
export const GIVEN_UP = 4500;

const Hello = z.strictObject({ token: z.string().max(200) });

/** What a socket is led to once it is let in. */
export interface SocketEngine {
  /**
   * Waits until the engine can be spoken to.
   * @returns the number of the engine: where it is another than before, the engine was started again
   * @throws where there will be none
   */
  ready(): Promise<number>;
  /** Lets the socket speak to the engine. */
  connect(socket: WebSocket): unknown;
}

/**
 * Lets a socket in: its first message must carry the token, and soon. From then on it speaks to the engine.
 *
 * @param socket as accepted from our own origin
 * @param gate that knows the token
 * @param engine that answers
 * @param patience how long to wait for the first message, in milliseconds
 */
export function admit(socket: WebSocket, gate: Gate, engine: SocketEngine, patience = 5_000): void {
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
    engine.ready().then(
      (number) => {
        // A page that came with a one-use code needs the token for its uploads, and for coming back.
        socket.send(JSON.stringify({ token: gate.token, engine: number }));
        engine.connect(socket);
      },
      () => socket.close(GIVEN_UP, 'The engine stops again and again.'),
    );
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
