import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PassageRow } from '../../contract/passages.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import { holderOf } from '../reader/useFollow.ts';
import { useAutosave } from '../state/drafts.ts';
import { useReader } from '../state/reader.ts';
import { CommandKbd } from '../ui/CommandKbd.tsx';

/**
 * The comment on a passage, edited in place. It saves itself at every pause and when it is left, each time as a step of its
 * own; if writing fails, what was typed stays in the field.
 */
export function Comment({ passage }: { passage: PassageRow }) {
  const t = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const commenting = useReader((state) => state.commenting);
  const { data: project } = useQuery(api.project.state.queryOptions());
  useEffect(() => {
    if (!commenting) return;
    field.current?.focus();
    useReader.setState({ commenting: false });
  }, [commenting]);

  const auto = useAutosave(passage.comment, async (comment) => {
    const input = { passage: passage.id, comment };
    const answer = await write(api.passages.comment.mutationOptions(), input);
    if (answer !== undefined) say(t('inspector.comment.saved'));
    return answer !== undefined;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!done && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    // Back to the text; leaving the field saves.
    const back = holderOf(document.body, useReader.getState().cursor.head);
    if (back === null) field.current?.blur();
    else back.focus({ preventScroll: true });
  };
  return (
    <section className="in-sec">
      <h3>
        {t('inspector.comment')}
        <span className="end">
          <CommandKbd command="reader.comment" boxed />
        </span>
      </h3>
      <textarea
        ref={field}
        className="field area serif in-comment"
        aria-label={t('inspector.comment.label')}
        placeholder={t('inspector.comment.hint')}
        dir="auto"
        rows={3}
        readOnly={project?.readOnly !== null}
        value={auto.text}
        onChange={(event) => auto.change(event.target.value)}
        onBlur={() => void auto.flush()}
        onKeyDown={onKeyDown}
      />
      {auto.isDirty ? <p className="faint small">{t('inspector.comment.unsaved')}</p> : null}
    </section>
  );
}
