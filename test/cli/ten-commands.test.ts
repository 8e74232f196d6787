import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES, Place, ROOT } from './kit/place.ts';
import type { Checked, History, Passages } from './kit/shapes.ts';
import { expectExactQuotes } from './kit/texts.ts';

const REAL = join(ROOT, '../shared/plans/manifest.json');

/** The commands of the README, in its order. */
const commands = (manifest: string, document: string): string[][] => [
  ['new', 'p.colligo', '--title', 'AI plans', '--coder', 'A. Coder'],
  ['import', 'p.colligo', manifest],
  ['codebook', 'import', 'p.colligo', '--ready', 'ai-action-plans'],
  [
    'code',
    'p.colligo',
    '--document',
    document,
    '--code',
    'Compute',
    '--match',
    'semiconductor',
    '--unit',
    'paragraph',
  ],
  ['passages', 'p.colligo', '--code', 'Compute'],
  ['review', 'p.colligo', '--document', document, '--code', 'Compute'],
  ['undo', 'p.colligo'],
  ['redo', 'p.colligo'],
  ['history', 'p.colligo'],
  ['export', 'p.colligo', 'dataset'],
  ['check', 'p.colligo'],
];

const PLANS = [
  { name: 'the plans beside the checkout', manifest: REAL, document: 'us', documents: 6 },
  { name: 'the small plans', manifest: join(FIXTURES, 'manifest.json'), document: 'north', documents: 2 },
];

describe.each(PLANS)('the way through the command line, with $name', ({ manifest, document, documents }) => {
  it('works in this order and says a line or more at every step', async (context) => {
    if (!existsSync(manifest)) context.skip('the plans are not beside this checkout');
    const place = new Place();
    for (const command of commands(manifest, document)) {
      const said = await place.ok(...command);
      expect(said.trim(), command.join(' ')).not.toBe('');
      expect(said.endsWith('\n')).toBe(true);
    }
    expect(statSync(place.at('dataset/datapackage.json')).isFile()).toBe(true);
    // The project is one file: no log, no lock and no draft stays beside it.
    expect(readdirSync(place.folder).sort()).toEqual(['.home', 'dataset', 'p.colligo']);
  });

  it('works with --json at every step, and prints one document each time', async (context) => {
    if (!existsSync(manifest)) context.skip('the plans are not beside this checkout');
    const place = new Place();
    const said = new Map<string, unknown>();
    for (const command of commands(manifest, document)) {
      said.set(command[0] === 'codebook' ? 'codebook' : (command[0] ?? ''), await place.json(...command));
    }
    const { passages, total, documents: within } = said.get('passages') as Passages;
    expect(total).toBe(passages.length);
    expect(within).toBe(1);
    expect(passages.length).toBeGreaterThan(2);
    for (const { quote, codes } of passages) {
      expect(quote.toLowerCase()).toContain('semiconductor');
      expect(codes.map((code) => code.path)).toEqual(['Infrastructure / Compute']);
    }
    await expectExactQuotes(place, passages);
    const { steps } = said.get('history') as History;
    expect(steps.map((step) => step.kind)).toEqual(['redo', 'undo', 'do', 'do', 'do', 'do', 'base']);
    expect(new Set(steps.map((step) => step.coder.name))).toEqual(new Set(['A. Coder']));
    const { ok, checked } = said.get('check') as Checked;
    expect({ ok, documents: checked['documents'] }).toEqual({ ok: true, documents });
  });
});
