import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { shellKind } from '../client/shell.ts';

/** How many fields hold words that are typed but not yet in the project. */
export const useDrafts = create<{ open: number }>(() => ({ open: 0 }));

/**
 * Counts a field as unsaved while it is; the status line then does not say "Saved". Closing the page sends the words off,
 * and a browser asks first; the desktop window would not ask but refuse to close, so there it is not held back.
 * @param dirty whether the field differs from what is in the project
 */
export function useDraft(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const stay = (event: BeforeUnloadEvent) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (shellKind() === 'browser') event.preventDefault();
    };
    useDrafts.setState(({ open }) => ({ open: open + 1 }));
    window.addEventListener('beforeunload', stay);
    return () => {
      useDrafts.setState(({ open }) => ({ open: open - 1 }));
      window.removeEventListener('beforeunload', stay);
    };
  }, [dirty]);
}

/** What saves the fields that hold words of their own. */
const flushes = new Set<() => Promise<boolean>>();

/**
 * Saves everything that is being typed, before something takes it from the screen.
 * @returns whether all of it is in the project now; what is not has been said, and stays in its field
 */
export async function settleDrafts(): Promise<boolean> {
  // Fields that save when they are left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const saved = await Promise.all([...flushes].map((flush) => flush()));
  return saved.every(Boolean);
}

/** How long nothing has to be typed before a text is saved, ms: one step for each pause, not for each letter. */
const PAUSE = 1000;

/** A text that saves itself; see `useAutosave`. */
export interface Autosave {
  /** What the field shows. */
  readonly text: string;
  /** Whether some of it is not in the project yet. */
  readonly isDirty: boolean;
  readonly change: (text: string) => void;
  /** Saves at once. @returns whether everything is in the project now */
  readonly flush: () => Promise<boolean>;
}

/**
 * Holds the words of a field that saves itself: after a second in which nothing is typed, when `flush` is called (on
 * leaving the field), and when the field goes. What could not be saved stays in the field.
 * @param saved what is in the project; a change from elsewhere shows where there is no draft
 * @param save writes a text as a step of its own; says whether that worked
 */
export function useAutosave(saved: string, save: (text: string) => Promise<boolean>): Autosave {
  const [draft, setDraft] = useState<string | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const isDirty = draft !== null && draft !== saved && draft !== sent;
  useDraft(isDirty);

  const now = useRef({ draft, saved, sent, save });
  useLayoutEffect(() => {
    now.current = { ...now.current, draft, saved, save };
  });
  const under = useRef<Promise<boolean>>(Promise.resolve(true));
  const flush = useCallback(() => {
    // One after the other: the second of two must not overtake the first.
    under.current = under.current.then(async () => {
      const { draft: text, saved: before, sent: last, save: write } = now.current;
      if (text === null || text === before || text === last) return true;
      now.current.sent = text;
      const isSaved = await write(text);
      now.current.sent = isSaved ? text : null;
      setSent(now.current.sent);
      return isSaved;
    });
    return under.current;
  }, []);

  // The answer has come round: from here on the field shows what is in the project, undo included.
  useEffect(() => {
    if (saved !== sent) return;
    now.current.sent = null;
    setSent(null);
    setDraft((text) => (text === saved ? null : text));
  }, [saved, sent]);
  useEffect(() => {
    if (!isDirty || draft === null) return undefined;
    const timer = setTimeout(() => void flush(), PAUSE);
    return () => clearTimeout(timer);
    // A new draft begins the second anew.
  }, [isDirty, draft, flush]);
  useEffect(() => {
    flushes.add(flush);
    return () => {
      flushes.delete(flush);
      void flush();
    };
  }, [flush]);
  const change = useCallback((text: string) => {
    now.current.draft = text;
    setDraft(text);
  }, []);
  return { text: draft ?? saved, isDirty, change, flush };
}
