import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const entry = resolve(import.meta.dirname, '../../src/renderer/client/connect.ts');

/**
 * Builds a page that holds nothing but the page's own way to its engine, so that this can be tried in a browser without
 * the rest of the workbench: `/connect.js` exports `connectShell`.
 * @param folder where index.html and connect.js go
 */
export async function buildConnectPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      lib: { entry, formats: ['es'], fileName: () => 'connect.js' },
    },
  });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Connection</title>');
}
