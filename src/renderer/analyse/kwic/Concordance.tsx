import './kwic.css';
import { useEffect, useMemo, useRef } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ContextRow } from '../../../contract/words.ts';
import { useText } from '../../messages/intl.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { useWordViews } from '../words/state.ts';
import { openPlace } from './useContext.ts';

/** A place with what the list knows it by. */
interface Item {
  readonly id: number;
  readonly row: ContextRow;
}

/** One place on a line: what is before ends where the keyword begins, in every row at the same place. */
function Line({ item: { row, id } }: { item: Item }) {
  const t = useText();
  const { before, match, after, language, documentTitle, page, paragraph } = row;
  const position =
    page === null
      ? t('words.kwic.position', { paragraph })
      : t('words.kwic.position.page', { page: page.label, paragraph });
  const name = `${documentTitle}, ${position}`;
  const label = t('words.kwic.row', { before, match, after, place: name });
  const lang = language === 'und' ? {} : { lang: language };
  return (
    <ListBoxItem id={id} textValue={label} className="kwic-row">
      <span className="kwic-line" dir="auto" {...lang}>
        <span className="be">
          <bdi>{before}</bdi>
        </span>
        <span className="af">
          <em>{match}</em>
          {after}
        </span>
      </span>
      <span className="kwic-place" title={name}>
        <bdi className="clip">{documentTitle}</bdi>
        <span>{position}</span>
      </span>
    </ListBoxItem>
  );
}

/**
 * The places of a word as an aligned concordance; only what is in sight is on the page. Arrows go from place to place, Enter or a
 * press opens one in its document.
 */
export function Concordance({ rows, query }: { rows: readonly ContextRow[]; query: string }) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const asked = useWordViews((views) => views.asked);
  const items = useMemo(() => rows.map((row, id): Item => ({ id, row })), [rows]);
  useEffect(() => {
    if (!asked) return undefined;
    // Rows come a frame after the list, once it is known how high that is.
    let frame = 0;
    const look = () => {
      const first = list.current?.querySelector<HTMLElement>('[role=option]');
      if (!first) frame = requestAnimationFrame(look);
      else {
        first.focus();
        useWordViews.setState({ asked: false });
      }
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [asked]);
  return (
    <div className="kwic">
      <Rows>
        <ListBox
          ref={list}
          className="kwic-list"
          aria-label={t('words.kwic.list', { query })}
          items={items}
          onAction={(key) => {
            const row = rows[Number(key)];
            if (row !== undefined) openPlace(row);
          }}
        >
          {(item) => <Line item={item} />}
        </ListBox>
      </Rows>
    </div>
  );
}
