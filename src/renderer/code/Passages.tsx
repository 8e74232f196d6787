import { ListBox, ListBoxItem } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import type { QuoteRow } from '../../contract/passages.ts';
import { type Coders, useCoders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import { showQuote } from '../passages/show.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { Rows } from '../ui/Rows.tsx';
import { usePassagesOf } from './usePassagesOf.ts';

/** Two lines and what stands around them, px. */
const HEIGHT = 68;

/** A passage: its words, then the document and whose judgement it is. */
function Passage({ row, codeId, coders }: { row: QuoteRow; codeId: string; coders: Coders }) {
  const t = useText();
  const people = row.codings
    .filter((coding) => coding.codeId === codeId)
    .map(({ coderId }) => coders.nameOf(coderId));
  const quote = row.region === null ? row.line : t('codePage.picture');
  return (
    <ListBoxItem
      id={row.id}
      className="cp-passage"
      textValue={t('codePage.passage', { quote, document: row.documentTitle, coders: people.join(', ') })}
    >
      <span
        className={row.region === null ? 'serif cp-quote' : 'quiet cp-quote'}
        dir="auto"
        lang={row.language}
      >
        {quote}
      </span>
      <span className="cp-where small">
        <bdi className="clip quiet">{row.documentTitle}</bdi>
        <bdi className="clip faint">{people.join(', ')}</bdi>
      </span>
    </ListBoxItem>
  );
}

/** The passages in scope with the code; a press or Enter goes to the place. */
export function Passages({ code }: { code: CodeRow }) {
  const t = useText();
  const coders = useCoders();
  const scoped = useScopeInput();
  const data = usePassagesOf(code.id);
  if (data === undefined) return null;
  const { rows, total } = data;
  if (rows.length === 0)
    return (
      <p className="cp-none quiet">
        {t(scoped === undefined ? 'codePage.passages.none' : 'codePage.passages.none.scope')}
      </p>
    );
  return (
    <>
      <Rows height={HEIGHT}>
        <ListBox
          aria-label={t('codePage.passages', { name: code.name })}
          className="cp-passages"
          items={rows}
          dependencies={[coders, code.id]}
          onAction={(key) => {
            const row = rows.find(({ id }) => id === key);
            if (row !== undefined) showQuote(row);
          }}
        >
          {(row) => <Passage row={row} codeId={code.id} coders={coders} />}
        </ListBox>
      </Rows>
      {total > rows.length ? (
        <p className="cp-none quiet small">{t('codePage.passages.first', { shown: rows.length, total })}</p>
      ) : null}
    </>
  );
}
