interface Notifying {
  ariaNotify?: (message: string, options?: { priority?: 'high' | 'normal' }) => void;
}

let region: HTMLElement | null = null;

function fallback(): HTMLElement {
  if (region === null) {
    region = document.createElement('div');
    region.className = 'hidden-visually';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  return region;
}

/**
 * The one announcer: speaks a sentence to assistive technology. Where `ariaNotify` is missing, a live region is
 * filled by `textContent`, because text that React inserts into a live region stays unread in VoiceOver.
 */
export function announce(sentence: string): void {
  const notify = (document as unknown as Notifying).ariaNotify;
  if (notify === undefined) fallback().textContent = sentence;
  else notify.call(document, sentence);
}
