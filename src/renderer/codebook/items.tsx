import { ChevronRight, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, TreeItem, TreeItemContent } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import { useText } from '../messages/intl.tsx';
import { isActive } from '../scope/activate.ts';
import { useScope } from '../state/scope.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Icon } from '../ui/Icon.tsx';
import { focusRow, InlineEdit } from '../ui/InlineEdit.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { RowInside, RowMenu } from '../ui/RowInside.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { createCode, updateCode } from './actions.ts';
import { useEditing } from './editing.ts';
import type { Place } from './tree.ts';
import { useCodeMenu } from './useCodeMenu.ts';

/** The name of a code being edited in its row. */
function Renamer({ code }: { code: CodeRow }) {
  const t = useText();
  return (
    <InlineEdit
      label={t('codebook.rename.label')}
      value={code.name}
      onDone={(name) => {
        useEditing.getState().edit(null);
        focusRow('codebook', code.id);
        if (name !== null && name.trim() !== '' && name !== code.name) void updateCode(code.id, { name });
      }}
    />
  );
}

/** What the screen knows of a code: that it narrows the scope, and the digit key it lies on. */
function Marks({ code: { id } }: { code: CodeRow }) {
  const t = useText();
  const active = useScope(({ scope }) => isActive(scope.codes, id));
  const key = useWorkspace(({ pinned }) => pinned.indexOf(id));
  return (
    <>
      {active ? (
        <span className="active" role="img" aria-label={t('codebook.active')} title={t('codebook.active')}>
          <Icon of={ListFilter} size={12} />
        </span>
      ) : null}
      {key < 0 ? null : (
        <span className="pin" title={t('codebook.pin.is', { key: key + 1 })}>
          <Kbd keys={String(key + 1)} boxed />
        </span>
      )}
    </>
  );
}

const CodeMenu = ({ code }: { code: CodeRow }) => <RowMenu rows={useCodeMenu(code)} />;

/** The inside of a code's row: swatch, name, what can be done, count. */
function Content({ code, isRenamed }: { code: CodeRow; isRenamed: boolean }) {
  const t = useText();
  return (
    <RowInside label={t('codebook.rowMenu', { name: code.name })} menu={<CodeMenu code={code} />}>
      {(button) => (
        <>
          <AriaButton slot="chevron" className="tw">
            <Icon of={ChevronRight} size={12} />
          </AriaButton>
          <Swatch name={code.name} colour={code.colour} grouping={!code.codable} />
          {code.notation === undefined ? null : <bdi className="faint num notation">{code.notation}</bdi>}
          {isRenamed ? <Renamer code={code} /> : <bdi className="grow clip">{code.name}</bdi>}
          {button}
          <Marks code={code} />
          <span className="c">{code.codable || code.passages > 0 ? code.passages : ''}</span>
        </>
      )}
    </RowInside>
  );
}

/** A code with the codes under it. */
export function CodeItem({
  code,
  isRenamed,
  children,
}: {
  code: CodeRow;
  isRenamed: boolean;
  children: ReactNode;
}) {
  const t = useText();
  const { id, name, passages, codable } = code;
  return (
    <TreeItem
      id={id}
      textValue={name}
      aria-label={codable ? t('codebook.row', { name, passages }) : t('codebook.rowGroup', { name })}
      className={codable ? 'tree-row' : 'tree-row grouping'}
      // A press on the row that is selected already changes no selection, but asks to see the code.
      // With a key held, it has chosen or taken away one of several.
      onPress={({ ctrlKey, metaKey, shiftKey }) =>
        ctrlKey || metaKey || shiftKey ? undefined : useWorkspace.getState().selectCode(id)
      }
    >
      <TreeItemContent>
        <Content code={code} isRenamed={isRenamed} />
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

/** The row in which a new code gets its name; nothing is written before it has one. */
export function DraftItem({ id, place }: { id: string; place: Place }) {
  const t = useText();
  const label = t('codebook.new.label');
  return (
    <TreeItem id={id} textValue={label} className="tree-row draft">
      <TreeItemContent>
        <div className="in">
          <span className="tw" />
          <span className="sw group" aria-hidden="true">
            +
          </span>
          <InlineEdit
            label={label}
            value=""
            onDone={async (name) => {
              useEditing.getState().edit(null);
              if (name === null || name.trim() === '') return focusRow('codebook', place.parentId ?? '');
              const made = await createCode(name, place);
              if (made !== undefined) focusRow('codebook', made);
            }}
          />
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}
