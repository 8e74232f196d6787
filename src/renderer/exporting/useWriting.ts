import { useCallback, useEffect, useRef, useState } from 'react';
import type { Dataset } from '../../contract/exports.ts';
import { problemOf, showProblem } from '../client/problem.ts';
import { type Client, client } from '../client/shell.ts';
import { useTasks } from '../inspector/tasks.ts';
import { textOf } from '../messages/intl.tsx';
import { announce } from '../ui/announce.ts';

type At =
  | { readonly phase: 'asking' }
  | { readonly phase: 'writing'; readonly share: number | undefined }
  | { readonly phase: 'done'; readonly dataset: Dataset };

/**
 * Writes a dataset and follows how far it is. Leaving the dialog stops it, as cancelling does; nothing of it stays then.
 * @returns where it is, what begins and what stops it; after a failure it is at asking again, and the failure is shown
 */
export function useWriting() {
  const [at, setAt] = useState<At>({ phase: 'asking' });
  const stop = useRef<AbortController | null>(null);
  const cancel = useCallback(() => stop.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const write = useCallback(async (asked: Parameters<Client['exports']['dataset']>[0]) => {
    const controller = new AbortController();
    const { signal } = controller;
    stop.current = controller;
    setAt({ phase: 'writing', share: undefined });
    try {
      for await (const event of await client.exports.dataset(asked, { signal })) {
        if (event.type === 'progress') {
          setAt({ phase: 'writing', share: event.total === 0 ? undefined : event.done / event.total });
          continue;
        }
        setAt({ phase: 'done', dataset: event.dataset });
        announce(textOf('export.done', { name: event.dataset.name }));
        useTasks.getState().tick('export');
        return;
      }
      setAt({ phase: 'asking' });
    } catch (error) {
      setAt({ phase: 'asking' });
      if (signal.aborted || problemOf(error).code === 'CANCELLED') announce(textOf('export.cancelled'));
      else showProblem(error);
    }
  }, []);
  return { at, write, cancel };
}
