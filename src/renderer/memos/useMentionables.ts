import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { partLabel } from '../pages/label.ts';
import { readableWords } from '../reader/text.ts';
import { brief } from '../reader/words.ts';
import { useReader } from '../state/reader.ts';
import { linkTo } from './links.ts';
import type { Mentionable } from './mention.ts';
import { titleOf } from './words.ts';

/** Everything that a memo can mention: documents, codes, memos, and the passages of the open document. */
export function useMentionables(): readonly Mentionable[] {
  const t = useText();
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const { data: codes } = useQuery(api.codes.list.queryOptions());
  const { data: memos } = useQuery(api.memos.list.queryOptions({ input: {} }));
  const reading = useReader((state) => state.reading);
  return useMemo(() => {
    const quotes =
      reading?.passages.map(({ id, start, end, region, page }): Mentionable => {
        const name =
          region === null
            ? brief(readableWords(reading.loaded, { start, end }), 60)
            : t('region.on', { label: partLabel({ page, region }) });
        const link = linkTo({ kind: 'passage', id, document: reading.documentId, start, end });
        return { kind: 'passage', id, name, place: t('memos.kind.passage'), link };
      }) ?? [];
    return [
      ...(documents?.map(({ id, title, cases }): Mentionable => {
        const place = cases.map(({ name }) => name).join(', ');
        return { kind: 'document', id, name: title, place, link: linkTo({ kind: 'document', id }) };
      }) ?? []),
      ...(codes?.map(({ id, name, path }): Mentionable => {
        const place = path.split(' / ').slice(0, -1).join(' / ');
        return { kind: 'code', id, name, place, link: linkTo({ kind: 'code', id }) };
      }) ?? []),
      ...quotes.filter(({ name }) => name !== ''),
      ...(memos?.map((memo): Mentionable => {
        const link = linkTo({ kind: 'memo', id: memo.id });
        return { kind: 'memo', id: memo.id, name: titleOf(memo), place: t('memos.one'), link };
      }) ?? []),
    ];
  }, [documents, codes, memos, reading, t]);
}
