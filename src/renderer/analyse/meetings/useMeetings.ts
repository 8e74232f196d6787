import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { unpackMeetings } from '../../../contract/packed-meetings.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { useCodebook } from '../../reader/useCodebook.ts';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import type { Lack } from '../frame/Nothing.tsx';
import type { Shown } from '../frame/shown.ts';
import { listTable } from '../frame/tables.ts';
import { useLack } from '../frame/useLack.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { useAnalysis } from '../state.ts';
import { listMeeting } from './list.ts';
import { drawnOf, type Met, metOf } from './pairs.ts';

/** What both pictures of codes that meet are made of. */
export interface MeetingsShown {
  /** All, with most first. */
  readonly met: Met;
  /** What is drawn of it. */
  readonly drawn: Met;
  /** Everything but the picture. */
  readonly shown: Omit<Shown, 'draw' | 'name' | 'counts'>;
  /** What the numbers count. */
  readonly counts: string;
  readonly lack: Lack | null;
}

const NONE: Met = { codes: [], meetings: [] };

/** The sentence about the whole, made from the data. */
function useSentence({ codes, meetings }: Met): string {
  const t = useText();
  return useMemo(() => {
    const [first] = meetings;
    if (first === undefined) return t('analyse.meetings.nothing');
    const ties = meetings.filter(({ times }) => times === first.times).length - 1;
    const { a, b, times, documents } = first;
    const values = { a: a.code.name, b: b.code.name, times, documents, ties };
    const possible = (codes.length * (codes.length - 1)) / 2;
    return `${t('analyse.meetings.most', values)} ${t('analyse.meetings.pairs', { pairs: meetings.length, possible })}`;
  }, [t, codes, meetings]);
}

/** Gives the codes that meet, as they are asked for. */
export function useMeetings(): MeetingsShown {
  const t = useText();
  const { near, coder, most, least } = useAnalysis();
  const codebook = useCodebook();
  const scoped = useScopeInput();
  const input = useMemo(
    () => ({ near, ...(coder === null ? {} : { coder }), ...scoped }),
    [near, coder, scoped],
  );
  const { data } = useQuery({
    ...api.compare.cooccurrence.queryOptions({ input, select: unpackMeetings }),
    placeholderData: keepPreviousData,
    // Comparing with what there was takes longer than drawing what is new.
    structuralSharing: false,
  });
  const met = useMemo(() => (data === undefined ? NONE : metOf(data, codebook.codes)), [data, codebook]);
  const drawn = useMemo(() => drawnOf(met, most, least), [met, most, least]);
  const sentence = useSentence(met);
  const queryText = useQueryText();
  const missing = useLack(data?.codes.length, met.codes.length > 0);
  const few = met.meetings.length === 0 ? 'meetings' : drawn.meetings.length === 0 ? 'few' : null;
  const lack = missing ?? few;
  const shown = useMemo(
    () => ({
      title: t(`analyse.meetings.title.${near.by}`, { within: near.by === 'words' ? near.within : 0 }),
      sentence,
      table: listTable(
        [
          { title: t('analyse.column.code') },
          { title: t('analyse.column.other') },
          { title: t('analyse.column.times'), numeric: true },
          { title: t('analyse.measure.documents'), numeric: true },
          { title: t('analyse.column.places.a'), numeric: true },
          { title: t('analyse.column.places.b'), numeric: true },
        ],
        met.meetings,
        ({ a, b, times, documents }) => [a.code.path, b.code.path, times, documents, a.places, b.places],
        (meeting, focus) => void listMeeting(meeting, { near, coder }, focus),
      ),
      query: queryText({
        procedure: 'compare.cooccurrence',
        input,
        command:
          coder !== null
            ? null
            : ['analyse co-occurrence', '--near', near.by === 'words' ? String(near.within) : near.by],
      }),
    }),
    [t, sentence, met, near, coder, queryText, input],
  );
  const counts = t(`analyse.meetings.counts.${near.by}`, { within: near.by === 'words' ? near.within : 0 });
  return { met, drawn, shown, counts, lack };
}
