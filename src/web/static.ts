import { open, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentPolicy, plain, SECURITY_HEADERS } from './policy.ts';
import { parseRange } from './range.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.icc': 'application/vnd.iccprofile',
  '.webmanifest': 'application/manifest+json',
};

/** Where the built page lies and what it may speak to. */
export interface StaticOptions {
  readonly root: string;
  /** Source for connect-src beside the page's own origin: the browser shell's WebSocket. */
  readonly connect?: string;
}

/**
 * Serves the built page. It holds no data, so it needs no token; and it is written against the web's own Request and
 * Response, so that Electron's protocol handler and the browser shell answer alike.
 *
 * @param options where the page lies
 * @returns a handler for GET and HEAD that never reads outside the root
 */
export function staticHandler(options: StaticOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
    }
    const path = locate(options.root, new URL(request.url).pathname);
    const facts = path === null ? null : await stat(path).catch(() => null);
    if (path === null || !facts?.isFile()) return plain(404, 'There is no such file.');
    return file(path, facts.size, request, options.connect);
  };
}

/** @returns the file a URL path stands for, or null where it would lead anywhere but down from the root */
function locate(root: string, pathname: string): string | null {
  let plainPath: string;
  try {
    plainPath = decodeURIComponent(pathname);
  } catch {
    return null; // Not UTF-8: no file of ours has such a name.
  }
  const parts = plainPath.split('/').filter((part) => part !== '');
  // Dots in front catch `..` and hidden files; the rest are separators and drive letters of other systems.
  if (parts.some((part) => part.startsWith('.') || /[\\:\0]/.test(part))) return null;
  const path = join(root, ...(parts.length === 0 ? ['index.html'] : parts));
  return path.startsWith(root.endsWith(sep) ? root : root + sep) ? path : null;
}

async function file(path: string, size: number, request: Request, connect?: string): Promise<Response> {
  const range = parseRange(request.headers.get('range'), size);
  if (range === 'unsatisfiable') {
    return plain(416, 'The file is shorter than that.', { 'content-range': `bytes */${size}` });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const headers = {
    ...SECURITY_HEADERS,
    'content-security-policy': contentPolicy(connect),
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    'cache-control': extname(path) === '.html' ? 'no-store' : 'no-cache',
    'content-length': String(end - start + 1),
    ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
  };
  const status = range ? 206 : 200;
  if (request.method === 'HEAD' || size === 0) return new Response(null, { status, headers });
  const handle = await open(path);
  const stream = handle.createReadStream({ start, end, highWaterMark: 256 * 1024 });
  return new Response(ReadableStream.from<Uint8Array>(stream), { status, headers });
}
