import { useRef, useState } from 'react';
import { useDraft } from '../state/drafts.ts';
import { Field } from '../ui/Field.tsx';

/**
 * A field of a code that is saved when it is left, as one step. Until then its words are a draft, and the status line
 * says so; Escape gives the draft up, and a change from elsewhere shows at once where there is no draft.
 * @param check says why a text cannot be saved, or nothing
 */
export function CodeText({
  name,
  label,
  value,
  rows,
  placeholder,
  isReadOnly,
  check,
  onSave,
}: {
  name: string;
  label: string;
  value: string;
  rows?: number;
  placeholder?: string;
  isReadOnly: boolean;
  check?: (text: string) => string | undefined;
  onSave: (text: string) => Promise<boolean>;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  // What is on its way is no draft any more, and a second blur must not send it again.
  const sending = useRef(false);
  const isDirty = draft !== null && draft !== value;
  const error = draft === null ? undefined : check?.(draft);
  useDraft(isDirty);
  const save = async () => {
    if (!isDirty || error !== undefined || sending.current) return;
    sending.current = true;
    const isSaved = await onSave(draft);
    sending.current = false;
    if (isSaved) setDraft(null);
  };
  return (
    <div data-field={name}>
      <Field
        label={label}
        serif={rows !== undefined}
        {...(rows === undefined ? {} : { rows })}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={draft ?? value}
        onChange={setDraft}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) void save();
          // Escape gives up the draft first; without one it goes on to whatever else it closes.
          if (event.key === 'Escape' && isDirty) setDraft(null);
          else event.continuePropagation();
        }}
        isInvalid={error !== undefined}
        error={error}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}
