import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, TreeItem, TreeItemContent } from 'react-aria-components';
import type { CaseRow } from '../../contract/cases.ts';
import { createCase, inspectCase, renameCase } from '../cases/actions.ts';
import { useCaseMenu } from '../cases/useCaseMenu.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';
import { focusRow, InlineEdit } from '../ui/InlineEdit.tsx';
import { RowInside, RowMenu } from '../ui/RowInside.tsx';
import type { CaseGroup } from './groups.ts';
import { useRenaming } from './renaming.ts';

/** The name of a case, or the field in which it is changed. Documents without a case have a heading too, which stays. */
function CaseName({ of, name }: { of: CaseRow | undefined; name: string }) {
  const t = useText();
  const isRenamed = useRenaming(({ id }) => of !== undefined && id === of.id);
  if (!isRenamed || of === undefined) return <bdi className="grow clip">{name}</bdi>;
  return (
    <InlineEdit
      label={t('cases.name')}
      value={name}
      onDone={(next) => {
        useRenaming.getState().stop();
        focusRow('library', of.id);
        if (next !== null) void renameCase(of, next);
      }}
    />
  );
}

const CaseMenu = ({ of }: { of: CaseRow }) => <RowMenu rows={useCaseMenu(of, 'library')} />;

/** The inside of a case's row. */
function CaseContent({ group }: { group: CaseGroup }) {
  const t = useText();
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  const of = cases?.find(({ id }) => id === group.caseId);
  const name = group.name ?? t('library.without');
  return (
    <RowInside
      label={t('library.rowMenu', { title: name })}
      menu={of === undefined ? null : <CaseMenu of={of} />}
    >
      {(button) => (
        <>
          <AriaButton slot="chevron" className="tw">
            <Icon of={ChevronRight} size={12} />
          </AriaButton>
          <CaseName of={of} name={name} />
          {button}
          <span className="c">{group.documents.length}</span>
        </>
      )}
    </RowInside>
  );
}

/** A case with its documents below. */
export function CaseItem({ id, group, children }: { id: string; group: CaseGroup; children: ReactNode }) {
  const t = useText();
  const name = group.name ?? t('library.without');
  const count = group.documents.length;
  return (
    <TreeItem
      id={id}
      textValue={name}
      aria-label={t('library.group', { name, count })}
      className="tree-row group"
      // A press on the row that is selected already changes no selection, but asks to see the case.
      {...(group.caseId === null ? {} : { onPress: () => inspectCase(id) })}
    >
      <TreeItemContent>
        <CaseContent group={group} />
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

/** The row in which a new case gets its name. */
export function NewCaseItem({ id }: { id: string }) {
  const t = useText();
  const label = t('cases.new.label');
  return (
    <TreeItem id={id} textValue={label} className="tree-row group">
      <TreeItemContent>
        <div className="in">
          <span className="tw" />
          <InlineEdit
            label={label}
            value=""
            onDone={async (name) => {
              useRenaming.getState().stop();
              const made = name === null ? undefined : await createCase(name);
              if (made === undefined) return;
              inspectCase(made);
              focusRow('library', made);
            }}
          />
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}
