import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPdf, type Pdf, rectOver, widthOf } from '../../../fixtures/pdf/build.ts';
import { withoutTable } from '../../../fixtures/pdf/damage.ts';
import { tempFolder } from '../../kit/project.ts';

const LINE = { text: 'Public bodies will share halls (all) and boats.', x: 72, y: 700 } as const;

/** A little of everything that the writer can write. */
const EVERYTHING: Pdf = {
  title: 'Harbours – a plan',
  language: 'en-GB',
  pages: [
    {
      lines: [
        { text: 'A plan', x: 72, y: 760, size: 20, font: 'Times-Bold', tag: 'H1' },
        { ...LINE, tag: 'P', element: 1 },
        { text: '“Quays”', x: 72, y: 684, tag: 'P', element: 1, actualText: 'Quays' },
        { text: '7', x: 300, y: 30, tag: 'Artifact' },
      ],
      annotations: [{ rects: [rectOver(LINE, 'halls')], note: 'Größe?', colour: '#ffd100' }],
    },
    {
      width: 400,
      height: 300,
      rotate: 90,
      crop: { x: 20, y: 20, width: 300, height: 200 },
      lines: [{ text: 'Upright', x: 200, y: 60, angle: 90, font: 'Courier' }],
    },
    { image: { x: 72, y: 72, width: 100, height: 100 }, userUnit: 2 },
  ],
  labels: [
    { from: 0, style: 'r' },
    { from: 1, prefix: 'A-', style: 'D' },
  ],
  outline: [{ title: 'A plan', page: 0, y: 780, below: [{ title: 'Upright', page: 1 }] }],
};

const FORMS: Readonly<Record<string, Partial<Pdf>>> = {
  plain: {},
  deflated: { deflate: true, named: true },
  'rc4-40': { encrypt: { method: 'rc4-40' } },
  'rc4-128': { encrypt: { method: 'rc4-128' } },
  'aes-128': { encrypt: { method: 'aes-128' } },
  'aes-256': { encrypt: { method: 'aes-256' } },
};

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

function run(program: string, file: Uint8Array, ...args: string[]): { status: number | null; text: string } {
  const path = join(tempFolder(), 'made.pdf');
  writeFileSync(path, file);
  const { status, stdout } = spawnSync(
    program,
    args.map((arg) => (arg === '@' ? path : arg)),
    {
      encoding: 'utf8',
    },
  );
  return { status, text: stdout };
}

it('are the same bytes for the same wishes', () => {
  for (const form of Object.values(FORMS)) {
    expect(buildPdf({ ...EVERYTHING, ...form })).toEqual(buildPdf({ ...EVERYTHING, ...form }));
  }
});

describe.skipIf(!has('qpdf'))('beside qpdf', () => {
  it.each(Object.keys(FORMS))('have nothing to complain about: %s', (name) => {
    expect(run('qpdf', buildPdf({ ...EVERYTHING, ...FORMS[name] }), '--check', '@').status).toBe(0);
  });
});

describe.skipIf(!has('pdftotext'))('beside poppler', () => {
  it.each(Object.keys(FORMS))('hold their words where they were put: %s', (name) => {
    const { text } = run('pdftotext', buildPdf({ ...EVERYTHING, ...FORMS[name] }), '-bbox', '@', '-');
    const [, left] = /xMin="([\d.]+)"[^>]*>halls</.exec(text) ?? [];
    expect(Number(left)).toBeCloseTo(72 + widthOf('Public bodies will share '), 3);
    expect(text).toContain('>Quays<');
  });

  it('are found without their table, too', () => {
    expect(run('pdftotext', withoutTable(buildPdf(EVERYTHING)), '@', '-').text).toContain('Public bodies');
  });
});
