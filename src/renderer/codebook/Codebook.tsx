import './codebook.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Ellipsis, Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { CodeRow } from '../../contract/codes.ts';
import { api } from '../client/shell.ts';
import { useCommands } from '../commands/useCommands.ts';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { useText } from '../messages/intl.tsx';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { CommandIcon } from '../ui/CommandButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { LockBanner } from '../versions/LockBanner.tsx';
import { CodeTree } from './CodeTree.tsx';
import { CODEBOOK_COMMANDS } from './commands.ts';
import { EditDialogs } from './edit/EditDialogs.tsx';
import { useEditing } from './editing.ts';
import { PasteList } from './PasteList.tsx';
import { ReadyDialog } from './ReadyMade.tsx';

/** The codes with their counts in scope. What codes there are is asked for by itself, so that a change shows at once. */
function useCounted(): readonly CodeRow[] | undefined {
  const scoped = useScopeInput();
  const { data: codes } = useQuery(api.codes.list.queryOptions());
  const { data: counted } = useQuery({
    ...api.codes.list.queryOptions({ input: scoped }),
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    if (counted === undefined || counted === codes) return codes;
    const counts = new Map(counted.map(({ id, passages, documents }) => [id, { passages, documents }]));
    return codes?.map((code) => ({ ...code, ...counts.get(code.id) }));
  }, [codes, counted]);
}

const MENU = [
  ...['codes.create', '-', 'codes.importReady', 'codes.importFile', 'codes.addList', '-'],
  ...['codebook.merge', 'codebook.export', '-'],
  ...['codes.replaceInNames', 'codes.colours', '-', 'versions.name', 'versions.show'],
];

/** The codebook: the taxonomy as a tree that can be built, described and rearranged. */
export function Codebook() {
  const t = useText();
  useCommands(CODEBOOK_COMMANDS);
  const codes = useCounted();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { editing, edit } = useEditing();
  const rows = useMenuRows(MENU);
  const isEmpty = codes?.length === 0 && editing?.kind !== 'create';
  const mayWrite = project?.readOnly === null;
  return (
    <>
      <div className="pane-h">
        <h2>{t('codebook.title')}</h2>
        {codes === undefined || codes.length === 0 ? null : (
          <span className="n">{t('codebook.counts', { codes: codes.length })}</span>
        )}
        <span className="grow" />
        <CommandIcon command="codes.create" icon={Plus} />
        <MenuButton
          label={t('codebook.menu')}
          rows={rows}
          trigger={<IconButton label={t('codebook.menu')} icon={Ellipsis} />}
        />
      </div>
      <LockBanner />
      <div className="pane-b">
        {codes === undefined ? null : (isEmpty || editing?.kind === 'paste') && mayWrite ? (
          <PasteList isFirst={isEmpty} onClose={() => edit(null)} />
        ) : (
          <CodeTree codes={codes} mayWrite={mayWrite} />
        )}
      </div>
      {editing?.kind === 'ready' ? <ReadyDialog onClose={() => edit(null)} /> : null}
      {codes === undefined ? null : <EditDialogs codes={codes} />}
    </>
  );
}
