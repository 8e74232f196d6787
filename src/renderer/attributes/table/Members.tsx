import { useQuery } from '@tanstack/react-query';
import { type RefObject, useMemo, useState } from 'react';
import { Dialog as AriaDialog, GridList, GridListItem, Input, SearchField } from 'react-aria-components';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { useRowHeight } from '../../state/rows.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions } from '../../ui/Dialog.tsx';
import { ContextPopover } from '../../ui/Menu.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { setMembers, visit } from './actions.ts';
import type { Line } from './model.ts';
import { type Of, useAttributeTable } from './state.ts';

/** What may belong to a case or document. */
interface Member {
  readonly id: string;
  readonly name: string;
  /** Whether it does. */
  readonly belongs: boolean;
}

/** As many lines are seen at once, and the edges of the list take so much, px. */
const LINES = { least: 3, most: 9 };
const EDGES = 2;

const close = () => useAttributeTable.setState({ open: null });

/** Gives all documents, for a case, or all cases, for a document; undefined until they have come. */
function useMembers(of: Of, id: string): readonly Member[] | undefined {
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  return useMemo(() => {
    if (cases === undefined || documents === undefined) return undefined;
    if (of === 'document') return cases.map((each) => ({ ...each, belongs: each.documents.includes(id) }));
    const own = new Set(cases.find((each) => each.id === id)?.documents);
    return documents.map((each) => ({ id: each.id, name: each.title, belongs: own.has(each.id) }));
  }, [of, id, cases, documents]);
}

/** The list: what is looked for above, then what there is with a box each. Nothing is written before it is confirmed. */
function Choice({ of, line, members }: { of: Of; line: Line; members: readonly Member[] }) {
  const t = useText();
  const height = useRowHeight();
  const [text, setText] = useState(() => useAttributeTable.getState().sought);
  const [keys, setKeys] = useState<ReadonlySet<string>>(
    () => new Set(members.flatMap(({ id, belongs }) => (belongs ? [id] : []))),
  );
  const sought = text.trim().toLocaleLowerCase();
  const rows = members.filter(({ name }) => name.toLocaleLowerCase().includes(sought));
  const seen = Math.max(LINES.least, Math.min(rows.length, LINES.most));
  return (
    <div className="at-choice" data-own-keys="Enter">
      <SearchField autoFocus aria-label={t(`caseTable.members.find.${of}`)} value={text} onChange={setText}>
        <Input className="field" placeholder={t(`caseTable.members.find.${of}`)} />
      </SearchField>
      <Rows>
        <GridList
          aria-label={t(`caseTable.column.members.${of}`)}
          className="rows at-members"
          style={{ blockSize: seen * height + EDGES }}
          items={rows}
          dependencies={[keys]}
          selectionMode="multiple"
          selectionBehavior="toggle"
          selectedKeys={keys}
          renderEmptyState={() => <p className="quiet at-nobody">{t('caseTable.members.none')}</p>}
          onSelectionChange={(next) => {
            // What is not in the list at present stays as it was.
            const hidden = [...keys].filter((id) => !rows.some((row) => row.id === id));
            setKeys(
              new Set([...hidden, ...(next === 'all' ? rows.map(({ id }) => id) : [...next].map(String))]),
            );
          }}
        >
          {({ id, name }) => (
            <GridListItem id={id} className="at-member" textValue={name}>
              <span className={keys.has(id) ? 'bx is-on' : 'bx'} aria-hidden="true" />
              <bdi className="grow clip">{name}</bdi>
            </GridListItem>
          )}
        </GridList>
      </Rows>
      <p className="quiet small" role="status">
        {t('caseTable.members.count', { count: keys.size })}
      </p>
      <Actions>
        <Button
          look="plain"
          onPress={() => {
            close();
            visit(of, line);
          }}
        >
          {t(`caseTable.members.visit.${of}`)}
        </Button>
        <span className="grow" />
        <Button onPress={close}>{t('caseTable.members.cancel')}</Button>
        <Button
          look="primary"
          onPress={() => {
            close();
            void setMembers(
              of,
              line,
              members.filter(({ id, belongs }) => belongs !== keys.has(id)).length > 0 ? [...keys] : null,
            );
          }}
        >
          {t('caseTable.members.set')}
        </Button>
      </Actions>
    </div>
  );
}

/**
 * At a cell, the choice of the documents that belong to a case, or of the cases that a document belongs to.
 * @param at the id of the cell
 */
export function MembersPopup({ of, line, at }: { of: Of; line: Line; at: string }) {
  const t = useText();
  const members = useMembers(of, line.id);
  const cell = useMemo<RefObject<Element | null>>(
    () => ({
      get current() {
        return document.getElementById(at);
      },
    }),
    [at],
  );
  if (members === undefined) return null;
  const label = t('caseTable.edit', { name: line.name, column: t(`caseTable.column.members.${of}`) });
  return (
    <ContextPopover label={label} at={cell} onClose={close}>
      <AriaDialog className="at-form" aria-label={label}>
        <Choice of={of} line={line} members={members} />
      </AriaDialog>
    </ContextPopover>
  );
}
