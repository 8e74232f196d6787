import './versions.css';
import { useQuery } from '@tanstack/react-query';
import { Lock, LockOpen, Pencil, Trash2, Undo2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { CHANGE_KINDS, type CodebookVersion } from '../../contract/codebook-versions.ts';
import { useViewFocus } from '../app/useViewFocus.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { CommandButton, CommandIcon } from '../ui/CommandButton.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Field } from '../ui/Field.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Changes } from './Changes.tsx';
import { NameDialog } from './NameDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { askFor, useVersionsView } from './state.ts';
import { VersionList } from './VersionList.tsx';

/** What a version is compared with, and which of the changes are shown. */
function Bar({ versions, present }: { versions: readonly CodebookVersion[]; present: CodebookVersion }) {
  const t = useText();
  const { to, kind, text } = useVersionsView();
  const others = versions.filter(({ id }) => id !== present.id);
  const other = others.find(({ id }) => id === to);
  return (
    <div className="bar vs-bar">
      <MenuButton
        label={t('versions.compareWith')}
        value={<bdi>{other?.name ?? t('versions.now')}</bdi>}
        rows={[
          {
            id: 'now',
            label: t('versions.now'),
            checked: other === undefined,
            run: () => useVersionsView.setState({ to: null }),
          },
          ...others.map(({ id, name }) => ({
            id,
            label: name,
            checked: id === to,
            run: () => useVersionsView.setState({ to: id }),
          })),
        ]}
      />
      <MenuButton
        label={t('versions.kind')}
        value={t(kind === null ? 'versions.kind.all' : `versions.change.${kind}`)}
        rows={[null, ...CHANGE_KINDS].map((each) => ({
          id: each ?? 'all',
          label: t(each === null ? 'versions.kind.all' : `versions.change.${each}`),
          checked: each === kind,
          run: () => useVersionsView.setState({ kind: each }),
        }))}
      />
      <div className="vs-filter">
        <Field
          label={t('versions.filter')}
          labelHidden
          placeholder={t('versions.filter')}
          value={text}
          onChange={(next) => useVersionsView.setState({ text: next })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') useVersionsView.setState({ text: '' });
            else event.continuePropagation();
          }}
        />
      </div>
      <span className="grow" />
      <CommandIcon command="versions.lock" icon={present.isLocked ? LockOpen : Lock} />
      <CommandIcon command="versions.edit" icon={Pencil} />
      <CommandIcon command="versions.restore" icon={Undo2} />
      <CommandIcon command="versions.remove" icon={Trash2} />
      <CommandButton command="versions.name">{t('versions.name.button')}</CommandButton>
    </div>
  );
}

/** What changed from one version to another, or to now. */
function Difference({
  versions,
  present,
}: {
  versions: readonly CodebookVersion[];
  present: CodebookVersion;
}) {
  const t = useText();
  const { to, kind, text } = useVersionsView();
  const other = versions.find(({ id }) => id === to && id !== present.id);
  const { data: changes } = useQuery(
    api.codebookVersions.diff.queryOptions({ input: { from: present.id, to: other?.id ?? null } }),
  );
  const shown = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    return changes?.filter(
      (change) =>
        (kind === null || change.kind === kind) &&
        (change.code.path.toLocaleLowerCase().includes(wanted) ||
          change.other?.path.toLocaleLowerCase().includes(wanted) === true),
    );
  }, [changes, kind, text]);
  if (changes === undefined || shown === undefined) return null;
  const count = changes.length;
  return (
    <>
      <header className="vs-title">
        <h2 dir="auto">
          {other === undefined
            ? t('versions.title.now', { from: present.name })
            : t('versions.title', { from: present.name, to: other.name })}
        </h2>
        <p className="quiet" role="status">
          {shown.length === count
            ? t('versions.sum', { count })
            : t('versions.sum.filtered', { shown: shown.length, count })}
        </p>
      </header>
      {count > 0 && shown.length === 0 ? <p className="quiet">{t('versions.noMatch')}</p> : null}
      <Changes changes={shown} />
    </>
  );
}

/** The named states of the codebook, and what changed between them. */
export function Versions() {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const { data: versions } = useQuery(api.codebookVersions.list.queryOptions());
  const { from, asked } = useVersionsView();
  const present = versions?.find(({ id }) => id === from) ?? versions?.[0];
  useViewFocus(() =>
    versions === undefined ? null : box.current?.querySelector<HTMLElement>('[role=listbox], .empty button'),
  );
  const about =
    asked === null || asked.kind === 'name' ? undefined : versions?.find(({ id }) => id === asked.versionId);
  const close = () => askFor(null);
  return (
    <div ref={box} className="vs">
      {versions === undefined ? null : present === undefined ? (
        <Empty
          title={t('versions.empty.title')}
          actions={<CommandButton command="versions.name" look="primary" />}
        >
          <p>{t('versions.empty.body')}</p>
          <p>{t('versions.empty.lock')}</p>
        </Empty>
      ) : (
        <>
          <Bar versions={versions} present={present} />
          <div className="vs-body">
            <VersionList versions={versions} present={present} />
            <div className="pane-b vs-changes">
              <Difference versions={versions} present={present} />
            </div>
          </div>
        </>
      )}
      {asked?.kind === 'name' ? (
        <NameDialog mayLock={versions?.some(({ isLocked }) => isLocked) === false} onClose={close} />
      ) : asked?.kind === 'edit' && about !== undefined ? (
        <NameDialog version={about} mayLock={false} onClose={close} />
      ) : asked?.kind === 'restore' && about !== undefined ? (
        <RestoreDialog version={about} onClose={close} />
      ) : null}
    </div>
  );
}
