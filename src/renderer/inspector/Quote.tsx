import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PassageRow } from '../../contract/passages.ts';
import { headingPathAt, outlineOf } from '../../text/outline.ts';
import type { Span } from '../../text/reading.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { readableWords } from '../reader/text.ts';
import { countWords } from '../reader/words.ts';
import type { Reading } from '../state/reader.ts';

/**
 * The words of a span of the open document, and where they stand.
 * @param span UTF-16 offsets of the canonical text
 */
export function Quote({
  span,
  reading,
  anchored,
}: {
  span: Span;
  reading: Reading;
  anchored?: PassageRow['status'];
}) {
  const t = useText();
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const { documentId, loaded, language } = reading;
  const title = documents?.find(({ id }) => id === documentId)?.title ?? '';
  const words = reading.pages > 0 ? readableWords(loaded, span) : loaded.text.slice(span.start, span.end);
  const outline = useMemo(() => outlineOf(loaded), [loaded]);
  const section = headingPathAt(outline, span.start).join(' / ');
  return (
    <section className="in-sec">
      <blockquote lang={language} dir="auto">
        {words}
      </blockquote>
      <p className="faint small num">
        {t('inspector.facts', { words: countWords(words, language), document: title })}{' '}
        {anchored === undefined ? null : t(`inspector.anchor.${anchored}`)}
      </p>
      {section === '' ? null : (
        <p className="faint small" dir="auto">
          {section}
        </p>
      )}
    </section>
  );
}
