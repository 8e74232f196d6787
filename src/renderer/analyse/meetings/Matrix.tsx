import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { shadesOf } from '../../compare/heat.ts';
import { useText } from '../../messages/intl.tsx';
import { drawCells, type PictureCell } from '../cells/draw.ts';
import { Frame } from '../frame/Frame.tsx';
import type { Shown } from '../frame/shown.ts';
import { MeetingsControls } from './Controls.tsx';
import { noMeetings } from './NoMeetings.tsx';
import { useMeetings } from './useMeetings.ts';

/** Codes by codes: how often two of them meet. Each pair stands twice, so that a row can be read through. */
export function Matrix() {
  const t = useText();
  const { formatNumber } = useIntl();
  const { met, drawn, shown, counts, lack } = useMeetings();
  const picture = useMemo((): Shown => {
    const places = new Map(drawn.codes.map(({ code }, place) => [code.id, place]));
    const rows = new Map(met.meetings.map((meeting, place) => [meeting, place]));
    const shades = shadesOf(drawn.meetings.map(({ times }) => times));
    const cells = drawn.meetings.flatMap((meeting): PictureCell[] => {
      const [a, b] = [places.get(meeting.a.code.id), places.get(meeting.b.code.id)];
      const opens = rows.get(meeting);
      if (a === undefined || b === undefined || opens === undefined) return [];
      const hint = t('analyse.meetings.hint', {
        a: meeting.a.code.name,
        b: meeting.b.code.name,
        times: meeting.times,
        documents: meeting.documents,
      });
      const cell = {
        kind: 'present' as const,
        value: meeting.times,
        figure: formatNumber(meeting.times),
        hint,
        opens,
      };
      return [
        { ...cell, row: a, column: b },
        { ...cell, row: b, column: a },
      ];
    });
    const itself = drawn.codes.map(
      ({ code, places: value }, place): PictureCell => ({
        row: place,
        column: place,
        kind: 'itself',
        value,
        figure: formatNumber(value),
        hint: `${code.name}: ${t('analyse.amount.passages', { count: value })}`,
      }),
    );
    const drawing = {
      rows: drawn.codes.map(({ code }) => ({ name: code.name, colour: code.colour, total: '' })),
      columns: drawn.codes.map(({ code }) => code.name),
      total: '',
      cells: [...cells, ...itself],
      shades,
      legend: shades.map(({ step, from, to }) => ({
        of: step,
        words:
          from === to
            ? formatNumber(from)
            : t('compare.range', { from: formatNumber(from), to: formatNumber(to) }),
      })),
    };
    return {
      ...shown,
      counts: `${counts} ${t('analyse.meetings.counts.matrix')}`,
      draw: (room) => drawCells(drawing, room),
      name: t('analyse.meetings.file.matrix'),
    };
  }, [t, formatNumber, met, drawn, shown, counts]);
  return <Frame picture={picture} controls={<MeetingsControls />} empty={noMeetings(lack)} />;
}
