import { useEffect } from 'react';
import { create } from 'zustand';
import { followChanges } from './changes.ts';
import type { Status } from './connect.ts';
import { queryClient } from './query.ts';
import { theShell } from './shell.ts';

/** How the connection to the engine stands. */
export const useStatus = create<{ status: Status }>(() => ({ status: 'connected' }));

const RETRY_MS = 500;

/** Listens for changes as long as there is a connection, and anew when the listening breaks off for any other reason. */
function listen(signal: AbortSignal): void {
  followChanges(signal).then(
    () =>
      signal.aborted ? undefined : setTimeout(() => (signal.aborted ? undefined : listen(signal)), RETRY_MS),
    () => {
      if (signal.aborted || useStatus.getState().status === 'lost') return;
      setTimeout(() => (signal.aborted ? undefined : listen(signal)), RETRY_MS);
    },
  );
}

/** Keeps the answers of the engine fresh, and the status known. Used once, by the app. */
export function useConnection(): void {
  useEffect(() => {
    let stop = new AbortController();
    const off = theShell().onStatus((status) => {
      useStatus.setState({ status });
      stop.abort();
      if (status === 'lost') return;
      stop = new AbortController();
      listen(stop.signal);
      // Whatever happened while nobody listened is not known: everything is asked for anew.
      if (status === 'restored') void queryClient.invalidateQueries();
    });
    return () => {
      off();
      stop.abort();
    };
  }, []);
}
