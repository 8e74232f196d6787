import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const REAL = join(ROOT, '../shared/plans');
const OWN = join(ROOT, 'test/fixtures/plans');

/** The folder with the plans: the real ones where they lie beside the checkout, else our small ones. */
export const PLANS = existsSync(join(REAL, 'manifest.json')) ? REAL : OWN;

/** @returns the files that the manifest lists */
export function planFiles(): string[] {
  const { plans } = JSON.parse(readFileSync(join(PLANS, 'manifest.json'), 'utf8')) as {
    plans: { file: string }[];
  };
  return plans.map(({ file }) => join(PLANS, file));
}

/** A plan is about as long as this, in UTF-16 units, however short those are that it is made of. */
const LENGTH = 40_000;

/**
 * Writes many plans made of the few: each holds a plan's paragraphs from another place on, so that no two are equal.
 * @returns their paths
 */
export function writePlans(folder: string, count: number): string[] {
  mkdirSync(folder);
  const sources = planFiles().map((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split(/\n{2,}/),
  );
  for (let number = 0; number < count; number++) {
    const paragraphs = sources[number % sources.length] ?? [];
    const from = Math.floor(number / sources.length) % paragraphs.length;
    const turned = [...paragraphs.slice(from), ...paragraphs.slice(0, from)].join('\n\n');
    const times = Math.max(1, Math.round(LENGTH / turned.length));
    const name = `plan-${String(number).padStart(4, '0')}.md`;
    writeFileSync(join(folder, name), [`# Plan ${number}`, ...Array(times).fill(turned)].join('\n\n'));
  }
  return readdirSync(folder).map((name) => join(folder, name));
}
