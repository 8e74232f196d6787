import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../messages/intl.tsx';
import { say } from '../../reader/say.ts';
import { useDraft } from '../../state/drafts.ts';
import { attributeOf, type Column, optionFor, type Words } from './model.ts';

/** Where one goes on after a cell. */
export type Next = 'down' | 'up' | 'on' | 'back' | 'stay';

/** The keys that end an edit, and where they go on. */
function nextOf({ key, shiftKey }: KeyboardEvent): Next | null {
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'back' : 'on';
  return null;
}

/**
 * The field in which a cell is edited. Enter and Tab write it and go on, leaving it writes it, Escape gives it up. What does
 * not fit stays in the field, with a sentence that says why.
 */
export function Editor({
  column,
  label,
  draft,
  current,
  words,
  onWrite,
  onDone,
}: {
  column: Column;
  label: string;
  /** What it begins with. */
  draft: string;
  /** What the cell says now. */
  current: string;
  words: Words;
  /** @returns why it does not fit, or null */
  onWrite: (text: string) => Promise<string | null>;
  onDone: (next: Next) => void;
}) {
  const t = useText();
  const attribute = attributeOf(column);
  const options =
    attribute?.kind === 'boolean'
      ? [words.yes, words.no]
      : attribute?.kind === 'choice' && attribute.choices.length > 0
        ? attribute.choices
        : null;
  const [text, setText] = useState(() => {
    return options === null ? draft : optionFor(options, draft, current);
  });
  const [why, setWhy] = useState<string | null>(null);
  const whyId = useId();
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  // The field goes when it is done, and going may take the focus from it, which must not count a second time.
  const over = useRef(false);
  useDraft(text !== draft);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange?.(draft.length, draft.length);
  }, [draft]);
  const finish = async (next: Next) => {
    if (over.current) return;
    over.current = true;
    const misfit = await onWrite(text);
    if (misfit === null) return onDone(next);
    say(misfit);
    // Who has gone elsewhere is told, and keeps what was there before.
    if (next === 'stay') return onDone(next);
    over.current = false;
    setWhy(misfit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      over.current = true;
      onDone('stay');
    } else {
      const next = nextOf(event);
      if (next === null) return;
      void finish(next);
    }
    event.preventDefault();
  };
  const shared = {
    ref: field,
    className: 'field at-edit',
    'aria-label': label,
    'aria-invalid': why !== null,
    'data-own-keys': 'true',
    value: text,
    onKeyDown,
    onBlur: () => void finish('stay'),
    ...(why === null ? {} : { 'aria-describedby': whyId }),
  };
  return (
    <>
      {options === null ? (
        <input {...shared} dir="auto" maxLength={10_000} onChange={(event) => setText(event.target.value)} />
      ) : (
        <select {...shared} onChange={(event) => setText(event.target.value)}>
          <option value="">{t('attributes.unset')}</option>
          {options.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
      {why === null ? null : (
        <p className="at-why" id={whyId}>
          {why}
        </p>
      )}
    </>
  );
}
