import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Drops } from './drops.ts';
import type { Gate } from './gate.ts';
import { plain, SECURITY_HEADERS } from './policy.ts';

/** How it shows that a browser has closed the connection before it had everything. */
const GONE = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);

/** What a request can reach. */
export interface Doors {
  readonly gate: Gate;
  readonly drops: Drops;
  readonly files: (request: Request) => Promise<Response>;
}

/**
 * Answers one HTTP request: the page's files to anybody at this machine, anything else to our own page only.
 *
 * @param doors what there is to reach
 * @param request as it came
 * @returns what to answer; never an error
 */
export async function answer(doors: Doors, request: IncomingMessage): Promise<Response> {
  const { gate } = doors;
  if (!gate.knowsHost(request)) return plain(403, 'This server answers to its own address only.');
  if (gate.isFromOtherPage(request)) return plain(403, 'Another page may not ask this server.');
  const url = URL.canParse(request.url ?? '', gate.origin) ? new URL(request.url ?? '', gate.origin) : null;
  // An absolute URL in the request line could name another host than the header does.
  if (url?.origin !== gate.origin) return plain(400, 'That is not an address of this server.');
  if (url.pathname === '/drop') return drop(doors, request, url);
  // A token in a query would be written into histories and logs: no address here takes any.
  if (url.search !== '') return plain(400, 'This address takes nothing after a question mark.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(405, 'Only GET and HEAD are answered here.');
  const { range } = request.headers;
  return doors.files(new Request(url, { method: request.method, headers: range ? { range } : {} }));
}

async function drop({ gate, drops }: Doors, request: IncomingMessage, url: URL): Promise<Response> {
  if (request.method !== 'POST') return plain(405, 'Files are sent here by POST.', { allow: 'POST' });
  if (!gate.isFromOwnPage(request)) return plain(403, 'Only the page itself may send files.');
  const token = request.headers['x-colligo-token'];
  if (typeof token !== 'string' || !gate.isToken(token))
    return plain(401, 'The token is missing or wrong; open the address that Colligo printed.');
  return drops.receive(request, url.searchParams.get('name') ?? '');
}

/**
 * Sends a web Response by Node's server.
 * @param response to send
 * @param out where to
 * @throws where the body cannot be read; a browser that has gone away meanwhile is no error
 */
export async function send(response: Response, out: ServerResponse): Promise<void> {
  if (out.destroyed) return;
  out.writeHead(response.status, { ...SECURITY_HEADERS, ...Object.fromEntries(response.headers) });
  if (!response.body || out.req.method === 'HEAD') {
    out.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body), out).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!GONE.has(code)) throw error;
  });
}
