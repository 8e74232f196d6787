import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useMemo } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import type { PassageRow } from '../../contract/passages.ts';
import { api } from '../client/shell.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { START, useReader } from '../state/reader.ts';
import { type Segment, segmentsOf, segmentsWith } from './segments.ts';
import { type Stripe, stripesOf, withPending } from './stripes.ts';
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
  const scoped = useScopeInput();
  const { data: passages = NONE } = useQuery(
    api.passages.inDocument.queryOptions({ input: { document: document.id, ...scoped } }),
  );
  const pending = useReader((state) => state.pending);
  // Before the engine answers only what is new is worked out: the key that codes is seen at once in a long document too.
  const known = useMemo(() => stripesOf(passages), [passages]);
  const knownSegments = useMemo(() => segmentsOf(known), [known]);
  const stripes = useMemo(
    () =>
      withPending(
        known,
        pending.filter(({ documentId }) => documentId === document.id),
      ),
    [known, pending, document.id],
  );
  const segments = useMemo(() => {
    if (stripes === known) return knownSegments;
    const before = new Set(known);
    return segmentsWith(
      knownSegments,
      stripes,
      stripes.filter((stripe) => !before.has(stripe)),
    );
  }, [known, knownSegments, stripes]);
  const me = project?.coder?.id ?? null;
  const { id: documentId, language, pages } = document;
  useLayoutEffect(() => {
    useReader.setState({ reading: { documentId, language, pages, loaded, passages, stripes, me } });
  }, [documentId, language, pages, loaded, passages, stripes, me]);
  useLayoutEffect(
    () => () => useReader.setState({ reading: null, picking: null, finding: null, cursor: START }),
    [],
  );
  return { stripes, segments };
}
