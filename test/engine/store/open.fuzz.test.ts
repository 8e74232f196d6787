import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../../src/contract/procedure.ts';
import { tempFolder } from '../kit/project.ts';
import type { Outcome } from './children/opener.ts';
import { run } from './children/start.ts';
import { soundBytes } from './everything.ts';
import { hashOf, litterOf } from './files.ts';
import { Random } from './random.ts';

const MUTATIONS = 150;
const PAGE = 4096;
const EXPLAINED: readonly string[] = ERROR_CODES.filter((code) => code !== 'INTERNAL');

/** Kinds of damage, as disks, programs and transfers do it. */
const DAMAGE: readonly ((bytes: Buffer, random: Random) => void)[] = [
  (bytes, random) => flip(bytes, random.below(bytes.length), random),
  // The file's header, and the root of the schema behind it.
  (bytes, random) => flip(bytes, random.below(100), random),
  (bytes, random) => flip(bytes, random.below(PAGE), random),
  (bytes, random) => {
    for (let n = 0; n < 16; n++) flip(bytes, random.below(bytes.length), random);
  },
  // The first bytes of a page say what it is and where its cells lie.
  (bytes, random) => flip(bytes, random.below(bytes.length / PAGE) * PAGE + random.below(40), random),
  (bytes, random) => bytes.fill(0, ...somePage(bytes, random)),
  (bytes, random) => bytes.set(randomBytes(PAGE), somePage(bytes, random)[0]),
  (bytes, random) => {
    const [from, to] = [somePage(bytes, random), somePage(bytes, random)];
    bytes.copyWithin(to[0], ...from);
  },
  (bytes, random) => {
    const at = random.below(bytes.length - 64);
    bytes.copyWithin(at, at + 1 + random.below(32));
  },
];

const somePage = (bytes: Buffer, random: Random): [number, number] => {
  const page = random.below(bytes.length / PAGE) * PAGE;
  return [page, page + PAGE];
};

function flip(bytes: Buffer, at: number, random: Random): void {
  bytes[at] = (bytes[at] ?? 0) ^ (1 + random.below(255));
}

test.for(['read', 'write'])(
  `a damaged project opens or is refused with one sentence, and a refused one stays as it was (%s)`,
  { timeout: 90_000 },
  async (mode) => {
    const random = new Random();
    const folder = tempFolder();
    const sound = await soundBytes();
    const files = new Map<string, string>();
    for (let n = 0; n < MUTATIONS / 2; n++) {
      const bytes = Buffer.from(sound);
      DAMAGE[n % DAMAGE.length]?.(bytes, random);
      const path = join(folder, `damaged ${n}.colligo`);
      writeFileSync(path, bytes);
      files.set(path, hashOf(path));
    }
    const { status, signal, stdout, stderr } = run('opener', [mode, ...files.keys()]);
    const last = stdout.trimEnd().split('\n').at(-1);
    expect({ status, signal, stderr }, `crashed or hung at ${last}`).toMatchObject({
      status: 0,
      signal: null,
      stderr: '',
    });
    const outcomes = outcomesIn(stdout);
    expect(outcomes).toHaveLength(files.size);
    for (const { path, stage, code, message } of outcomes) {
      expect(litterOf(path)).toEqual([]);
      if (code === null) continue;
      expect(EXPLAINED, message).toContain(code);
      expect(message).toMatch(/^[^\n]{10,250}[.?]$/u);
      if (stage === 'open') expect(hashOf(path), `${path}: ${message}`).toBe(files.get(path));
    }
    const count = (stage: Outcome['stage']) => outcomes.filter((outcome) => outcome.stage === stage).length;
    console.info(`refused ${count('open')}, failed later ${count('work')}, opened ${count('done')}`);
    expect(count('open')).toBeGreaterThan(MUTATIONS / 10);
  },
);

/** The opener says each file twice: when it begins, and what became of it. */
const outcomesIn = (stdout: string): Outcome[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Partial<Outcome>)
    .filter((line): line is Outcome => line.stage !== undefined);
