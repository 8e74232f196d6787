import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useMemo } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import type { PassageRow } from '../../contract/passages.ts';
import { api } from '../client/shell.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { START, useReader } from '../state/reader.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { type Stripe, stripesOf } from './stripes.ts';
import type { LoadedText } from './text.ts';

const NONE: readonly PassageRow[] = [];

/**
 * Brings together what stands in the reader, and puts it where commands and the inspector find it.
 * @param loaded the document's text as far as it has come
 */
export function useReading(
  document: DocumentRow,
  loaded: LoadedText,
): { stripes: readonly Stripe[]; segments: readonly Segment[] } {
  const { data: project } = useQuery(api.project.state.queryOptions());
  const scope = useScopeInput();
  const { data: passages = NONE } = useQuery(
    api.passages.inDocument.queryOptions({ input: { document: document.id, scope } }),
  );
  const pending = useReader((state) => state.pending);
  const stripes = useMemo(
    () =>
      stripesOf(
        passages,
        pending.filter(({ documentId }) => documentId === document.id),
      ),
    [passages, pending, document.id],
  );
  const segments = useMemo(() => segmentsOf(stripes), [stripes]);
  const me = project?.coder?.id ?? null;
  const { id: documentId, language } = document;
  useLayoutEffect(() => {
    useReader.setState({ reading: { documentId, language, loaded, passages, stripes, me } });
  }, [documentId, language, loaded, passages, stripes, me]);
  useLayoutEffect(
    () => () => useReader.setState({ reading: null, picking: null, finding: null, cursor: START }),
    [],
  );
  return { stripes, segments };
}
