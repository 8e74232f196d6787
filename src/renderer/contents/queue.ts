/** Thumbnails that are drawn at a time. */
const AT_ONCE = 2;
/** How long the machine may be busy before a thumbnail is drawn all the same, ms. */
const BUSY_MS = 400;
/** How long a page that is being drawn is waited for; one that cannot be drawn must not hold up the others. Ms. */
const WAIT_MS = 2500;
const LOOK_MS = 60;

/** A page of the reader that has no picture yet; data-drawn comes with its first one. */
const UNDRAWN = '.pg-page > .pg-picture:first-child:not([data-drawn])';

interface Job {
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

const waiting: Job[] = [];
let running = 0;

const later = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Resolves once nothing else is to be done; some browsers don't tell, there a moment has to do. */
const idle = () =>
  typeof requestIdleCallback === 'function'
    ? new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: BUSY_MS }))
    : later(LOOK_MS);

/** Waits until the pages in sight are drawn: they go first. */
async function pagesDrawn(): Promise<void> {
  for (let waited = 0; waited < WAIT_MS && document.querySelector(UNDRAWN) !== null; waited += LOOK_MS)
    await later(LOOK_MS);
}

async function work(): Promise<void> {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    const { signal } = job;
    await pagesDrawn();
    await idle();
    if (signal.aborted) continue;
    const stopped = new Promise<void>((done) =>
      signal.addEventListener('abort', () => done(), { once: true }),
    );
    // What was scrolled by gives its place free at once, even if its file never comes.
    await Promise.race([job.work(signal), stopped]);
  }
}

/**
 * Does some work when the machine has time, a few pieces at once and in the order they came.
 * @param job must not fail; stops when told
 * @returns a function that takes it back, or stops it
 */
export function whenIdle(job: Job['work']): () => void {
  const abort = new AbortController();
  const entry: Job = { work: job, signal: abort.signal };
  waiting.push(entry);
  if (running < AT_ONCE) {
    running++;
    void work().finally(() => running--);
  }
  return () => {
    abort.abort();
    const at = waiting.indexOf(entry);
    if (at >= 0) waiting.splice(at, 1);
  };
}
