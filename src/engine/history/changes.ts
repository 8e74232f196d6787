import type { Changed } from '../../contract/history.ts';
import type { Session } from '../session.ts';

/**
 * Tells which nouns have changed, for as long as somebody listens. Changes that come faster than they are taken are
 * told together.
 * @param signal ends the listening
 */
export async function* listenTo(session: Session, signal: AbortSignal | undefined): AsyncGenerator<Changed> {
  const pending = new Set<Changed['nouns'][number]>();
  let wake = () => {};
  const stop = session.onChange((nouns) => {
    for (const noun of nouns) pending.add(noun);
    wake();
  });
  const end = () => wake();
  signal?.addEventListener('abort', end, { once: true });
  try {
    while (!signal?.aborted) {
      if (pending.size > 0) {
        const nouns = [...pending];
        pending.clear();
        yield { nouns };
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal?.aborted || pending.size > 0) resolve();
      });
    }
  } finally {
    stop();
    signal?.removeEventListener('abort', end);
  }
}
