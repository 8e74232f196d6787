import { useRef, useState } from 'react';
import { Input, TextField } from 'react-aria-components';

/**
 * Edits a name in its row. Enter or leaving the field takes it, Escape gives it up.
 * @param onDone the new name, or null if it was given up; afterwards the row takes the focus back
 */
export function InlineEdit({
  label,
  value,
  onDone,
}: {
  label: string;
  value: string;
  onDone: (value: string | null) => void;
}) {
  const [text, setText] = useState(value);
  // The field goes when it is done, and going may take the focus from it, which must not count a second time.
  const over = useRef(false);
  const finish = (result: string | null) => {
    if (over.current) return;
    over.current = true;
    onDone(result);
  };
  return (
    <TextField
      aria-label={label}
      className="inline-edit grow"
      value={text}
      onChange={setText}
      autoFocus
      onFocus={(event) => (event.target instanceof HTMLInputElement ? event.target.select() : undefined)}
      onBlur={() => finish(text)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        finish(event.key === 'Enter' ? text : null);
      }}
    >
      <Input className="field" dir="auto" maxLength={1000} />
    </TextField>
  );
}

/** How many frames a row may take to appear: what was written comes back from the engine first. */
const PATIENCE = 60;

/** Gives the focus to the row of this key as soon as it is drawn, unless the person has gone elsewhere meanwhile. */
export function focusRow(pane: string, key: string, patience = PATIENCE): void {
  requestAnimationFrame(() => {
    // The tree itself holds the focus after a row that had it has gone.
    const here = document.activeElement;
    const row = document.querySelector<HTMLElement>(`[data-pane="${pane}"] [data-key="${CSS.escape(key)}"]`);
    // Until the row is drawn, a button that goes with its coming may still have the focus.
    const isWaiting = row === null && here?.matches(`[data-pane="${pane}"] button`) === true;
    if (here !== null && here !== document.body && !here.matches('[role=treegrid]') && !isWaiting) return;
    if (row !== null) row.focus();
    else if (patience > 0) focusRow(pane, key, patience - 1);
  });
}
