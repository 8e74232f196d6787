import { useDeferredValue, useMemo, useState } from 'react';
import { readCodeLines } from '../../text/code-lines.ts';
import { useKeyNames } from '../commands/useKeyNames.ts';
import { HelpLink } from '../help/HelpLink.tsx';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { CommandButton } from '../ui/CommandButton.tsx';
import { addLines } from './actions.ts';
import { LinePreview } from './LinePreview.tsx';
import { ReadyList } from './ReadyMade.tsx';

const INDENT = '    ';

/** Puts an indent where the cursor is; leaves the field's own undo whole. */
function indent(): void {
  document.execCommand('insertText', false, INDENT);
}

/**
 * Takes codes as typed or pasted lines, and shows beside them the tree they will make. It is the empty codebook as well.
 * @param isFirst whether the codebook is empty; then there is nothing to go back to
 */
export function PasteList({ isFirst, onClose }: { isFirst: boolean; onClose: () => void }) {
  const t = useText();
  const keys = useKeyNames();
  const [text, setText] = useState('');
  const [keepsTab, setKeepsTab] = useState(true);
  // A long list may take a moment to be shown; the words in the field never wait for it.
  const settled = useDeferredValue(text);
  const codes = useMemo(() => readCodeLines(settled), [settled]);
  const add = async () => {
    if (await addLines(text)) onClose();
  };
  return (
    <div className="paste">
      <h3>{t(isFirst ? 'codebook.empty.title' : 'codebook.paste.title')}</h3>
      {isFirst ? (
        <>
          <h4>{t('codebook.ready.title')}</h4>
          <ReadyList />
          <p className="quiet">
            {t('codebook.empty.body', keys)} <HelpLink to="codebook" />
          </p>
        </>
      ) : null}
      <textarea
        aria-label={t('codebook.paste.label')}
        aria-description={t('codebook.paste.tab')}
        className="field area"
        placeholder={t('codebook.paste.placeholder')}
        rows={5}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={() => setKeepsTab(true)}
        onKeyDown={(event) => {
          // Escape lets Tab leave the field once, so that nobody is caught in it.
          if (event.key === 'Escape') setKeepsTab(false);
          if (event.key !== 'Tab' || event.shiftKey || !keepsTab || text === '') return;
          event.preventDefault();
          indent();
        }}
      />
      {codes.length === 0 ? null : <LinePreview codes={codes} />}
      <div className="btns">
        {isFirst ? null : (
          <Button look="plain" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        )}
        <Button isDisabled={codes.length === 0} onPress={() => void add()}>
          {t('codebook.paste.add', { count: codes.length })}
        </Button>
        {isFirst ? (
          <CommandButton command="codes.importFile">{t('codebook.empty.import')}</CommandButton>
        ) : null}
      </div>
    </div>
  );
}
