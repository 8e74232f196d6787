import { type RefObject, useMemo } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components';
import { useText } from '../../messages/intl.tsx';
import { announce } from '../../ui/announce.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { InlineEdit } from '../../ui/InlineEdit.tsx';
import { ContextMenu, ContextPopover, type MenuRow } from '../../ui/Menu.tsx';
import { AttributeForm } from '../AddAttribute.tsx';
import { removeAttribute, renameAttribute } from '../actions.ts';
import { Choices } from '../Choices.tsx';
import { cellId, useColumnName } from './Cells.tsx';
import { attributeOf, type Column } from './model.ts';
import { type Of, useAttributeTable } from './state.ts';

const close = () => useAttributeTable.setState({ open: null });
const open = (what: 'rename' | 'choices') => () => useAttributeTable.setState({ open: what });

/** What is open at the title of the column that the cursor is on: its menu, or what was chosen in it. */
export function ColumnPopups({
  of,
  column,
  at,
  canWrite,
}: {
  of: Of;
  column: Column | undefined;
  at: number;
  canWrite: boolean;
}) {
  const t = useText();
  const { open: what, sorting } = useAttributeTable();
  const name = useColumnName(of)(column);
  const title = useMemo<RefObject<Element | null>>(
    () => ({
      get current() {
        return document.getElementById(cellId(-1, at));
      },
    }),
    [at],
  );
  const attribute = attributeOf(column);
  const sort = (descending: boolean | null) => () => {
    useAttributeTable.setState({
      sorting: descending === null || column === undefined ? null : { column: column.id, descending },
    });
    announce(t(`caseTable.sorted.${descending === null ? 'none' : descending ? 'down' : 'up'}`, { name }));
  };
  if (what === 'add')
    return (
      <ContextPopover label={t('caseTable.column.add')} at={title} onClose={close}>
        <AriaDialog className="at-form" aria-label={t('caseTable.column.add')}>
          <AttributeForm appliesTo={of} onDone={close} />
        </AriaDialog>
      </ContextPopover>
    );
  if (what === 'menu') {
    const isBy = sorting?.column === column?.id;
    const rows: MenuRow[] = [
      {
        id: 'up',
        label: t('caseTable.sort.up'),
        checked: isBy && sorting?.descending === false,
        run: sort(false),
      },
      {
        id: 'down',
        label: t('caseTable.sort.down'),
        checked: isBy && sorting?.descending === true,
        run: sort(true),
      },
      { id: 'none', label: t('caseTable.sort.none'), checked: sorting === null, run: sort(null) },
    ];
    if (attribute !== undefined && canWrite) {
      rows.push('-', { id: 'rename', label: t('attributes.rename'), run: open('rename') });
      if (attribute.kind === 'choice')
        rows.push({ id: 'choices', label: t('attributes.choices.edit'), run: open('choices') });
      rows.push('-', {
        id: 'remove',
        label: t('attributes.remove'),
        danger: true,
        run: () => void removeAttribute(attribute),
      });
    }
    return (
      <ContextMenu
        label={t('caseTable.column.menu', { name })}
        at={title}
        rows={rows}
        onClose={() => {
          // What was chosen in the menu may have opened something else by now.
          if (useAttributeTable.getState().open === 'menu') close();
        }}
      />
    );
  }
  if (attribute === undefined || what === 'members') return null;
  if (what === 'rename')
    return (
      <ContextPopover label={t('attributes.rename')} at={title} onClose={close}>
        <AriaDialog className="at-form" aria-label={t('attributes.rename')}>
          <InlineEdit
            label={t('attributes.name')}
            value={attribute.name}
            onDone={(next) => {
              close();
              if (next !== null) void renameAttribute(attribute, next);
            }}
          />
        </AriaDialog>
      </ContextPopover>
    );
  if (what === 'choices')
    return (
      <Dialog title={t('attributes.choices', { name })} onClose={close}>
        <Choices attribute={attribute} onDone={close} />
      </Dialog>
    );
  return null;
}
