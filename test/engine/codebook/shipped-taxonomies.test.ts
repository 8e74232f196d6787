import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PALETTE } from '../../../src/engine/codebook/colours.ts';
import { importTaxonomy } from '../../../src/engine/codebook/import.ts';
import { listCodes } from '../../../src/engine/codebook/read.ts';
import { listReady, readReady } from '../../../src/engine/codebook/ready.ts';
import type { TaxonomyCode } from '../../../src/engine/codebook/taxonomy.ts';
import { newProject } from '../kit/project.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PLANS = join(ROOT, '../shared/plans');
const PAGE = join(ROOT, 'docs/taxonomy.md');

/** How many themes and codes each has. */
const SIZES = {
  'ai-action-plans': { themes: [10, 12], codes: [50, 70] },
  'climate-adaptation': { themes: [5, 6], codes: [20, 30] },
} as const;

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** As many equal words in a row would look copied. */
const RUN = 8;

const flat = (codes: readonly TaxonomyCode[]): readonly TaxonomyCode[] =>
  codes.flatMap((code) => [code, ...flat(code.children ?? [])]);

/** What is said in quotation marks. */
const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/“([^”]*)”/g)].map(([, name]) => name ?? '');

/** Every run of eight words, folded to letters. */
function runs(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((_, at) => words.slice(at, at + RUN).join(' ')).slice(0, 1 - RUN));
}

it('ships the two that are described here, and says what each is', async () => {
  const ready = await listReady();
  expect(ready.map(({ key }) => key)).toEqual(Object.keys(SIZES));
  for (const { title, description } of ready) {
    expect(title).not.toBe('');
    expect(description.length).toBeGreaterThan(30);
    expect(description.length).toBeLessThan(120);
  }
  await expect(readReady('../fixtures/codes')).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { candidates: Object.keys(SIZES) },
  });
});

describe.each(Object.entries(SIZES))('%s', (key, { themes, codes }) => {
  it('has themes that only group, and as many codes as one person can keep apart', async () => {
    const tree = (await readReady(key)).codes;
    expect(tree.length).toBeGreaterThanOrEqual(themes[0]);
    expect(tree.length).toBeLessThanOrEqual(themes[1]);
    for (const theme of tree) {
      expect(theme).toMatchObject({ codable: false, definition: expect.stringMatching(/\w{3}/) });
      expect(theme.children?.length, theme.name).toBeGreaterThan(2);
    }
    const below = tree.flatMap((theme) => theme.children ?? []);
    expect(below.length).toBeGreaterThanOrEqual(codes[0]);
    expect(below.length).toBeLessThanOrEqual(codes[1]);
  });

  it('says of every code what it is, when it is used, when not, and gives an example', async () => {
    for (const theme of (await readReady(key)).codes)
      for (const { name, definition, useWhen, useNotWhen, example, codable, children } of theme.children ??
        []) {
        expect({ codable, children }, name).toEqual({ codable: undefined, children: undefined });
        for (const text of [definition, useWhen, useNotWhen]) expect(text, name).toMatch(/^[A-Z].*\.$/);
        expect(example, name).toMatch(/^“[^“”]+\.”$/);
      }
  });

  it('names in “not when” other codes that there are', async () => {
    const all = flat((await readReady(key)).codes);
    const applicable = new Set(all.filter((code) => code.codable !== false).map(({ name }) => name));
    for (const { name, useNotWhen = '', codable } of all) {
      if (codable === false) continue;
      const others = quoted(useNotWhen);
      expect(others.length, name).toBeGreaterThan(0);
      expect(others, name).not.toContain(name);
      expect(
        others.filter((other) => !applicable.has(other)),
        name,
      ).toEqual([]);
    }
  });

  it('has names and identities of their own, and a colour a theme', async () => {
    const tree = (await readReady(key)).codes;
    const all = flat(tree);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, name } of all) expect(id, name).toMatch(UUID_7);
    expect(new Set(tree.map(({ colour }) => colour)).size).toBe(tree.length);
    for (const theme of tree) {
      expect(PALETTE).toContain(theme.colour);
      expect(new Set(theme.children?.map(({ colour }) => colour))).toEqual(new Set([theme.colour]));
    }
  });

  it('becomes a codebook in one step that undo takes back', async () => {
    const project = await newProject();
    const { title, codes: tree } = await readReady(key);
    const made = importTaxonomy(project, tree, `“${title}”`);
    expect(made.result).toEqual({ added: flat(tree).length, skipped: 0 });
    expect(listCodes(project.db).map(({ name }) => name)).toEqual(flat(tree).map(({ name }) => name));
    expect(importTaxonomy(project, tree, `“${title}”`).result).toEqual({
      added: 0,
      skipped: flat(tree).length,
    });
    project.undo();
    expect(listCodes(project.db)).toEqual([]);
  });
});

it('is in words of its own, and so is the page about it', async (context) => {
  if (!existsSync(PLANS)) context.skip('the plans are not beside this checkout');
  const files = readdirSync(PLANS).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(files.length).toBe(6);
  const theirs = files.map((name) => runs(readFileSync(join(PLANS, name), 'utf8')));
  const texts = (await readReady('ai-action-plans')).codes
    .flatMap((theme) => flat([theme]))
    .flatMap(({ definition = '', useWhen = '', useNotWhen = '', example = '' }) => [
      definition,
      useWhen,
      useNotWhen,
      example,
    ]);
  for (const text of [...texts, readFileSync(PAGE, 'utf8')])
    for (const run of runs(text))
      expect(
        theirs.some((plan) => plan.has(run)),
        run,
      ).toBe(false);
});

it('has a page that knows every theme, and no code that there is not', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const tree = (await readReady('ai-action-plans')).codes;
  for (const { name, children } of tree) expect(page).toContain(`| ${name} | ${children?.length} |`);
  for (const { codes, themes } of await listReady())
    expect(page).toContain(`${codes} codes in ${themes} themes`);
  const names = new Set(flat(tree).map(({ name }) => name));
  expect(quoted(page).filter((name) => !names.has(name))).toEqual([]);
});
