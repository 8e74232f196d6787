import './memos.css';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { MemoRow } from '../../contract/memos.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useAutosave } from '../state/drafts.ts';
import { useDesk, type Writing } from './desk.ts';
import { idOf, MentionList } from './MentionList.tsx';
import { useMention } from './useMention.ts';

/** Title and body as one text, the title being its first line: they are saved together. */
const joined = (title: string, body: string) => `${title}\n${body}`;

function parted(text: string): { title: string; body: string } {
  const at = text.indexOf('\n');
  return { title: text.slice(0, at).trim(), body: text.slice(at + 1) };
}

/**
 * Gives the function that writes to the memo, making it first where it is new. It may be called for the last time when
 * the field has gone already.
 */
function useSave({
  key,
  target,
  memoId,
}: Writing): (words: { title: string; body: string }) => Promise<boolean> {
  const known = useRef(memoId);
  return async (words) => {
    if (known.current !== null) {
      const input = { memo: known.current, ...words };
      return (await write(api.memos.change.mutationOptions(), input)) !== undefined;
    }
    if (words.title === '' && words.body.trim() === '') return true;
    const made = await write(api.memos.write.mutationOptions(), { target, ...words });
    if (made === undefined) return false;
    known.current = made.memoId;
    useDesk.getState().saved(key, made);
    return true;
  };
}

/**
 * The field in which a memo is written. It saves itself at every pause and when it is left; Escape and Mod+Enter leave it.
 * @param memo the memo as it stands in the project; undefined while it is new
 * @param onLeave is told when the person is done
 */
export function MemoEditor({
  writing,
  memo,
  onLeave,
}: {
  writing: Writing;
  memo: MemoRow | undefined;
  onLeave: () => void;
}) {
  const t = useText();
  const save = useSave(writing);
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const auto = useAutosave(joined(memo?.title ?? '', memo?.body ?? ''), (text) => save(parted(text)));
  const cut = auto.text.indexOf('\n');
  const [title, body] = [auto.text.slice(0, cut), auto.text.slice(cut + 1)];
  const mention = useMention(field, (text) => auto.change(joined(title, text)));
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  const leave = async () => {
    if (await auto.flush()) onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mention.onKeyDown(event)) return;
    const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!done && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    void leave();
  };
  return (
    <div className="memo-edit">
      <input
        className="field memo-title"
        aria-label={t('memos.title.label')}
        placeholder={t('memos.title.hint')}
        dir="auto"
        maxLength={500}
        value={title}
        onChange={(event) => auto.change(joined(event.target.value, body))}
        onBlur={() => void auto.flush()}
        onKeyDown={onKeyDown}
      />
      <textarea
        ref={field}
        className="field area serif"
        aria-label={t('memos.body.label')}
        placeholder={t('memos.body.hint')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(mention.offers.length === 0
          ? {}
          : { 'aria-controls': list, 'aria-activedescendant': idOf(list, mention.marked) })}
        dir="auto"
        rows={4}
        value={body}
        onChange={(event) => {
          auto.change(joined(title, event.target.value));
          mention.look();
        }}
        onClick={mention.look}
        onBlur={() => {
          mention.close();
          void auto.flush();
        }}
        onKeyDown={onKeyDown}
      />
      {mention.offers.length === 0 ? null : (
        <MentionList
          field={field}
          id={list}
          offers={mention.offers}
          marked={mention.marked}
          onTake={mention.take}
          onClose={mention.close}
        />
      )}
      <p className="faint small memo-hint">{t(auto.isDirty ? 'memos.unsaved' : 'memos.hint')}</p>
    </div>
  );
}
