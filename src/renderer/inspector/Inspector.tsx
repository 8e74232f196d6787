import './document.css';
import './inspector.css';
import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useDeferredValue } from 'react';
import { CaseView } from '../cases/CaseView.tsx';
import { api } from '../client/shell.ts';
import { CodeEditor } from '../codebook/CodeEditor.tsx';
import { useKeyNames } from '../commands/useKeyNames.ts';
import { MemoSection } from '../memos/MemoSection.tsx';
import { useText } from '../messages/intl.tsx';
import { knownPages } from '../pages/move.ts';
import { blockAt } from '../reader/text.ts';
import { type Codebook, useCodebook } from '../reader/useCodebook.ts';
import { type Reading, useReader } from '../state/reader.ts';
import { type Selection, useWorkspace } from '../state/workspace.ts';
import { CommandKbd } from '../ui/CommandKbd.tsx';
import { Empty } from '../ui/Empty.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AddCode } from './AddCode.tsx';
import { inspectDocument } from './commands.ts';
import { DocumentView } from './DocumentView.tsx';
import { PassageHistory } from './PassageHistory.tsx';
import { PassageView } from './PassageView.tsx';
import { Quote } from './Quote.tsx';
import { Reviews } from './Reviews.tsx';
import { Tasks } from './Tasks.tsx';

/** What the inspector is for, where there is nothing to show. */
function Nothing() {
  const t = useText();
  const keys = useKeyNames();
  return (
    <>
      <Empty title={t('inspector.empty.title')}>
        <ul className="in-teach">
          <li>
            <CommandKbd command="passages.next" boxed />
            <span>{t('inspector.empty.body', keys)}</span>
          </li>
          <li>
            <CommandKbd command="reader.code" boxed />
            <span>{t('inspector.empty.code', keys)}</span>
          </li>
          <li>
            <CommandKbd command="pane.next" boxed />
            <span>{t('inspector.empty.codebook')}</span>
          </li>
        </ul>
      </Empty>
      <Tasks />
    </>
  );
}

/** What is selected in the text: a passage with everything said about it, or words that are none yet. */
function Text({
  selection,
  reading,
  codebook,
}: {
  selection: Selection;
  reading: Reading;
  codebook: Codebook;
}) {
  const t = useText();
  const isPassage = selection.kind === 'passage';
  const passage = isPassage ? reading.passages.find(({ id }) => id === selection.passageId) : undefined;
  const shown = isPassage ? passage : selection;
  const { documentId, me } = reading;
  const label =
    passage?.page?.label ??
    (selection.kind === 'region' ? knownPages()[selection.region.page - 1]?.label : undefined);
  return (
    <>
      <div className="pane-h in-h">
        <h2>
          {t(
            isPassage
              ? 'inspector.passage'
              : selection.kind === 'region'
                ? 'inspector.part'
                : 'inspector.selection',
          )}
        </h2>
        {shown === undefined ? null : (
          <span className="n">
            {label !== undefined
              ? t('pages.short', { label })
              : t('inspector.paragraph', { number: blockAt(reading.loaded.blocks, shown.start) + 1 })}
          </span>
        )}
        <span className="grow" />
        <IconButton
          label={t('inspector.toDocument')}
          icon={FileText}
          onPress={() => inspectDocument(documentId)}
        />
      </div>
      <div className="pane-b">
        {passage !== undefined ? (
          <PassageView key={passage.id} passage={passage} reading={reading} codebook={codebook} />
        ) : shown === undefined ? (
          <Nothing />
        ) : (
          <>
            {selection.kind === 'region' ? null : <Quote span={shown} reading={reading} />}
            <section className="in-sec">
              <AddCode />
            </section>
            {selection.kind === 'region' ? null : (
              <MemoSection
                target={{ kind: 'span', document: documentId, start: shown.start, end: shown.end }}
                command="memo.write"
              />
            )}
          </>
        )}
        {codebook.codes.length === 0 ? null : (
          <Reviews documentId={documentId} me={me} codebook={codebook} passage={passage} />
        )}
        {passage === undefined ? null : <PassageHistory passageId={passage.id} />}
      </div>
    </>
  );
}

/** Shows what was selected last: a passage with everything said about it, a code with its definition, a case, or the document. */
export function Inspector() {
  const t = useText();
  const { inspected, codeId, caseId, documentId: now, selection } = useWorkspace();
  // The text of a document that is opened comes first.
  const documentId = useDeferredValue(now);
  const reading = useReader((state) => state.reading);
  const codebook = useCodebook();
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  if (inspected === 'code' && codeId !== null && codebook.byId.has(codeId)) {
    return <CodeEditor key={codeId} codeId={codeId} />;
  }
  const of = inspected === 'case' ? cases?.find(({ id }) => id === caseId) : undefined;
  if (of !== undefined) return <CaseView key={of.id} of={of} />;
  const isInText = selection !== null && reading !== null && selection.documentId === reading.documentId;
  // A passage that has gone, after an undo say, leaves the document.
  const isThere =
    isInText &&
    (selection.kind !== 'passage' || reading.passages.some(({ id }) => id === selection.passageId));
  if (inspected !== 'document' && isThere) {
    return <Text selection={selection} reading={reading} codebook={codebook} />;
  }
  const document = documents?.find(({ id }) => id === documentId);
  return (
    <>
      <div className="pane-h in-h">
        <h2>{t(document === undefined ? 'inspector.title' : 'inspector.document')}</h2>
      </div>
      <div className="pane-b">
        {document === undefined ? (
          <Nothing />
        ) : (
          <>
            <Tasks />
            <DocumentView key={document.id} document={document} codebook={codebook} />
          </>
        )}
      </div>
    </>
  );
}
