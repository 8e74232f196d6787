import { useSpoken } from '../state/spoken.ts';

interface Notifying {
  ariaNotify?: (message: string, options?: { priority?: 'high' | 'normal' }) => void;
}

/** A place is said only after one has stopped there: who runs through a text by a held key hears the end of the way. Ms. */
const REST_MS = 500;

let region: HTMLElement | null = null;
let moving: ReturnType<typeof setTimeout> | undefined;

function fallback(): HTMLElement {
  if (region === null) {
    region = document.createElement('div');
    region.className = 'hidden-visually';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  return region;
}

function speak(sentence: string): void {
  const notify = (document as unknown as Notifying).ariaNotify;
  if (notify === undefined) fallback().textContent = sentence;
  else notify.call(document, sentence);
}

/**
 * The one announcer: speaks a sentence to assistive technology, unless the person wants to hear none. Where `ariaNotify`
 * is missing, a live region is filled by `textContent`, because text that React inserts into a live region stays unread
 * in VoiceOver.
 */
export function announce(sentence: string): void {
  // What has just been done is news; where one was before is not any more.
  clearTimeout(moving);
  if (useSpoken.getState().verbosity !== 'off') speak(sentence);
}

/** Says where one has come to, once one rests there, to those who want to hear of moves as well. */
export function announceMove(sentence: string): void {
  clearTimeout(moving);
  if (useSpoken.getState().verbosity === 'all') moving = setTimeout(() => speak(sentence), REST_MS);
}
