import './inspector.css';
import { CodeEditor } from '../codebook/CodeEditor.tsx';
import { useText } from '../messages/intl.tsx';
import { blockAt } from '../reader/text.ts';
import { useCodebook } from '../reader/useCodebook.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Empty } from '../ui/Empty.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { AddCode } from './AddCode.tsx';
import { PassageView } from './PassageView.tsx';
import { Quote } from './Quote.tsx';
import { Reviews } from './Reviews.tsx';

function Nothing() {
  const t = useText();
  return (
    <Empty title={t('inspector.empty.title')}>
      <ul className="in-teach">
        <li>
          <Kbd keys="]" boxed />
          {t('inspector.empty.body')}
        </li>
        <li>
          <Kbd keys="C" boxed />
          {t('inspector.empty.code')}
        </li>
        <li>
          <Kbd keys="F6" boxed />
          {t('inspector.empty.codebook')}
        </li>
      </ul>
    </Empty>
  );
}

/** Shows what was selected last: a passage with everything said about it, or a code with its definition. */
export function Inspector() {
  const t = useText();
  const { inspected, codeId, selection } = useWorkspace();
  const reading = useReader((state) => state.reading);
  const codebook = useCodebook();
  const passageId = selection?.kind === 'passage' ? selection.passageId : null;
  const passage = reading?.passages.find(({ id }) => id === passageId);
  if (inspected === 'code' && codeId !== null && codebook.byId.has(codeId)) {
    return <CodeEditor key={codeId} codeId={codeId} />;
  }
  const span =
    selection?.kind === 'span' && selection.documentId === reading?.documentId ? selection : undefined;
  const shown = passage ?? span;
  return (
    <>
      <div className="pane-h in-h">
        <h2>{t(span === undefined ? 'inspector.passage' : 'inspector.selection')}</h2>
        {shown === undefined || reading === null ? null : (
          <span className="n">
            {t('inspector.paragraph', { number: blockAt(reading.loaded.blocks, shown.start) + 1 })}
          </span>
        )}
      </div>
      <div className="pane-b">
        {reading === null || shown === undefined ? (
          <Nothing />
        ) : passage === undefined ? (
          <>
            <Quote span={shown} reading={reading} />
            <section className="in-sec">
              <AddCode />
            </section>
          </>
        ) : (
          <PassageView key={passage.id} passage={passage} reading={reading} codebook={codebook} />
        )}
        {reading === null || codebook.codes.length === 0 ? null : (
          <Reviews reading={reading} codebook={codebook} passage={passage} />
        )}
      </div>
    </>
  );
}
