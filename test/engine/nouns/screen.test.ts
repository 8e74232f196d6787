import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScreenState } from '../../../src/engine/screen.ts';
import { tempFolder } from '../kit/project.ts';

const PROJECT = '01890000-0000-7000-8000-000000000000';
const OTHER = '01890000-0000-7000-8000-000000000001';

test('whatever was kept last is found again, by project and by name', () => {
  const project = fc.constantFrom(PROJECT, OTHER, null);
  const name = fc.constantFrom('workspace', 'panes', 'scope');
  const steps = fc.array(fc.tuple(project, name, fc.jsonValue({ noUnicodeString: false })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(steps, (kept) => {
      const home = tempFolder();
      const expected = new Map<string | null, Record<string, unknown>>();
      for (const [owner, part, value] of kept) {
        new ScreenState(home).keep(owner, part, value);
        // As JSON has it: minus zero is zero.
        expected.set(owner, { ...expected.get(owner), [part]: JSON.parse(JSON.stringify(value)) });
      }
      for (const owner of [PROJECT, OTHER, null])
        expect(new ScreenState(home).read(owner)).toEqual(expected.get(owner) ?? {});
    }),
    { numRuns: 40 },
  );
});

test('two programs of the same person keep their parts beside each other', () => {
  const home = tempFolder();
  const [first, second] = [new ScreenState(home), new ScreenState(home)];
  first.read(PROJECT);
  second.keep(PROJECT, 'panes', { left: false });
  first.keep(PROJECT, 'scope', { text: 'trust' });
  expect(second.read(PROJECT)).toEqual({ panes: { left: false }, scope: { text: 'trust' } });
});

test('a damaged file counts as empty and is replaced whole', () => {
  const home = tempFolder();
  const folder = join(home, 'screen');
  mkdirSync(folder);
  for (const damaged of ['{not json', '[1]', 'null', '"text"', '']) {
    writeFileSync(join(folder, `${PROJECT}.json`), damaged);
    const screen = new ScreenState(home);
    expect(screen.read(PROJECT)).toEqual({});
    screen.keep(PROJECT, 'panes', { left: true });
    expect(screen.read(PROJECT)).toEqual({ panes: { left: true } });
  }
  expect(readdirSync(folder)).toEqual([`${PROJECT}.json`]);
});

test('a folder in place of the file is of no consequence, and what is too large is not kept', () => {
  const home = tempFolder();
  mkdirSync(join(home, 'screen', 'program.json'), { recursive: true });
  expect(new ScreenState(home).read(null)).toEqual({});
  const screen = new ScreenState(home);
  screen.keep(PROJECT, 'panes', 1);
  screen.keep(PROJECT, 'workspace', 'x'.repeat(5 * 1024 * 1024));
  expect(screen.read(PROJECT)).toEqual({ panes: 1 });
});
