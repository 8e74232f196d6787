import './memos.css';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { MemoRow as Memo, MemoTarget } from '../../contract/memos.ts';
import { useCommand, useCommands } from '../commands/useCommands.ts';
import { useKeyNames } from '../commands/useKeyNames.ts';
import { DrawerViews } from '../drawer/DrawerViews.tsx';
import { useText } from '../messages/intl.tsx';
import { useScope } from '../state/scope.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { MEMO_LIST_COMMANDS } from './list-commands.ts';
import { MemoDesk } from './MemoDesk.tsx';
import { MemoList } from './MemoList.tsx';
import { useMemos } from './useMemos.ts';
import { plainWords } from './words.ts';

/** The kinds that the list can be narrowed to. */
const KINDS = ['project', 'document', 'passage', 'pair', 'code', 'case', 'coding', 'cell'] as const;
type Kind = MemoTarget['kind'];

const NONE: readonly Memo[] = [];

/** Whether a memo, or what it is about, holds these words. */
function holds(memo: Memo, words: string): boolean {
  return `${memo.title} ${plainWords(memo.body)} ${memo.about}`.toLocaleLowerCase().includes(words);
}

/** The memos of the project, newest first, and beside them the one that is open. */
export function Memos() {
  const t = useText();
  const keys = useKeyNames();
  useCommands(MEMO_LIST_COMMANDS);
  const { all, inScope, isNarrow } = useMemos();
  const widen = useScope((state) => state.clear);
  const [kind, setKind] = useState<Kind | null>(null);
  const [text, setText] = useState('');
  const fresh = useCommand('memo.project');
  const rows = useMemo(() => {
    const words = text.trim().toLocaleLowerCase();
    return (inScope ?? NONE).filter(
      (memo) => (kind === null || memo.target.kind === kind) && holds(memo, words),
    );
  }, [inScope, kind, text]);
  const left = inScope?.length ?? 0;
  const said = [
    ...(isNarrow && rows.length === left ? [] : [t('memos.count', { shown: rows.length })]),
    ...(isNarrow ? [t('memos.countScoped', { inScope: left, all: all.length })] : []),
  ].join(' · ');
  const word = (each: Kind | null) => t(each === null ? 'memos.kind.any' : `memos.kind.${each}`);
  return (
    <>
      <div className="pane-h ps-h">
        <DrawerViews />
        <span className="n clip" role="status" title={said}>
          {inScope === undefined ? null : said}
        </span>
        {isNarrow && left < all.length && left > 0 ? (
          <Button look="plain" onPress={widen}>
            {t('memos.widen')}
          </Button>
        ) : null}
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
        {inScope === undefined ? null : rows.length > 0 ? (
          <MemoList rows={rows} />
        ) : all.length === 0 ? (
          <Empty
            title={t('memos.empty.title')}
            actions={
              fresh.reason === undefined ? <Button onPress={fresh.run}>{t('memos.new')}</Button> : undefined
            }
          >
            {t('memos.empty.body', keys)}
          </Empty>
        ) : left === 0 ? (
          <Empty title={t('memos.none.scoped')} actions={<Button onPress={widen}>{t('memos.widen')}</Button>}>
            {t('memos.none.scoped.body', { all: all.length })}
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
