import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../client/shell.ts';

export interface Coders {
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => string;
  /** Up to two letters; for a name in one word its first two. */
  readonly initialsOf: (id: string) => string;
  /** Whether it matters whose coding something is. */
  readonly several: boolean;
}

function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', second] = words;
  const letters =
    second === undefined ? first.slice(0, 2) : `${first.charAt(0)}${words.at(-1)?.charAt(0) ?? ''}`;
  return letters.toLocaleUpperCase();
}

/** The people who code in this project, by id. */
export function useCoders(): Coders {
  const { data: coders } = useQuery(api.coders.list.queryOptions());
  return useMemo(() => {
    const names = new Map(coders?.map(({ id, name }) => [id, name]));
    return {
      ids: [...names.keys()],
      nameOf: (id) => names.get(id) ?? '',
      initialsOf: (id) => initials(names.get(id) ?? ''),
      several: names.size > 1,
    };
  }, [coders]);
}
