import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../client/shell.ts';
import type { Piece } from './parts.ts';

/** As many passages as the contract gives at a time. */
const MOST = 5000;

/**
 * The passages that the person has coded with a code, wherever they are, as they stand.
 * @returns also how many more of theirs there are than are listed
 */
export function usePieces(codeId: string): {
  pieces: readonly Piece[] | undefined;
  more: number;
} {
  const { data: me } = useQuery(api.coders.me.queryOptions());
  const coder = me?.id;
  const own = useQuery(
    api.passages.list.queryOptions({
      input: coder === undefined ? skipToken : { code: codeId, coder, limit: MOST },
    }),
  );
  const pieces = useMemo(
    () =>
      own.data?.rows.flatMap((row): Piece[] => {
        const coding = row.codings.find((each) => each.codeId === codeId && each.coderId === coder);
        return coding === undefined ? [] : [{ codingId: coding.id, row }];
      }),
    [own.data, codeId, coder],
  );
  const total = own.data?.total ?? 0;
  return {
    pieces: me === null ? [] : pieces,
    more: total - (own.data?.rows.length ?? 0),
  };
}
