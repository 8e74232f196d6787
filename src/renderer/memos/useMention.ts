import { type KeyboardEvent, type RefObject, useState } from 'react';
import { type Asked, askedAt, type Mentionable, offersFor, withMention } from './mention.ts';
import { useMentionables } from './useMentionables.ts';

/** A mention being typed in a field, and what is offered for it. */
export interface Mentioning {
  readonly offers: readonly Mentionable[];
  readonly marked: number;
  /** Looks anew at what stands before the caret; after every change of the text. */
  readonly look: () => void;
  readonly take: (offer: Mentionable) => void;
  readonly close: () => void;
  /** Takes the keys of the list while it is open. @returns whether it took this one */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/**
 * Offers documents, codes, passages and memos while `@` or `#` is typed in a field.
 * @param change puts another text into the field
 */
export function useMention(
  field: RefObject<HTMLTextAreaElement | null>,
  change: (text: string) => void,
): Mentioning {
  const all = useMentionables();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [marked, setMarked] = useState(0);
  const offers = asked === null ? [] : offersFor(asked, all);
  const close = () => setAsked(null);
  const look = () => {
    const { current } = field;
    if (current === null) return;
    setAsked(
      current.selectionStart === current.selectionEnd ? askedAt(current.value, current.selectionEnd) : null,
    );
    setMarked(0);
  };
  const take = (offer: Mentionable) => {
    const { current } = field;
    if (current === null || asked === null) return;
    const next = withMention(current.value, asked, current.selectionEnd, offer);
    change(next.text);
    close();
    // The field has the new text once React has put it there.
    requestAnimationFrame(() => current.setSelectionRange(next.caret, next.caret));
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (offers.length === 0 || event.nativeEvent.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const offer = offers[marked];
    if (step !== undefined) setMarked((marked + step + offers.length) % offers.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && offer !== undefined) take(offer);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { offers, marked, look, take, close, onKeyDown };
}
