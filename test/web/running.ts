import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startWebShell, type WebShell, type WebShellOptions } from '../../src/web/server.ts';
import { type SmallEngine, smallEngine } from './small-engine.ts';

/** A browser shell that serves a page of three files and a small engine, for one test. */
export interface Running {
  readonly shell: WebShell;
  readonly engine: SmallEngine;
  readonly token: string;
  readonly host: string;
  readonly origin: string;
  /** Sends a request exactly as written: fetch would tidy up the path and forbid the Host. */
  send(path: string, options?: Sent): Promise<Answer>;
  /** Opens a socket as a page of this origin would, unless told otherwise. */
  socket(headers?: Record<string, string>, path?: string): WebSocket;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** @returns a folder that goes when the test is over */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'colligo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts one; it stops when the test is over. */
export async function running(options: Partial<WebShellOptions> = {}): Promise<Running> {
  const outside = scratch();
  const root = join(outside, 'page');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<!doctype html><html><head><title>t</title></head></html>');
  writeFileSync(join(root, 'assets', 'a.js'), '0123456789');
  writeFileSync(join(root, '.hidden'), 'hidden');
  const engine = smallEngine();
  const shell = await startWebShell(engine, { root, ...options });
  onTestFinished(() => shell.close());
  const host = `127.0.0.1:${shell.port}`;
  const origin = `http://${host}`;
  return {
    shell,
    engine,
    token: new URL(shell.address).hash.slice('#t='.length),
    host,
    origin,
    send: (path, sent = {}) => send(shell.port, path, sent),
    socket: (headers = { origin }, path = '/rpc') => new WebSocket(`ws://${host}${path}`, { headers }),
  };
}

function send(port: number, path: string, { method = 'GET', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** How a socket ended: the close code, or the HTTP status that it was refused with. */
export function ending(socket: WebSocket): Promise<{ code: number } | { status: number }> {
  return new Promise((resolve) => {
    socket.on('close', (code) => resolve({ code }));
    socket.on('unexpected-response', (_request, response) => resolve({ status: response.statusCode ?? 0 }));
    socket.on('error', () => undefined); // One of the others tells how.
  });
}

/** Sends the first message and waits for the welcome. */
export async function enter(socket: WebSocket, token: string): Promise<string> {
  await new Promise((resolve) => socket.once('open', resolve));
  const welcome = new Promise<string>((resolve) =>
    socket.once('message', (data) => resolve(data.toString())),
  );
  socket.send(JSON.stringify({ token }));
  return welcome;
}
