import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { everythingIn } from './kit/content.ts';
import { writeLarge } from './kit/generate.ts';
import { Place, type Started } from './kit/place.ts';
import type { Imported } from './kit/shapes.ts';

const MIB = 1024 * 1024;

/** @returns the most memory that a program held at once, in MiB, as far as Linux tells; polled until it ends */
async function peakOf({ child, ended }: Started): Promise<number> {
  let peak = 0;
  const look = () => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has just ended; what was seen before stands.
    }
  };
  const timer = setInterval(look, 20);
  await ended.finally(() => clearInterval(timer));
  return peak;
}

it.each(['txt', 'md'])(
  'a .%s of 50 MB ends in one sentence or in the project, below 1 GiB',
  { timeout: 180_000 },
  async (ending) => {
    const place = new Place();
    await place.ok('new', 'p.colligo', '--coder', 'A. Coder');
    const file = `large.${ending}`;
    writeLarge(place.at(file), 50 * MIB);
    const before = everythingIn(place.at('p.colligo'));
    const started = place.start(['import', 'p.colligo', file, '--json']);
    const peak = await peakOf(started);
    const { code, stdout, stderr } = await started.ended;
    const report = JSON.parse(stdout) as Imported;
    if (code === 0) {
      expect(report).toMatchObject({ imported: 1, failed: 0 });
      expect(stderr).toBe('');
    } else {
      expect(report).toMatchObject({ step: null, imported: 0, failed: 1 });
      expect(stderr).toMatch(new RegExp(`^${file}: [^\n]+\\.\n$`));
      expect(everythingIn(place.at('p.colligo'))).toBe(before);
      expect(statSync(place.at('p.colligo')).size).toBeLessThan(MIB);
    }
    if (process.platform === 'linux') expect(peak).toBeGreaterThan(20);
    expect(peak).toBeLessThan(1024);
    await place.ok('check', 'p.colligo');
  },
);
