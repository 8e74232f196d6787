// node scripts/icons.mjs: draws the icons of the program and of its files from resources/icons/*.svg, in the forms that
// the three systems want. The results are checked in: only who changes a drawing needs to run this.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { launch, run } from './child.mjs';
import { ensureInstalled } from './ensure.mjs';
import { icns, ico } from './icon-files.mjs';
import { modernNode, root } from './node.mjs';

const FOLDER = join(root, 'resources', 'icons');
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 20, 24, 32, 40, 48, 64, 256];
const MAC = [32, 64, 128, 256, 512, 1024];

/** Below this many pixels the plate of the program's icon would leave nothing of the page: the page is drawn alone. */
const SMALL = 40;

/**
 * @param {number} size in pixels
 * @returns {string} the program's drawing at this size; Windows and Linux have less air around it than macOS
 */
function app(size) {
  if (size < SMALL) return read(join(root, 'src', 'renderer', 'icon.svg'));
  return read(join(FOLDER, 'app.svg')).replace('viewBox="0 0 1024 1024"', 'viewBox="72 72 880 880"');
}

/** @returns {string} */
const appOnMac = () => read(join(FOLDER, 'app.svg'));

/** @returns {string} */
const document = () => read(join(FOLDER, 'document.svg'));

/**
 * @param {string} path
 * @returns {string}
 */
function read(path) {
  return readFileSync(path, 'utf8');
}

/**
 * Draws pictures.
 *
 * @param {readonly number[]} sizes in pixels
 * @param {(size: number) => string} svg the drawing for a size
 * @returns {Promise<import('./icon-files.mjs').Picture[]>}
 */
async function draw(sizes, svg) {
  /** @type {typeof import('@napi-rs/canvas')} */
  const { createCanvas, loadImage } = createRequire(join(root, 'package.json'))('@napi-rs/canvas');
  return Promise.all(
    sizes.map(async (size) => {
      // The drawing is given its size, so that lines are drawn rather than a picture scaled.
      const sized = svg(size).replace('<svg ', `<svg width="${size}" height="${size}" `);
      const canvas = createCanvas(size, size);
      const context = canvas.getContext('2d');
      context.drawImage(await loadImage(Buffer.from(sized)), 0, 0, size, size);
      const { data } = context.getImageData(0, 0, size, size);
      return { size, png: canvas.toBuffer('image/png'), rgba: data };
    }),
  );
}

/**
 * @param {string} name below resources/icons
 * @param {Uint8Array} bytes
 */
function write(name, bytes) {
  const path = join(FOLDER, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  console.log(`resources/icons/${name}: ${bytes.length} bytes`);
}

await launch(async () => {
  await ensureInstalled();
  // What draws is native code for a newer Node than may have been started.
  if (process.execPath !== modernNode()) return run(modernNode(), process.argv.slice(1));
  for (const { size, png } of await draw(LINUX, app)) write(`linux/${size}x${size}.png`, png);
  write('app.ico', ico(await draw(WINDOWS, app)));
  write('app.icns', icns(await draw(MAC, appOnMac)));
  write('document.ico', ico(await draw(WINDOWS, document)));
  write('document.icns', icns(await draw(MAC, document)));
  return 0;
});
