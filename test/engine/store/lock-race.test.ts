import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../kit/project.ts';
import { linesOf, said, start } from './children/start.ts';
import { litterOf } from './files.ts';

const RUNNERS = 8;
const TURNS = 40;

test(`of ${RUNNERS} programs that race for one lock, exactly one has it at a time, whoever lets go when`, async () => {
  const folder = tempFolder();
  const path = join(folder, 'raced.colligo');
  const [diary, go] = [join(folder, 'diary'), join(folder, 'go')];
  const runners = Array.from({ length: RUNNERS }, () => start('contender', [path, diary, String(TURNS), go]));
  await Promise.all(runners.map((runner) => said(runner, linesOf(runner), 1)));
  writeFileSync(go, '');
  const codes = await Promise.all(
    runners.map((runner) => new Promise((resolve) => runner.once('exit', resolve))),
  );
  expect(codes).toEqual(Array(RUNNERS).fill(0));
  const lines = readFileSync(diary, 'utf8').trimEnd().split('\n');
  const turns = Array.from({ length: lines.length / 2 }, (_, turn) => lines.slice(turn * 2, turn * 2 + 2));
  const overlaps = turns.filter(([enter, leave]) => enter?.replace('enter', 'leave') !== leave);
  expect(overlaps).toEqual([]);
  expect(turns).toHaveLength(RUNNERS * TURNS);
  // The lock went from hand to hand: a race in which each had its turns in one go would try nothing.
  const handovers = turns.filter(([enter], turn) => turn > 0 && enter !== turns[turn - 1]?.[0]);
  expect(handovers.length).toBeGreaterThan(RUNNERS);
  expect(litterOf(path)).toEqual([]);
}, 60_000);
