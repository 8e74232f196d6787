import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Folders of the pdf.js package, by the name under which pdf.js asks for a file of theirs. */
const FOLDERS = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
} as const;

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

type Kind = keyof typeof FOLDERS;

/**
 * Makes what gives pdf.js its own data files (fonts for files that bring none, character maps, decoders) from the disk. Its own
 * ways are to fetch them, or to look whether it runs in Node, which it does not see in the utility process of Electron.
 * @param kinds those that it may have; for a file of another it is told that there is none
 * @returns a class as pdf.js wants it for `BinaryDataFactory`
 */
export function packageFiles(...kinds: readonly Kind[]) {
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const own = kinds.find((each) => each === kind);
      if (own === undefined) throw new RangeError(`pdf.js has no files of the kind ${kind}.`);
      return new Uint8Array(await readFile(join(HOME, FOLDERS[own], basename(filename))));
    }
  };
}
