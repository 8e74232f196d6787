import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../src/contract/index.ts';

export interface Picked {
  grant: string;
  name: string;
}

/** What the page knows of its shell, as far as tests use it; src/renderer/client/connect-shell.ts has the words. */
export interface PageShell {
  kind: string;
  client: ContractRouterClient<Contract>;
  pickOpen: ((wish: { purpose: string; multiple?: boolean }) => Promise<Picked[]>) | null;
  drop(file: File): Promise<Picked>;
  onStatus(listener: (status: string) => void): void;
}

/** To be run in the page of `buildConnectPage`: connects, and notes in `window.seen` how the connection stands. */
export const CONNECT = `import('/connect.js').then(async ({ connectShell }) => {
  window.seen = [];
  window.shell = await connectShell();
  window.shell.onStatus((status) => window.seen.push(status));
})`;
