import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES, Place, ROOT } from './kit/place.ts';
import type { Applied, Passages } from './kit/shapes.ts';
import { expectExactQuotes } from './kit/texts.ts';

const UK = join(ROOT, '../shared/plans/pdf/uk.pdf');

// Skipped where the plans do not lie beside the checkout.
describe.skipIf(!existsSync(UK))('a plan as it was published', () => {
  it('is imported, coded, listed, reviewed, undone, checked and exported as a text is', async () => {
    const place = new Place();
    await place.ok('new', 'p.colligo', '--title', 'Published', '--coder', 'A. Coder');
    const imported = await place.ok('import', 'p.colligo', UK, '--title', 'UK (PDF)');
    expect(imported).toMatch(/16 pages/);
    await place.ok('codebook', 'import', 'p.colligo', CODES);
    const code = ['code', 'p.colligo', '--document', 'UK (PDF)', '--code', 'Compute'];
    for (const unit of ['match', 'sentence', 'paragraph', 'section']) {
      const { matches, applied } = await place.json<Applied>(...code, '--match', 'compute', '--unit', unit);
      expect([matches > 30, applied > 0]).toEqual([true, true]);
    }
    await place.ok(...code, '--page', '4', '--region', '50,100,300,200');
    const { passages } = await place.json<Passages>('passages', 'p.colligo', '--code', 'Compute');
    await expectExactQuotes(
      place,
      passages.filter(({ quote }) => quote !== ''),
    );
    const listed = await place.ok('passages', 'p.colligo', '--code', 'Compute');
    expect(listed).toContain('uk part of page 4 [Capability / Compute]\n');
    // Page 4 is where the chapter on compute begins, and the words there say so.
    expect(listed).toMatch(
      /^uk p\. 4 ¶ \d+ \[Capability \/ Compute\] Of course, the UK does not need to own/m,
    );
    await place.ok('review', 'p.colligo', '--document', 'UK (PDF)', '--code', 'Compute');
    await place.ok('export', 'p.colligo', 'dataset', '--images');
    await place.ok('undo', 'p.colligo');
    await place.ok('redo', 'p.colligo');
    expect(await place.ok('check', 'p.colligo')).toContain('is sound');
    await place.ok('export', 'p.colligo', 'again', '--images');
    const sums = (folder: string) => readFileSync(place.at(folder, 'SHA256SUMS'), 'utf8');
    expect(sums('dataset')).toMatch(/images\/.*\.png/);
    expect(sums('again')).toBe(sums('dataset'));
  });
});
