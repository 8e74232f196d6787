import { useMemo } from 'react';
import type { Along } from '../../../contract/along.ts';
import { useText } from '../../messages/intl.tsx';
import { CoderMenu, MostMenu, RollUp } from '../frame/Controls.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Nothing } from '../frame/Nothing.tsx';
import type { Shown } from '../frame/shown.ts';
import { listTable } from '../frame/tables.ts';
import { useLack } from '../frame/useLack.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { DocumentMenu, useDocumentsAlong } from './DocumentMenu.tsx';
import { drawStrips } from './draw.ts';
import { marksOf, mostCovering } from './marks.ts';
import { openWords, useAlong } from './useAlong.ts';
import { partBefore, useCodeAt, useStrips } from './useStrips.ts';

const NONE: Along = { codes: [], documents: [], beyond: 0 };

/** The sentence about the whole, made from the data. */
function useSentence(along: Along, isOne: boolean): string {
  const t = useText();
  const codeAt = useCodeAt(along.codes);
  const [first] = mostCovering(along, 1);
  if (first === undefined) return t('along.nothing');
  if (isOne) {
    const [document] = along.documents;
    const words = document?.words ?? 0;
    const stretches = document?.codes.find(({ row }) => row === first.row)?.stretches ?? [];
    return t('along.sentence.one', {
      code: codeAt(first.row).name,
      share: partBefore(first.words, words),
      from: partBefore(stretches[0]?.from ?? 0, words),
      to: partBefore(stretches.at(-1)?.to ?? 0, words),
    });
  }
  const shares = along.documents
    .map(({ title, coded, words }) => ({ title, share: partBefore(coded, words) }))
    .sort((a, b) => b.share - a.share);
  const [most, least] = [shares[0], shares.at(-1)];
  return t('along.sentence.all', {
    documents: shares.length,
    title: most?.title ?? '',
    share: most?.share ?? 0,
    least: least?.title ?? '',
    leastShare: least?.share ?? 0,
  });
}

/** What numbers count, and what is left out. */
function useCounts({ documents, beyond }: Along): string {
  const t = useText();
  const parts = documents.reduce(
    (sum, { codes }) => sum + codes.reduce((all, code) => all + code.parts, 0),
    0,
  );
  return [
    t('along.counts'),
    ...(parts === 0 ? [] : [t('along.counts.parts', { count: parts })]),
    ...(beyond === 0 ? [] : [t('along.counts.beyond', { count: beyond })]),
  ].join(' ');
}

function useAlongPicture(document: string | null): { picture: Shown; data: Along | undefined } {
  const t = useText();
  const { input, data, command } = useAlong(document);
  const along = data ?? NONE;
  const isOne = document !== null;
  const marks = useMemo(() => marksOf(along), [along]);
  const { strips, keys, percent } = useStrips(along, marks, isOne);
  const codeAt = useCodeAt(along.codes);
  const sentence = useSentence(along, isOne);
  const counts = useCounts(along);
  const queryText = useQueryText();
  const title = isOne
    ? t('along.title.one', { title: along.documents[0]?.title ?? '' })
    : t('along.title.all');
  const picture = useMemo(
    (): Shown => ({
      title,
      sentence,
      counts,
      draw: marks.length === 0 ? null : (room) => drawStrips(strips, room, keys, percent),
      table: listTable(
        [
          { title: t('analyse.column.document') },
          { title: t('analyse.column.code') },
          { title: t('along.column.from'), numeric: true, percent: true },
          { title: t('along.column.to'), numeric: true, percent: true },
          { title: t('along.column.words'), numeric: true },
        ],
        marks,
        ({ document: { title: of, words }, row, stretch: { from, to } }) => [
          of,
          codeAt(row).path,
          partBefore(from, words),
          partBefore(to, words),
          to - from,
        ],
        ({ document: { id }, stretch }) => openWords(id, stretch),
      ),
      query: queryText({ procedure: 'along.codes', input, command }),
      name: t('along.file'),
    }),
    [t, title, sentence, counts, marks, strips, keys, percent, codeAt, queryText, input, command],
  );
  return { picture, data };
}

/** Where codes lie between the first word and the last: a strip for each document, or for each code of one. */
export function AlongView() {
  const { chosen } = useDocumentsAlong();
  const { picture, data } = useAlongPicture(chosen);
  const lack = useLack(
    data?.documents.length,
    data?.documents.some(({ codes }) => codes.length > 0) ?? false,
  );
  const controls = (
    <>
      <DocumentMenu all present={chosen} />
      <MostMenu />
      <CoderMenu />
      <RollUp />
    </>
  );
  return (
    <Frame picture={picture} controls={controls} empty={lack === null ? null : <Nothing lack={lack} />} />
  );
}
