import { useQuery } from '@tanstack/react-query';
import { Ellipsis, X } from 'lucide-react';
import type { CaseRow } from '../../contract/cases.ts';
import { Attributes } from '../attributes/Attributes.tsx';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { CodeText } from '../codebook/CodeText.tsx';
import { PlainField } from '../inspector/PlainField.tsx';
import { MemoSection } from '../memos/MemoSection.tsx';
import { useText } from '../messages/intl.tsx';
import { usePanes } from '../state/panes.ts';
import { useWorkspace } from '../state/workspace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { renameCase } from './actions.ts';
import { CodeInCase } from './CodeInCase.tsx';
import { Documents } from './Documents.tsx';
import { useCaseMenu } from './useCaseMenu.ts';

/** Gives the inspector back to the text; where it lies over the text, it goes altogether. */
function close(): void {
  useWorkspace.getState().inspect(null);
  if (usePanes.getState().inspectorOver) usePanes.getState().toggle('inspector', false);
}

/**
 * A case: what it is called and stands for, its documents, what is known about it, and what was thought about it. For the
 * inspector, which shows it while a case is selected.
 */
export function CaseView({ of }: { of: CaseRow }) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const canWrite = project?.readOnly === null;
  const { id, name, description, documents, attributes } = of;
  const { data: codes } = useQuery(api.codes.list.queryOptions());
  const codeId = useWorkspace((workspace) => workspace.codeId);
  const code = codes?.find((each) => each.id === codeId);
  const rows = useCaseMenu(of, 'inspector');
  const menu = t('cases.menu', { name });
  const describe = async (text: string) => {
    const input = { case: id, description: text };
    return (await write(api.cases.describe.mutationOptions(), input)) !== undefined;
  };
  return (
    <>
      <div className="pane-h in-h">
        <h2>{t('cases.title')}</h2>
        <span className="n">{t('cases.count', { documents: documents.length })}</span>
        <span className="grow" />
        <MenuButton label={menu} rows={rows} trigger={<IconButton label={menu} icon={Ellipsis} />} />
        <IconButton label={t('cases.close')} icon={X} onPress={close} />
      </div>
      <div className="pane-b">
        <section className="in-sec in-title in-about">
          <PlainField
            label={t('cases.name')}
            value={name}
            isSerif
            wraps
            isReadOnly={!canWrite}
            check={(text) => text.trim() !== ''}
            onSave={(text) => renameCase(of, text)}
          />
          <CodeText
            name="description"
            label={t('cases.description')}
            value={description}
            rows={2}
            placeholder={t('cases.description.placeholder')}
            isReadOnly={!canWrite}
            onSave={describe}
          />
        </section>
        <Documents of={of} canWrite={canWrite} />
        <Attributes owner={{ of: { case: id }, values: attributes }} canWrite={canWrite} />
        <MemoSection target={{ kind: 'case', id }} command="memo.write" />
        {code === undefined || !code.codable || documents.length === 0 ? null : (
          <CodeInCase of={of} code={code} />
        )}
      </div>
    </>
  );
}
