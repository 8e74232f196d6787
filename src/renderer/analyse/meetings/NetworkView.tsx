import { useMemo } from 'react';
import { useText } from '../../messages/intl.tsx';
import { Frame } from '../frame/Frame.tsx';
import type { Shown } from '../frame/shown.ts';
import { MeetingsControls } from './Controls.tsx';
import { drawNetwork } from './draw.ts';
import { noMeetings } from './NoMeetings.tsx';
import type { Edge, Node } from './network.ts';
import { useMeetings } from './useMeetings.ts';

/** What names a meeting by its two codes. */
const keyOf = (a: string, b: string) => `${a} ${b}`;

/** Codes that meet, as circles joined by lines. */
export function NetworkView() {
  const t = useText();
  const { met, drawn, shown, counts, lack } = useMeetings();
  const picture = useMemo((): Shown => {
    const rows = new Map(met.meetings.map(({ a, b }, place) => [keyOf(a.code.id, b.code.id), place]));
    const places = new Map(met.codes.map(({ code, places: count }) => [code.id, count]));
    const said = {
      edge: ({ from, to, times, documents }: Edge) =>
        t('analyse.meetings.hint', { a: from.name, b: to.name, times, documents }),
      node: ({ id, name }: Node) =>
        `${name}: ${t('analyse.amount.passages', { count: places.get(id) ?? 0 })}`,
    };
    return {
      ...shown,
      counts: `${counts} ${t('analyse.meetings.counts.network')}`,
      draw:
        drawn.meetings.length === 0
          ? null
          : (room) => drawNetwork(drawn, room, said, ({ from, to }) => rows.get(keyOf(from.id, to.id))),
      name: t('analyse.meetings.file.network'),
    };
  }, [t, met, drawn, shown, counts]);
  return <Frame picture={picture} controls={<MeetingsControls />} empty={noMeetings(lack)} />;
}
