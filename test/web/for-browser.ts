import { startWebShell, type WebShell, type WebShellOptions } from '../../src/web/server.ts';
import { type SmallEngine, smallEngine } from './small-engine.ts';

/** Starts a browser shell over a small engine, for a page in a real browser. */
export async function serveForBrowser(
  options: WebShellOptions,
): Promise<{ shell: WebShell; engine: SmallEngine }> {
  const engine = smallEngine();
  return { engine, shell: await startWebShell(engine, options) };
}
