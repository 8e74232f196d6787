import { useSheet } from '../state/sheet.ts';

/** Resolves once the question who is coding has been answered or put away. */
function answered(): Promise<void> {
  return new Promise((resolve) => {
    const stop = useSheet.subscribe(({ sheet }) => {
      if (sheet === 'coder') return;
      stop();
      resolve();
    });
    useSheet.getState().show('coder');
  });
}

let asking: Promise<void> | null = null;

/** Asks who is coding, of several that want to know it once; resolves when that is said, or the question put away. */
export async function askWho(): Promise<void> {
  asking ??= answered().finally(() => {
    asking = null;
  });
  await asking;
}
