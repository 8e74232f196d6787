import { closeSync, openSync, writeSync } from 'node:fs';

const WORDS =
  'harbour winter ministry school quay lamp council bread river engine paper market island bridge copper garden'.split(
    ' ',
  );

/** @returns a paragraph of some thirty words that differs from its neighbours */
export function paragraph(number: number): string {
  const words = Array.from({ length: 30 }, (_, index) => WORDS[(number * 7 + index * index) % WORDS.length]);
  return `Paragraph ${number} speaks of ${words.join(' ')}. It ends with the number ${number * number}.`;
}

/** Writes a text file of at least this many bytes, in paragraphs; no more than a piece of it is ever in memory. */
export function writeLarge(path: string, bytes: number, salt = 0): void {
  const file = openSync(path, 'w');
  try {
    let written = 0;
    for (let number = salt; written < bytes; ) {
      let piece = '';
      for (const last = number + 2000; number < last; number++) piece += `${paragraph(number)}\n\n`;
      written += writeSync(file, piece);
    }
  } finally {
    closeSync(file);
  }
}
