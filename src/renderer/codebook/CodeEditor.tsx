import { useQuery } from '@tanstack/react-query';
import { Maximize2, X } from 'lucide-react';
import type { CodeFields, CodeRow } from '../../contract/codes.ts';
import { api } from '../client/shell.ts';
import { CodeInDocument } from '../inspector/CodeInDocument.tsx';
import { MemoSection } from '../memos/MemoSection.tsx';
import { useText } from '../messages/intl.tsx';
import { usePanes } from '../state/panes.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Check } from '../ui/Check.tsx';
import { CommandIcon } from '../ui/CommandButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useIsLocked } from '../versions/useIsLocked.ts';
import { updateCode } from './actions.ts';
import { CodeDescription, CodeNameField } from './CodeFields.tsx';
import { CodePlaces } from './CodePlaces.tsx';
import { ColourField } from './ColourField.tsx';
import { QuickKey } from './QuickKey.tsx';
import { CodeWords } from './words/CodeWords.tsx';

/** The form, for a code that exists. */
function Form({ code, isReadOnly }: { code: CodeRow; isReadOnly: boolean }) {
  const t = useText();
  const save = (fields: Partial<CodeFields>) => updateCode(code.id, fields);
  return (
    <div className="code-editor">
      <CodeNameField code={code} isReadOnly={isReadOnly} />
      <CodePlaces code={code} />
      <div className="code-look">
        {isReadOnly ? null : (
          <ColourField name={code.name} colour={code.colour} onChange={(colour) => void save({ colour })} />
        )}
        <Check
          isSelected={code.codable}
          isReadOnly={isReadOnly}
          onChange={(codable) => void save({ codable })}
          aria-description={t('code.codable.hint')}
        >
          {t('code.codable')}
        </Check>
        {code.codable ? <QuickKey codeId={code.id} /> : null}
      </div>
      <CodeDescription code={code} isReadOnly={isReadOnly} />
      <CodeWords code={code} isReadOnly={isReadOnly} />
    </div>
  );
}

/** Gives the inspector back to the text; where it lies over the text, it goes altogether. */
function closeEditor(): void {
  useWorkspace.setState({ inspected: null });
  if (usePanes.getState().inspectorOver) usePanes.getState().toggle('inspector', false);
}

/**
 * Edits what a code means: its name, definition, when to use it and when not, an example, and its colour. Each field is
 * saved when it is left. For the inspector, which shows it while a code is selected.
 */
export function CodeEditor({ codeId }: { codeId: string }) {
  const t = useText();
  const { data: codes } = useQuery(api.codes.list.queryOptions());
  const { data: project } = useQuery(api.project.state.queryOptions());
  const isLocked = useIsLocked();
  const code = codes?.find((each) => each.id === codeId);
  return (
    <>
      <div className="pane-h">
        <h2>{t('code.title')}</h2>
        <span className="grow" />
        <CommandIcon command="codes.page" icon={Maximize2} />
        <IconButton label={t('code.close')} icon={X} onPress={closeEditor} />
      </div>
      {code === undefined ? null : (
        <div className="pane-b">
          <Form key={code.id} code={code} isReadOnly={project?.readOnly !== null || isLocked} />
          <MemoSection target={{ kind: 'code', id: code.id }} command="memo.write" />
          <CodeInDocument code={code} />
        </div>
      )}
    </>
  );
}
