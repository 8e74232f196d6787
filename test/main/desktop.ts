import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import type { Contract } from '../../src/contract/index.ts';
import { serveEngine } from '../../src/engine/process/serve.ts';
import { CHANNELS } from '../../src/main/electron-api.ts';
import { prepare, startShell } from '../../src/main/shell.ts';
import { type FakeElectron, fakeElectron } from './fake-electron.ts';
import type { FakePort } from './fake-ports.ts';
import { quitAndWait } from './quit.ts';

/** A page's two ends. */
export interface Page {
  readonly client: ContractRouterClient<Contract>;
  /** The shell's own port. */
  readonly verbs: MessagePort;
  /** Sends a wish and waits for its answer. */
  ask(wish: object): Promise<Record<string, unknown>>;
}

/** @returns a folder that goes when the test is over */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'colligo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the desktop shell over a fake Electron and the real engine; it quits when the test is over. */
export async function startDesktop(
  fake: FakeElectron = fakeElectron(serveEngine),
  argv: readonly string[] = ['colligo'],
  home: string = scratch(),
): Promise<FakeElectron> {
  prepare(fake.api, home);
  const folder = join(import.meta.dirname, '../../out/main');
  const window = await startShell(fake.api, { folder, home, argv, cwd: home });
  if (window) onTestFinished(() => quitAndWait(fake));
  return fake;
}

/** Asks for ports as the preload does when a page has loaded. */
export async function loadPage(fake: FakeElectron): Promise<Page> {
  const { webContents } = fake.window();
  const [engine, verbs] = await new Promise<readonly FakePort[]>((resolve) => {
    webContents.once('sent', (_channel, ports) => resolve(ports));
    fake.ipc.emit(CHANNELS.connect, { senderFrame: webContents.mainFrame });
  });
  if (!engine || !verbs) throw new Error('Two ports were expected.');
  const link = new RPCLink({ port: engine.raw });
  onTestFinished(() => {
    engine.close();
    verbs.close();
  });
  return {
    client: createORPCClient(link),
    verbs: verbs.raw,
    ask: (wish) => {
      const answer = new Promise<Record<string, unknown>>((resolve) => verbs.raw.once('message', resolve));
      verbs.raw.postMessage(wish);
      return answer;
    },
  };
}
