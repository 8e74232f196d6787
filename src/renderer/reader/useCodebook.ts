import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CodeRow } from '../../contract/codes.ts';
import { api } from '../client/shell.ts';
import { codeStyle } from '../ui/colour.ts';

export interface Codebook {
  /** In tree order. */
  readonly codes: readonly CodeRow[];
  readonly byId: ReadonlyMap<string, CodeRow>;
}

const NONE: readonly CodeRow[] = [];

/** The codes of the project as a list and by id. */
export function useCodebook(): Codebook {
  const { data: codes = NONE } = useQuery(api.codes.list.queryOptions());
  return useMemo(() => ({ codes, byId: new Map(codes.map((code) => [code.id, code])) }), [codes]);
}

/** The derived colours of a code, as custom properties; grey for one that the codebook does not list yet. */
export function styleOf(codebook: Codebook, codeId: string | null) {
  return codeStyle((codeId === null ? undefined : codebook.byId.get(codeId)?.colour) ?? '#808080');
}

/** The name of a code; empty for one that the codebook does not list yet. */
export function nameOf(codebook: Codebook, codeId: string | null): string {
  return (codeId === null ? undefined : codebook.byId.get(codeId)?.name) ?? '';
}
