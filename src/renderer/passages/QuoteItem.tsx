import { GridListItem } from 'react-aria-components';
import type { QuoteRow } from '../../contract/passages.ts';
import { CONTEXT } from '../../text/quote.ts';
import type { Coders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import { type Codebook, nameOf, styleOf } from '../reader/useCodebook.ts';
import { Swatch } from '../ui/Swatch.tsx';

/** White space of any kind is one space in a list, where everything stands on one line. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

/** What stands before a quote begins in the middle of a word, unless it is the beginning of the text. */
const fromWord = (before: string) =>
  flat(before.length < CONTEXT - 1 ? before : before.replace(/^\S*\s?/, ''));

/** One passage on a line: where it stands, its words with what is around them, its codes and coders. */
export function QuoteItem({
  row,
  codebook,
  coders,
  codeId,
  selected,
}: {
  row: QuoteRow;
  codebook: Codebook;
  coders: Coders;
  codeId: string | null;
  /** Whether it is the passage that is selected in the reader. */
  selected: boolean;
}) {
  const t = useText();
  const codeIds = [...new Set(row.codings.map((coding) => coding.codeId))];
  const coderIds = [...new Set(row.codings.map(({ coderId }) => coderId))];
  const names = codeIds.map((id) => nameOf(codebook, id)).join(', ');
  const line = codeId !== null && codeIds.includes(codeId) ? codeId : (codeIds[0] ?? null);
  return (
    <GridListItem
      id={row.id}
      className={selected ? 'ps-row is-on' : 'ps-row'}
      textValue={t('passages.row', { quote: flat(row.quote), number: row.paragraph, codes: names })}
    >
      <span className="pl num">{t('passages.paragraph', { number: row.paragraph })}</span>
      <span className="q clip" dir="auto">
        {fromWord(row.before)}
        <em style={styleOf(codebook, line)}>{flat(row.quote)}</em>
        {flat(row.after)}
      </span>
      {row.section === '' ? null : (
        <span className="sc clip" dir="auto" title={row.section}>
          {row.section.split(' / ').at(-1)}
        </span>
      )}
      <span className="sws" title={names}>
        {codeIds.slice(0, 4).map((id) => (
          <Swatch key={id} name={nameOf(codebook, id)} colour={codebook.byId.get(id)?.colour ?? '#808080'} />
        ))}
        {codeIds.length > 4 ? <span className="small num">{`+${codeIds.length - 4}`}</span> : null}
      </span>
      {coders.several ? <span className="coder">{coderIds.map(coders.initialsOf).join(' ')}</span> : null}
    </GridListItem>
  );
}
