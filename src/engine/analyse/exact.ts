/** Steps that one test takes at most: about a second. */
const MOST = 20_000_000;

/** Steps that all tests of a crosstab take together: some seconds. */
const ALL = 100_000_000;

/** What one way to fill a group costs that has to be kept, in steps of those that are only compared. */
const KEPT = 10;

/** Probabilities that differ by less than this part of them are taken for equal, as in R’s fisher.test. */
const EQUAL = 1e-7;

/** Logarithms of probabilities that agree to so much, 1 / SAME, are of one node. */
const SAME = 1e10;

/** @returns how many steps each of so many tests may take */
export const stepsEach = (tests: number): number => Math.min(MOST, Math.floor(ALL / Math.max(1, tests)));

/** Ways to fill the first groups that leave as many cases with the code to the others, and are as probable as each other. */
interface Node {
  /** The sum of ln(ways to choose) over the groups that are filled. */
  readonly past: number;
  /** The logarithm of how many there are. */
  readonly times: number;
}

/**
 * The exact test of Fisher, Freeman and Halton for a code by groups: the probability of all tables with the same margins that are no
 * more probable than this one. Group after group is filled; ways that come to the same go on as one, and those that cannot but
 * count, or cannot count, go no further. C. R. Mehta, N. R. Patel, Journal of the American Statistical Association 78 (1983).
 * @param having by group the cases with the code
 * @param lacking by group the cases without it, in the same order
 * @param most steps that are taken at most
 * @returns from 0 to 1; `constant` where fewer than two groups have cases, or all cases are alike; `large` where it takes more steps
 */
export function exactTest(
  having: readonly number[],
  lacking: readonly number[],
  most: number = MOST,
): number | 'constant' | 'large' {
  // Of those with the code and those without, the fewer are handed out.
  const [fewer, more] = sumOf(having) <= sumOf(lacking) ? [having, lacking] : [lacking, having];
  const groups = fewer
    .map((count, group) => ({ count, size: count + (more[group] ?? 0) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size);
  const sizes = groups.map(({ size }) => size);
  const total = sumOf(sizes);
  const chosen = sumOf(fewer);
  if (groups.length < 2 || chosen === 0) return 'constant';
  const ways = waysToChoose(total);
  const limit = groups.reduce((sum, { count, size }) => sum + ways(size, count), 0) + Math.log1p(EQUAL);
  const bounds = boundsOf(sizes, chosen, ways, most);
  if (bounds === null) return 'large';
  return walk({ sizes, chosen, limit, ways, bounds, steps: most - bounds.steps });
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

type Ways = (of: number, choose: number) => number;

/** @returns what gives the logarithm of how many ways there are to choose some of so many; @param last the most there are */
function waysToChoose(last: number): Ways {
  const log = new Float64Array(last + 1);
  for (let n = 2; n <= last; n++) log[n] = (log[n - 1] ?? 0) + Math.log(n);
  return (of, choose) => (log[of] ?? 0) - (log[choose] ?? 0) - (log[of - choose] ?? 0);
}

/** What the groups from one on can come to. */
interface Bounds {
  /** By group, how many cases it and those behind it have. */
  readonly behind: readonly number[];
  /** By group and number of cases handed out from it on, the greatest and the least sum of ln(ways to choose). */
  readonly greatest: readonly Float64Array[];
  readonly least: readonly Float64Array[];
  /** How many steps it took. */
  readonly steps: number;
}

/** @returns null where it would take more steps */
function boundsOf(sizes: readonly number[], chosen: number, ways: Ways, most: number): Bounds | null {
  const behind = sizes.map((_, group) => sumOf(sizes.slice(group)));
  const total = behind[0] ?? 0;
  const ends = behind.map((cases) => Math.min(cases, chosen));
  const firsts = behind.map((cases) => Math.max(0, chosen - (total - cases)));
  // The last group takes what is left.
  const steps = sizes.reduce((sum, size, group) => {
    const rests = (ends[group] ?? 0) - (firsts[group] ?? 0) + 1;
    return sum + rests * (group === sizes.length - 1 ? 1 : size + 1);
  }, 0);
  if (steps > most) return null;
  const greatest = ends.map((end) => new Float64Array(end + 1).fill(Number.NEGATIVE_INFINITY));
  const least = ends.map((end) => new Float64Array(end + 1).fill(Number.POSITIVE_INFINITY));
  for (let group = sizes.length - 1; group > 0; group--) {
    const size = sizes[group] ?? 0;
    const after = behind[group + 1] ?? 0;
    const [high, low] = [greatest[group], least[group]];
    for (let rest = firsts[group] ?? 0; rest <= (ends[group] ?? 0); rest++)
      for (let count = Math.max(0, rest - after); count <= Math.min(size, rest); count++) {
        const own = ways(size, count);
        const left = rest - count;
        const [most, fewest] = after === 0 ? [0, 0] : [greatest[group + 1]?.[left], least[group + 1]?.[left]];
        if (high && low) {
          high[rest] = Math.max(high[rest] ?? 0, own + (most ?? 0));
          low[rest] = Math.min(low[rest] ?? 0, own + (fewest ?? 0));
        }
      }
  }
  return { behind, greatest, least, steps };
}

/** Hands the cases out to group after group, and adds up what counts. */
function walk(given: {
  readonly sizes: readonly number[];
  readonly chosen: number;
  /** The greatest sum of ln(ways to choose) that counts. */
  readonly limit: number;
  readonly ways: Ways;
  readonly bounds: Bounds;
  readonly steps: number;
}): number | 'large' {
  const { sizes, chosen, limit, ways, bounds } = given;
  const all = ways(bounds.behind[0] ?? 0, chosen);
  let steps = given.steps;
  let p = 0;
  /** By how many cases are left to be handed out. */
  let nodes = new Map([[chosen, new Map<number, Node>([[0, { past: 0, times: 0 }]])]]);
  for (let group = 0; group < sizes.length - 1; group++) {
    const size = sizes[group] ?? 0;
    const after = bounds.behind[group + 1] ?? 0;
    const next: typeof nodes = new Map();
    for (const [rest, same] of nodes)
      for (let count = Math.max(0, rest - after); count <= Math.min(size, rest); count++) {
        const left = rest - count;
        const own = ways(size, count);
        const [high, low] = [bounds.greatest[group + 1]?.[left] ?? 0, bounds.least[group + 1]?.[left] ?? 0];
        steps -= KEPT * same.size;
        if (steps < 0) return 'large';
        for (const node of same.values()) {
          const past = node.past + own;
          if (past + high <= limit) p += Math.exp(past + node.times + ways(after, left) - all);
          else if (past + low <= limit) join(next, left, { past, times: node.times });
        }
      }
    nodes = next;
  }
  return Math.min(1, p);
}

/** Takes a node in, with one that comes to the same as one. */
function join(nodes: Map<number, Map<number, Node>>, left: number, { past, times }: Node): void {
  const there = nodes.get(left) ?? new Map<number, Node>();
  nodes.set(left, there);
  const key = Math.round(past * SAME);
  const same = there.get(key);
  there.set(
    key,
    same === undefined ? { past, times } : { past: same.past, times: sumOfLogs(same.times, times) },
  );
}

/** @returns ln(e^a + e^b) */
const sumOfLogs = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

/**
 * Corrects the p-values of several tests for their number, after Holm.
 * @returns in the same order, none below its own and none above 1
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const adjusted = values.map(() => 1);
  let greatest = 0;
  order.forEach((place, before) => {
    greatest = Math.max(greatest, Math.min(1, (values[place] ?? 0) * (values.length - before)));
    adjusted[place] = greatest;
  });
  return adjusted;
}
