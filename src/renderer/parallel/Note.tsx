import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { MemoRow } from '../../contract/memos.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { MemoEntry } from '../memos/MemoEntry.tsx';
import { useText } from '../messages/intl.tsx';
import { useAutosave } from '../state/drafts.ts';
import { CommandKbd } from '../ui/CommandKbd.tsx';
import { useParallel } from './view.ts';

const NONE: readonly MemoRow[] = [];

/**
 * Gives the function that saves the words of a note: the first of them make it, and when none are left it goes. It may be
 * called for the last time when the field has gone already.
 */
function useSave(passage: string, other: string, memo: MemoRow | undefined) {
  const known = useRef<string | null>(null);
  // Once it is among the memos it is theirs to say whether it is still there: an undo may take it away.
  const id = memo?.id;
  useEffect(() => {
    if (id !== undefined) known.current = null;
  }, [id]);
  return async (body: string): Promise<boolean> => {
    const present = id ?? known.current;
    if (present === null) {
      if (body.trim() === '') return true;
      const target = { kind: 'pair', passage, other } as const;
      const made = await write(api.memos.write.mutationOptions(), { target, title: '', body });
      known.current = made?.memoId ?? null;
      return made !== undefined;
    }
    if (body.trim() === '' && (memo?.title ?? '') === '') {
      known.current = null;
      return (await write(api.memos.remove.mutationOptions(), { memo: present })) !== undefined;
    }
    return (await write(api.memos.change.mutationOptions(), { memo: present, body })) !== undefined;
  };
}

/** The field in which one's own note is written; it saves itself at every pause and when it is left. */
function NoteField({
  passage,
  other,
  memo,
  about,
}: {
  passage: string;
  other: string;
  memo: MemoRow | undefined;
  about: string;
}) {
  const t = useText();
  const auto = useAutosave(memo?.body ?? '', useSave(passage, other, memo));
  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isDone && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    void auto.flush();
    document.querySelectorAll<HTMLElement>('.sbs-pane')[useParallel.getState().pane]?.focus();
  };
  return (
    <textarea
      className="field area serif"
      aria-label={about}
      placeholder={t('parallel.note.hint')}
      dir="auto"
      rows={2}
      value={auto.text}
      onChange={(event) => auto.change(event.target.value)}
      onBlur={() => void auto.flush()}
      onKeyDown={onKeyDown}
    />
  );
}

/**
 * The notes on a pair of passages: one's own in a field, those of others to read.
 * @param about names the two documents
 */
export function Note({ passage, other, about }: { passage: string; other: string; about: string }) {
  const t = useText();
  const target = { kind: 'pair', passage, other } as const;
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { data: memos } = useQuery(api.memos.list.queryOptions({ input: { target } }));
  const me = project?.coder?.id;
  const own = memos?.find(({ createdBy }) => createdBy === me);
  const others = (memos ?? NONE).filter((memo) => memo !== own);
  const canWrite = project?.readOnly === null;
  return (
    <section className="sbs-note" aria-label={t('parallel.note')}>
      <h3 className="small">
        <bdi>{about}</bdi>
        {canWrite ? <CommandKbd command="parallel.note" boxed /> : null}
      </h3>
      {canWrite && memos !== undefined ? (
        <NoteField passage={passage} other={other} memo={own} about={about} />
      ) : own === undefined ? null : (
        <MemoEntry memo={own} onEdit={undefined} />
      )}
      {others.map((memo) => (
        <MemoEntry key={memo.id} memo={memo} onEdit={undefined} />
      ))}
      {canWrite ? null : <p className="faint small">{t('parallel.note.readOnly')}</p>}
    </section>
  );
}
