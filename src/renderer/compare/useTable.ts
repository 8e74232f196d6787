import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CountedTable } from '../../contract/cells.ts';
import { unpackTable } from '../../contract/packed-table.ts';
import { api } from '../client/shell.ts';

type Input = Parameters<typeof api.compare.table.queryOptions>[0]['input'];

/** @returns the counts of a comparison, the former ones until the new are there; undefined before the first */
export function useTable(input: Input): CountedTable | undefined {
  const { data } = useQuery({
    ...api.compare.table.queryOptions({ input, select: unpackTable }),
    placeholderData: keepPreviousData,
  });
  return data;
}
