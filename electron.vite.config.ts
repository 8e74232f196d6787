import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** How long a plugin takes says nothing to the person who types `npm start`. */
const checks = { bundlerTimings: false };

const source = (path: string) => join(import.meta.dirname, 'src', path);

/** Every program that Node or Electron starts by its file name, as `out/main/<name>.js`. */
const programs = {
  index: source('main/index.ts'),
  web: source('web/index.ts'),
  cli: source('cli/index.ts'),
  'engine-utility': source('engine/entry-utility.ts'),
  'engine-child': source('engine/entry-child.ts'),
  'read-worker': source('engine/read-worker.ts'),
  'parse-worker': source('engine/import/parse-worker.ts'),
  'exchange-worker': source('engine/exchange/exchange-worker.ts'),
  'sample-maker': source('engine/sample/entry.ts'),
};

/** What pdf.js fetches as it needs it, put beside the page as pdfjs/: nothing is ever fetched from elsewhere. */
const pdfjsFiles = (): Plugin => ({
  name: 'pdfjs-files',
  apply: 'build',
  generateBundle() {
    const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
      // What runs a form's scripts stays away: none is ever run.
      for (const name of readdirSync(join(home, folder)).filter((each) => !/quickjs/i.test(each)))
        this.emitFile({
          type: 'asset',
          fileName: `pdfjs/${folder}/${name}`,
          source: readFileSync(join(home, folder, name)),
        });
    }
  },
});

/** The sample project, made by the engine that has just been built, so that it is never older than that. */
const sampleProject = (): Plugin => ({
  name: 'sample-project',
  apply: 'build',
  writeBundle() {
    const maker = join(import.meta.dirname, 'out/main/sample-maker.js');
    execFileSync(process.execPath, [maker], { stdio: 'inherit' });
  },
});

export default defineConfig({
  main: {
    plugins: [sampleProject()],
    // A library that could ask the network is left out, with the library that it would ask by.
    resolve: {
      alias: { '@digitalbazaar/http-client': source('engine/exchange/codebook/skos/no-network.ts') },
    },
    build: {
      // What package.json lists under `dependencies` (native code, and ws, which looks for optional native
      // helpers) stays in node_modules; everything else is bundled. That is electron-vite's default.
      sourcemap: true,
      rolldownOptions: {
        checks,
        // A program that is not written yet does not stop the others; test/scripts/build.test.ts misses it.
        input: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(file))),
        output: {
          entryFileNames: '[name].js',
          // Chunks lie beside the programs, so that `new URL('./read-worker.js', import.meta.url)` holds in both.
          chunkFileNames: 'chunk-[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload may ask for electron only, and cannot load a module: one CommonJS file.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        checks,
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react(), pdfjsFiles()],
    worker: { format: 'es' },
    build: {
      minify: true,
      // The page comes from this machine, so one large file costs nothing to fetch.
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { checks, input: { index: source('renderer/index.html') } },
    },
  },
});
