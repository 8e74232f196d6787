import './library.css';
import { useQuery } from '@tanstack/react-query';
import { Ellipsis, Plus } from 'lucide-react';
import { api } from '../client/shell.ts';
import { useCommands } from '../commands/useCommands.ts';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { useText } from '../messages/intl.tsx';
import { CommandButton, CommandIcon } from '../ui/CommandButton.tsx';
import { Empty } from '../ui/Empty.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { LIBRARY_COMMANDS } from './commands.ts';
import { DocumentTree } from './DocumentTree.tsx';
import { useRenaming } from './renaming.ts';
import { useLibrary } from './useLibrary.ts';

/** What stands in the library before there is anything: what to do, and what it does. */
function Nothing() {
  const t = useText();
  return (
    <div className="library-empty">
      <Empty
        title={t('library.empty.title')}
        actions={
          <>
            <CommandButton command="documents.import" look="primary">
              {t('library.empty.choose')}
            </CommandButton>
            <CommandButton command="documents.importFolder">{t('library.empty.folder')}</CommandButton>
          </>
        }
      >
        <p>{t('library.empty.body')}</p>
      </Empty>
    </div>
  );
}

/** The documents of the project, by case. */
export function Library() {
  const t = useText();
  useCommands(LIBRARY_COMMANDS);
  const documents = useLibrary();
  const { data: cases = [] } = useQuery(api.cases.list.queryOptions());
  const isNaming = useRenaming((renaming) => renaming.isNaming);
  const inScope = documents?.filter((each) => each.inScope).length ?? 0;
  const rows = useMenuRows([
    'documents.import',
    'documents.importFolder',
    'exchange.import',
    '-',
    'cases.create',
  ]);
  return (
    <>
      <div className="pane-h">
        <h2>{t('library.title')}</h2>
        {documents === undefined ? null : (
          <span className="n">
            {inScope === documents.length
              ? t('library.counts', { documents: documents.length })
              : t('library.countsScoped', { inScope, documents: documents.length })}
          </span>
        )}
        <span className="grow" />
        <CommandIcon command="documents.import" icon={Plus} />
        <MenuButton
          label={t('library.menu')}
          rows={rows}
          trigger={<IconButton label={t('library.menu')} icon={Ellipsis} />}
        />
      </div>
      <div className="pane-b">
        {documents === undefined ? null : documents.length === 0 && cases.length === 0 && !isNaming ? (
          <Nothing />
        ) : (
          <DocumentTree documents={documents} />
        )}
      </div>
    </>
  );
}
