// Trying a packaged Colligo without Electron: all but the window runs on plain Node.
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from './child.mjs';
import { listFiles, writeText } from './fresh.mjs';
import { Explained, modernNode, root } from './node.mjs';

/**
 * Makes what stands in for Electron's runtime on Linux: as much of it as electron-builder touches.
 *
 * @param {string} folder made anew
 * @returns {string} the folder
 */
export function standIn(folder) {
  rmSync(folder, { recursive: true, force: true });
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  const note = "In place of Electron's runtime.\n";
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'resources/default_app.asar'])
    writeText(join(folder, name), note);
  writeText(join(folder, 'version'), version);
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\necho "${note.trim()}"\nexit 1\n`, { mode: 0o755 });
  return folder;
}

/**
 * Looks at what a package contains, then works with it on plain Node, away from the checkout and its modules.
 *
 * @param {string} app the folder with the program's package.json
 * @returns {Promise<void>}
 * @throws {Explained} where something is missing, too much or does not work
 */
export async function checkPackage(app) {
  const folder = mkdtempSync(join(tmpdir(), 'colligo-package-'));
  try {
    const here = join(folder, 'app');
    cpSync(app, here, { recursive: true });
    checkLayout(here);
    await checkCommands(here, folder);
    await checkWorkbench(here, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {boolean} holds
 * @param {string} what in a sentence, said either way
 */
function expect(holds, what) {
  if (!holds) throw new Explained(`Not so: ${what}`);
  console.log(`✓ ${what}`);
}

/** @param {string} app */
function checkLayout(app) {
  const files = listFiles(app, readdirSync(app).sort());
  const has = (/** @type {string} */ path) => files.includes(path);
  const kind = `${process.platform}-${process.arch}`;
  const packages = new Set(
    files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
  );
  const canvas = [...packages].filter((name) => name.startsWith('@napi-rs/canvas-'));
  expect(
    canvas.length === 1 && canvas[0]?.startsWith(`@napi-rs/canvas-${kind}`) === true,
    `of what draws there is the part for ${kind} alone`,
  );
  expect(
    [...packages].sort().join() ===
      ['@napi-rs/canvas', ...canvas, 'better-sqlite3', 'pdfjs-dist', 'ws'].join(),
    `of node_modules there is only what is not bundled: ${[...packages].join(', ')}`,
  );
  const prebuilt = files.filter((file) => file.startsWith('node_modules/better-sqlite3/prebuilds/'));
  expect(prebuilt.join() === `node_modules/better-sqlite3/prebuilds/${kind}.node`, 'of SQLite, too');
  const wanted = [
    'index',
    'engine-utility',
    'engine-child',
    'read-worker',
    'parse-worker',
    'exchange-worker',
    'web',
    'cli',
  ];
  expect(
    [
      ...wanted.map((name) => `out/main/${name}.js`),
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ].every(has),
    'every program and the page are there',
  );
  const ours = listFiles(root, ['resources', 'docs', 'LICENSE']);
  const gone = ours.filter((file) => !has(file));
  expect(gone.length === 0, `all of resources and docs is there${gone.length ? `, but ${gone}` : ''}`);
  expect(has('out/licences.txt'), 'the licences of what is bundled are there');
  const stray = files.filter((file) => /\.(map|ts|tsx|tsbuildinfo)$|^(src|test|scripts)\//.test(file));
  expect(stray.length === 0, `no sources, types and maps are there${stray.length ? `: ${stray[0]}` : ''}`);
  const bytes = files.reduce((sum, file) => sum + readFileSync(join(app, file)).length, 0);
  console.log(`  ${files.length} files, ${(bytes / 1_000_000).toFixed(1)} MB without Electron`);
}

/**
 * @param {string} app
 * @param {string} folder to work in
 */
async function checkCommands(app, folder) {
  const project = join(folder, 'Plans.colligo');
  const plan = join(folder, 'plan.pdf');
  writeFileSync(plan, pdf('Public computing centres are opened in every region.'));
  /** @param {...string} args */
  const colligo = async (...args) => {
    const { code, said } = await node(app, 'cli.js', args, folder);
    const command = args.filter((arg) => /^[a-z]+$/.test(arg)).join(' ');
    expect(code === 0, `colligo ${command} works${code === 0 ? '' : `: ${said}`}`);
    return said;
  };
  await colligo('new', project, '--title', 'Plans', '--coder', 'Coder A');
  await colligo('import', project, plan);
  /** @type {{ ready: { key: string, codes: number }[] }} */
  const { ready } = JSON.parse(await colligo('codebook', 'ready', '--json'));
  const codes = ready.reduce((sum, taxonomy) => sum + taxonomy.codes, 0);
  expect(codes > 0, `${codes} codes ship in ${ready.length} taxonomies`);
  for (const { key } of ready) await colligo('codebook', 'import', project, '--ready', key);
  const sample = join(folder, 'Sample.colligo');
  await colligo('sample', sample);
  await colligo('check', sample);
  writeFileSync(join(folder, 'codes.txt'), 'Figures\n');
  await colligo('codebook', 'import', project, join(folder, 'codes.txt'));
  await colligo('code', project, '--document', 'plan', '--code', 'Figures', '--match', 'region');
  const region = ['--page', '1', '--region', '60,60,300,60'];
  await colligo('code', project, '--document', 'plan', '--code', 'Figures', ...region);
  await colligo('export', project, join(folder, 'dataset'), '--images');
  const pictures = listFiles(join(folder, 'dataset'), ['.']).filter((file) => file.endsWith('.png'));
  expect(pictures.length === 1, 'the part of the page was drawn for the dataset');
  await colligo('check', project);
}

/**
 * @param {string} app
 * @param {string} folder to work in
 */
async function checkWorkbench(app, folder) {
  const child = start(app, 'web.js', [join(folder, 'Plans.colligo'), '--no-open'], folder);
  try {
    const address = await new Promise((resolve, reject) => {
      let said = '';
      const hear = (/** @type {Buffer} */ bytes) => {
        said += bytes;
        const found = /http:\S+/.exec(said)?.[0];
        if (found) resolve(new URL(found));
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => reject(new Explained(`The browser shell did not start: ${said}`)));
    });
    const page = await fetch(new URL('/', address));
    const text = await page.text();
    expect(
      page.status === 200 && text.includes('id="root"'),
      'the browser shell opens the project and serves the page',
    );
    const script = /src="([^"]+\.js)"/.exec(text)?.[1] ?? '';
    expect((await fetch(new URL(script, address))).status === 200, 'and the program in it');
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  expect(!existsSync(join(folder, 'Plans.colligo-wal')), 'and closes the project when it stops');
}

/**
 * @param {string} app
 * @param {string} program in out/main
 * @param {readonly string[]} args
 * @param {string} folder to work in, and to keep settings in
 */
function start(app, program, args, folder) {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const env = environment(modernNode(), { COLLIGO_HOME: home, HOME: home, NODE_PATH: '' });
  return spawn(modernNode(), [join(app, 'out', 'main', program), ...args], { cwd: folder, env });
}

/**
 * @param {string} app
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {Promise<{ code: number | null, said: string }>}
 */
function node(app, program, args, folder) {
  return new Promise((resolve, reject) => {
    const child = start(app, program, args, folder);
    let said = '';
    let complained = '';
    child.stdout.on('data', (bytes) => (said += bytes));
    child.stderr.on('data', (bytes) => (complained += bytes));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said: code === 0 ? said : complained }));
  });
}

/**
 * A PDF of one page that brings no font, so that what reads it must find its own.
 *
 * @param {string} line what stands on the page
 * @returns {string}
 */
function pdf(line) {
  const text = `BT /F 12 Tf 72 720 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}
