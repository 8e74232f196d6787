import { type HTMLInputTypeAttribute, type KeyboardEvent, useRef, useState } from 'react';
import { useDraft } from '../state/drafts.ts';

/**
 * A value that is edited where it stands: it looks like text until one points at it. Enter or leaving takes it, Escape
 * gives it up. What cannot be taken stays in the field, marked.
 * @param check says whether a text can be taken
 * @param wraps whether what is longer than its line goes on below; it stays one line of text all the same
 */
export function PlainField({
  label,
  value,
  placeholder,
  type = 'text',
  isSerif = false,
  wraps = false,
  className = '',
  isReadOnly,
  check = () => true,
  onSave,
}: {
  label: string;
  value: string;
  placeholder?: string;
  type?: HTMLInputTypeAttribute;
  isSerif?: boolean;
  wraps?: boolean;
  className?: string;
  isReadOnly: boolean;
  check?: (text: string) => boolean;
  onSave: (text: string) => Promise<boolean>;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const sending = useRef(false);
  const isDirty = draft !== null && draft !== value;
  const isInvalid = isDirty && !check(draft);
  useDraft(isDirty);
  const save = async () => {
    if (!isDirty || isInvalid || sending.current) return;
    sending.current = true;
    const isSaved = await onSave(draft);
    sending.current = false;
    if (isSaved) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void save();
    }
    if (event.key !== 'Escape' || !isDirty) return;
    // Escape gives up the draft first; without one it goes on to whatever else it closes.
    event.stopPropagation();
    setDraft(null);
  };
  const shared = {
    className: `field in-plain ${isSerif ? 'serif' : ''} ${wraps ? 'wraps' : ''} ${className}`,
    'aria-label': label,
    'aria-invalid': isInvalid,
    ...(isInvalid ? { 'data-invalid': true } : {}),
    title: label,
    dir: 'auto',
    placeholder,
    readOnly: isReadOnly,
    value: draft ?? value,
    onBlur: () => void save(),
    onKeyDown,
  };
  return wraps ? (
    <textarea
      {...shared}
      rows={1}
      onChange={(event) => setDraft(event.target.value.replace(/\s*\n\s*/g, ' '))}
    />
  ) : (
    <input {...shared} type={type} onChange={(event) => setDraft(event.target.value)} />
  );
}
