import type { Along, AlongCode, AlongDocument } from '../contract/along.ts';
import { counted } from '../engine/find.ts';

/** How many characters a strip has. */
const STRIP = 50;

/** @returns each document with its codes, and where in it they lie: a character is an equal part of its words */
export function alongLines(
  { codes, documents, beyond }: Along,
  paths: ReadonlyMap<string, string>,
): string[] {
  const pathOf = ({ row }: AlongCode) => paths.get(codes[row] ?? '') ?? '';
  const widest = Math.max(0, ...documents.flatMap((one) => one.codes.map((code) => pathOf(code).length)));
  return [
    ...documents.flatMap((document) => [
      `${document.title}  (${counted(document.words, 'word')}${document.words === 0 ? '' : `, ${percent(document.coded, document.words)} coded`})`,
      ...document.codes.map(
        (code) =>
          `  ${pathOf(code).padEnd(widest)}  ${percent(code.words, document.words).padStart(6)}  |${stripOf(document, code)}|`,
      ),
      '',
    ]),
    `# every word of this part has the code, - some have it. Of each document ${STRIP} equal parts, from its first word to its last.`,
    ...(beyond === 0 ? [] : [`Left out: ${counted(beyond, 'document')} beyond the first sixty.`]),
  ];
}

function stripOf({ words }: AlongDocument, { stretches }: AlongCode): string {
  const parts = Math.min(STRIP, words);
  return Array.from({ length: parts }, (_, part) => {
    const [start, end] = [Math.floor((part * words) / parts), Math.floor(((part + 1) * words) / parts)];
    const covered = stretches.reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
      0,
    );
    return covered === 0 ? ' ' : covered === end - start ? '#' : '-';
  }).join('');
}

const percent = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : (part / whole) * 100).toFixed(1)}%`;
