import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../client/shell.ts';
import type { Names } from './chips.ts';

const named = (rows: readonly { readonly id: string; readonly name: string }[] = []) =>
  new Map(rows.map(({ id, name }) => [id, name]));

/** What everything that a scope can speak of is called. */
export function useNames(): Names {
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  const { data: coders } = useQuery(api.coders.list.queryOptions());
  const { data: codes } = useQuery(api.codes.list.queryOptions());
  const { data: attributes } = useQuery(api.attributes.list.queryOptions());
  return useMemo(
    () => ({
      documents: new Map(documents?.map(({ id, title }) => [id, title])),
      cases: named(cases),
      coders: named(coders),
      codes: named(codes),
      attributes: new Map(attributes?.map((each) => [each.id, each])),
    }),
    [documents, cases, coders, codes, attributes],
  );
}
