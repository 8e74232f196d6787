import './memos.css';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { MemoRow as Memo, MemoTarget } from '../../contract/memos.ts';
import { api } from '../client/shell.ts';
import { useCommand, useCommands } from '../commands/useCommands.ts';
import { DrawerViews } from '../drawer/DrawerViews.tsx';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { MEMO_LIST_COMMANDS } from './list-commands.ts';
import { MemoDesk } from './MemoDesk.tsx';
import { MemoList } from './MemoList.tsx';
import { plainWords } from './words.ts';

/** The kinds that the list can be narrowed to. */
const KINDS = ['project', 'document', 'passage', 'code', 'case', 'coding', 'cell'] as const;
type Kind = MemoTarget['kind'];

const NONE: readonly Memo[] = [];

/** Whether a memo, or what it is about, holds these words. */
function holds(memo: Memo, words: string): boolean {
  return `${memo.title} ${plainWords(memo.body)} ${memo.about}`.toLocaleLowerCase().includes(words);
}

/** The memos of the project, newest first, and beside them the one that is open. */
export function Memos() {
  const t = useText();
  useCommands(MEMO_LIST_COMMANDS);
  const { data: memos } = useQuery(api.memos.list.queryOptions({ input: {} }));
  const [kind, setKind] = useState<Kind | null>(null);
  const [text, setText] = useState('');
  const fresh = useCommand('memo.project');
  const all = memos ?? NONE;
  const rows = useMemo(() => {
    const words = text.trim().toLocaleLowerCase();
    return all.filter((memo) => (kind === null || memo.target.kind === kind) && holds(memo, words));
  }, [all, kind, text]);
  const word = (each: Kind | null) => t(each === null ? 'memos.kind.any' : `memos.kind.${each}`);
  return (
    <>
      <div className="pane-h ps-h">
        <DrawerViews />
        <span className="n clip" role="status">
          {t('memos.count', { shown: rows.length })}
        </span>
        <span className="grow" />
        <MenuButton
          label={t('memos.about')}
          value={word(kind)}
          rows={[null, ...KINDS].map((each) => ({
            id: each ?? 'any',
            label: word(each),
            checked: each === kind,
            run: () => setKind(each),
          }))}
        />
        <SearchField aria-label={t('memos.filter')} className="mm-filter" value={text} onChange={setText}>
          <Input className="field" placeholder={t('memos.filter')} dir="auto" />
        </SearchField>
        <IconButton
          label={t('memos.new')}
          icon={Plus}
          isDisabled={fresh.reason !== undefined}
          onPress={fresh.run}
        />
      </div>
      <div className="pane-b mm">
        {memos === undefined ? null : rows.length > 0 ? (
          <MemoList rows={rows} />
        ) : all.length === 0 ? (
          <Empty
            title={t('memos.empty.title')}
            actions={
              fresh.reason === undefined ? <Button onPress={fresh.run}>{t('memos.new')}</Button> : undefined
            }
          >
            {t('memos.empty.body')}
          </Empty>
        ) : (
          <Empty
            title={t('memos.none.title')}
            actions={
              <Button
                onPress={() => {
                  setKind(null);
                  setText('');
                }}
              >
                {t('memos.none.widen')}
              </Button>
            }
          />
        )}
        <MemoDesk memos={all} />
      </div>
    </>
  );
}
