import './picker.css';
import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { useText } from '../messages/intl.tsx';
import { readableWords } from '../reader/text.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { brief } from '../reader/words.ts';
import { type Picking, useReader } from '../state/reader.ts';
import { CodeFinder } from './CodeFinder.tsx';
import { PickerFoot } from './PickerFoot.tsx';
import { usePicker } from './usePicker.ts';
import { useUnder } from './useUnder.ts';

/** As large as the picker gets, px. */
const SIZE = { width: 432, height: 336 };

/** Leaving closes. Going to another window leaves the field the active one: it is to be there on coming back. */
function onBlur(event: FocusEvent<HTMLElement>): void {
  const left = !event.currentTarget.contains(event.relatedTarget) && document.activeElement !== event.target;
  if (left) useReader.getState().stopPicking();
}

function Box({
  scroller,
  codebook,
  picking,
}: {
  scroller: RefObject<HTMLElement | null>;
  codebook: Codebook;
  picking: Picking;
}) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const { target, replaces } = picking;
  const place = useUnder(scroller, target, SIZE);
  const picker = usePicker(scroller, picking, codebook);
  const { options, note } = picker;
  const loaded = useReader((state) => state.reading?.loaded);
  const placed = place !== null;
  // What has no place yet is hidden, and what is hidden takes no focus.
  useLayoutEffect(() => {
    if (placed) field.current?.focus({ preventScroll: true });
  }, [placed]);
  const quote = loaded === undefined ? '' : brief(readableWords(loaded, target));
  const title =
    replaces === null
      ? target.region
        ? t('picker.titlePart', { number: target.region.page })
        : t('picker.title', { quote })
      : t('picker.titleReplace', { quote, name: replaces.name });
  const empty = codebook.codes.length === 0 ? 'picker.noCodes' : 'picker.nothing';
  return (
    <div
      role="dialog"
      aria-label={title}
      className="float pk"
      style={{
        insetBlockStart: place?.y ?? 0,
        insetInlineStart: place?.x ?? 0,
        maxBlockSize: place?.room ?? 0,
        visibility: place === null ? 'hidden' : 'visible',
      }}
      onBlur={onBlur}
    >
      <div className="pk-about clip">{title}</div>
      <CodeFinder
        label={t('picker.find')}
        typed={picker.typed}
        options={options}
        active={picker.active}
        fieldRef={field}
        onType={picker.type}
        onKeyDown={picker.onKeyDown}
        onChoose={picker.choose}
        onUnder={picker.createUnder}
      />
      {note === null && options.some(({ kind }) => kind === 'code') ? null : (
        <p className="pk-note">{note ?? t(empty)}</p>
      )}
      <PickerFoot keys={picker.keys} more={picker.more} />
    </div>
  );
}

/** Finds a code by typing and applies it, under the passage it is for. Keyboard: see `PickerFoot`. */
export function Picker({
  scroller,
  codebook,
}: {
  scroller: RefObject<HTMLElement | null>;
  codebook: Codebook;
}) {
  const picking = useReader((state) => state.picking);
  if (picking?.what !== 'apply') return null;
  const { start, end } = picking.target;
  return <Box key={`${start}-${end}`} scroller={scroller} codebook={codebook} picking={picking} />;
}
