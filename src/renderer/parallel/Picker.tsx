import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { GridList, GridListItem, Input, SearchField } from 'react-aria-components';
import type { DocumentRow } from '../../contract/documents.ts';
import { useViewFocus } from '../app/useViewFocus.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { useRowHeight } from '../state/rows.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Rows } from '../ui/Rows.tsx';
import { LEAST, MOST, readTogether, useParallel } from './view.ts';

const NONE: readonly DocumentRow[] = [];
/** The list is at least so many rows high, and its edges take so much, px. */
const LINES = 3;
const EDGES = 10;

/** A document on a line, with a box that says whether it is chosen. */
function Row({ document, isChosen }: { document: DocumentRow; isChosen: boolean }) {
  const t = useText();
  const { id, title, words, cases } = document;
  return (
    <GridListItem id={id} className="sbs-row" textValue={title}>
      <span className={isChosen ? 'bx is-on' : 'bx'} aria-hidden="true" />
      <bdi className="grow clip">{title}</bdi>
      <bdi className="faint small clip">{cases.map(({ name }) => name).join(', ')}</bdi>
      <span className="num faint small">{t('parallel.words', { words })}</span>
    </GridListItem>
  );
}

/** Ends the choice; the texts take the focus from it. */
function leave(): void {
  useParallel.setState({ choosing: null });
  useWorkspace.setState({ viewFocus: true });
}

/** The choice of documents, which says what reading them side by side is good for. */
export function Picker({ chosen, canCancel }: { chosen: readonly string[]; canCancel: boolean }) {
  const t = useText();
  const scoped = useScopeInput();
  const { data: all } = useQuery(api.documents.list.queryOptions({ input: { ...scoped } }));
  const [keys, setKeys] = useState<readonly string[]>(chosen);
  const [text, setText] = useState('');
  const height = useRowHeight();
  useViewFocus(() => document.querySelector<HTMLElement>('.sbs-choice input'));
  const words = text.trim().toLocaleLowerCase();
  const rows = useMemo(
    () =>
      (all ?? NONE).filter(
        ({ inScope, title, id }) =>
          (inScope || keys.includes(id)) && title.toLocaleLowerCase().includes(words),
      ),
    [all, words, keys],
  );
  if (all !== undefined && all.length < LEAST)
    return (
      <div className="pane-b sbs-picker">
        <Empty title={t('parallel.picker.title')}>
          <p>{t('parallel.picker.few', { count: all.length })}</p>
        </Empty>
      </div>
    );
  const isFull = keys.length >= MOST;
  return (
    <div className="pane-b sbs-picker" data-own-keys="Enter">
      <h2 className="serif">{t('parallel.picker.title')}</h2>
      <p className="quiet">{t('parallel.picker.body')}</p>
      <div className="sbs-choice">
        <SearchField aria-label={t('parallel.picker.find')} value={text} onChange={setText}>
          <Input className="field" placeholder={t('parallel.picker.find')} />
        </SearchField>
        <Rows>
          <GridList
            aria-label={t('parallel.picker')}
            className="rows sbs-list"
            style={{ blockSize: Math.max(rows.length, LINES) * height + EDGES }}
            items={rows}
            dependencies={[keys]}
            selectionMode="multiple"
            selectionBehavior="toggle"
            selectedKeys={keys}
            disabledKeys={isFull ? rows.flatMap(({ id }) => (keys.includes(id) ? [] : [id])) : []}
            renderEmptyState={() => <p className="quiet">{t('parallel.picker.none')}</p>}
            onSelectionChange={(next) => {
              const now = next === 'all' ? rows.map(({ id }) => id) : [...next].map(String);
              // In the order in which they were chosen: so do their panes stand.
              const kept = keys.filter((id) => now.includes(id));
              setKeys([...kept, ...now.filter((id) => !keys.includes(id))].slice(0, MOST));
            }}
          >
            {(document) => <Row document={document} isChosen={keys.includes(document.id)} />}
          </GridList>
        </Rows>
        <div className="sbs-go">
          <span className="quiet small grow" role="status">
            {t(isFull ? 'parallel.picker.most' : 'parallel.picker.count', { count: keys.length })}
            {scoped === undefined ? null : ` ${t('parallel.picker.scoped')}`}
          </span>
          {canCancel ? <Button onPress={leave}>{t('parallel.picker.cancel')}</Button> : null}
          <Button
            look="primary"
            isDisabled={keys.length < LEAST}
            onPress={() => {
              readTogether(keys);
              leave();
            }}
          >
            {t('parallel.picker.read')}
          </Button>
        </div>
      </div>
    </div>
  );
}
