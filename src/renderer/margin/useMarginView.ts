import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useMemo } from 'react';
import { api } from '../client/shell.ts';
import type { Stripe } from '../reader/stripes.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { useMargin } from '../state/margin.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { type Coders, useCoders } from './useCoders.ts';
import { branchOf, colouringOf, lanesOf, notesOf } from './view.ts';

/** What the margin shows of the stripes, and how. */
export interface MarginView {
  /** The lane of each stripe that is shown, by its key. */
  readonly lanes: ReadonlyMap<string, number>;
  readonly styleOf: (stripe: Pick<Stripe, 'codeId' | 'coderIds'>) => CSSProperties;
  /** The first comment or memo on the passages of a stripe; empty where there is none, or they are not shown. */
  readonly noteOf: (stripe: Stripe) => string;
  /** Whether codes are named, or only what was written about the passages. */
  readonly codes: boolean;
  readonly coders: Coders;
  /** Whether initials stand beside the names. */
  readonly initials: boolean;
}

/** The memos on passages, newest first. */
function useMemoWords() {
  const { data: memos } = useQuery(api.memos.list.queryOptions({ input: {} }));
  return useMemo(
    () =>
      (memos ?? []).flatMap(({ target, title, body }) =>
        target.kind === 'passage' ? [{ passageId: target.id, words: title === '' ? body : title }] : [],
      ),
    [memos],
  );
}

/** Makes the margin's view of the open document from what the person chose to see. */
export function useMarginView(stripes: readonly Stripe[], codebook: Codebook): MarginView {
  const { codes, notes, coders: initials, onlyBranch, colouring } = useMargin();
  const codeId = useWorkspace((workspace) => workspace.codeId);
  const passages = useReader((state) => state.reading?.passages);
  const memos = useMemoWords();
  const coders = useCoders();
  const words = useMemo(() => notesOf(passages ?? [], memos), [passages, memos]);
  const branch = useMemo(
    () => (onlyBranch && codeId !== null ? branchOf(codebook.codes, codeId) : null),
    [onlyBranch, codeId, codebook],
  );
  const lanes = useMemo(
    () =>
      lanesOf(stripes, { codes, notes }, ({ passageIds }) => passageIds.some((id) => words.has(id)), branch),
    [stripes, codes, notes, words, branch],
  );
  const style = useMemo(() => colouringOf(colouring, codebook, coders.ids), [colouring, codebook, coders]);
  return useMemo(
    () => ({
      lanes,
      styleOf: style,
      noteOf: ({ passageIds }) => {
        if (!notes) return '';
        for (const id of passageIds) {
          const note = words.get(id);
          if (note !== undefined) return note;
        }
        return '';
      },
      codes,
      coders,
      initials: initials && coders.several,
    }),
    [lanes, style, codes, notes, words, coders, initials],
  );
}
