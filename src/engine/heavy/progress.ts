/** How far something is, in steps of its own. */
export interface Step {
  readonly type: 'progress';
  readonly done: number;
  readonly total: number;
}

/** How often one is told at most, ms: a bar need not move more often than people see. */
const EVERY_MS = 100;

/**
 * Makes a stream of something that is told how far it is by calling back.
 * @param run does it, and calls `onProgress` as it goes
 * @returns how far it is, and at the end what `run` gave
 * @throws whatever `run` throws. Who leaves the iteration early has to have asked `run` to stop, and waits until it has
 */
export async function* withProgress<Result>(
  run: (onProgress: (done: number, total: number) => void) => Promise<Result>,
): AsyncGenerator<Step | { readonly result: Result }, void> {
  let told: Step | null = null;
  let wake = () => {};
  let last = Number.NEGATIVE_INFINITY;
  let hasEnded = false;
  const ended = run((done, total) => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    told = { type: 'progress', done, total };
    wake();
  }).finally(() => {
    hasEnded = true;
    wake();
  });
  // Awaited below.
  ended.catch(() => {});
  try {
    while (!hasEnded) {
      const step: Step | null = told;
      told = null;
      if (step !== null) yield step;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (hasEnded || told !== null) resolve();
      });
    }
    yield { result: await ended };
  } finally {
    // Where the iteration is left before the end, `run` was asked to stop, and tidies up first.
    await ended.catch(() => {});
  }
}
