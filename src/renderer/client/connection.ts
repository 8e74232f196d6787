import { useEffect } from 'react';
import { create } from 'zustand';
import { followChanges } from './changes.ts';
import type { Status } from './connect.ts';
import { showOver, showResumed } from './problem.ts';
import { queryClient } from './query.ts';
import { api, theShell } from './shell.ts';

/** How the connection to the engine stands. */
export const useStatus = create<{ status: Status }>(() => ({ status: 'connected' }));

/** Whether nobody is there to answer now. */
export const isDown = (status: Status): boolean => status === 'lost' || status === 'over';

const RETRY_MS = 500;

/** Asks for everything anew; after another engine was started, says so, once it is known what is in the file. */
async function catchUp(status: Status): Promise<void> {
  await queryClient.invalidateQueries();
  if (status !== 'resumed') return;
  const project = await queryClient.fetchQuery({ ...api.project.state.queryOptions(), staleTime: 0 });
  showResumed(project);
}

/** Listens for changes as long as there is a connection, and anew when the listening breaks off for any other reason. */
function listen(signal: AbortSignal): void {
  followChanges(signal).then(
    () =>
      signal.aborted ? undefined : setTimeout(() => (signal.aborted ? undefined : listen(signal)), RETRY_MS),
    () => {
      if (signal.aborted || isDown(useStatus.getState().status)) return;
      setTimeout(() => (signal.aborted ? undefined : listen(signal)), RETRY_MS);
    },
  );
}

/** Keeps the answers of the engine fresh, and the status known. Used once, by the app. */
export function useConnection(): void {
  useEffect(() => {
    let stop = new AbortController();
    const off = theShell().onStatus((status, why) => {
      useStatus.setState({ status });
      stop.abort();
      if (why !== undefined) showOver(why);
      if (isDown(status)) return;
      stop = new AbortController();
      listen(stop.signal);
      // Whatever happened while nobody listened is not known: everything is asked for anew.
      // Where it breaks once more meanwhile, the next connection does this again.
      if (status !== 'connected') catchUp(status).catch(() => undefined);
    });
    return () => {
      off();
      stop.abort();
    };
  }, []);
}
