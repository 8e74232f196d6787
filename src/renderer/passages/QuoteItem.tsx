import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox, TreeItem, TreeItemContent } from 'react-aria-components';
import type { QuoteRow } from '../../contract/passages.ts';
import { CONTEXT } from '../../text/quote.ts';
import type { Coders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import { partLabel } from '../pages/label.ts';
import { PassagePicture } from '../pages/PassagePicture.tsx';
import { type Codebook, nameOf, styleOf } from '../reader/useCodebook.ts';
import { brief } from '../reader/words.ts';
import { GroupRow } from '../ui/GroupRow.tsx';
import { Icon } from '../ui/Icon.tsx';
import { RowInside, RowMenu } from '../ui/RowInside.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import type { Group } from './groups.ts';
import { usePassageMenu } from './usePassageMenu.ts';

/** White space of any kind is one space in a list, where everything stands on one line. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

/** What stands before a quote begins in the middle of a word, unless it is the beginning of the text. */
const fromWord = (before: string) =>
  flat(before.length < CONTEXT - 1 ? before : before.replace(/^\S*\s?/, ''));

export interface QuoteItemProps {
  readonly row: QuoteRow;
  readonly codebook: Codebook;
  readonly coders: Coders;
  /** The code that the list is about, or null. */
  readonly codeId: string | null;
}

/** The words of a passage with what is around them, underlined in the colour of its code. */
function Words({ row, codebook, line }: { row: QuoteRow; codebook: Codebook; line: string | null }) {
  const lang = row.language === 'und' ? {} : { lang: row.language };
  return (
    <span className="q clip" dir="auto" {...lang}>
      {fromWord(row.before)}
      <em style={styleOf(codebook, line)}>{flat(row.line)}</em>
      {flat(row.after)}
    </span>
  );
}

const PassageMenu = ({ row }: { row: QuoteRow }) => <RowMenu rows={usePassageMenu(row)} />;

function Content({ row, codebook, coders, codeId }: QuoteItemProps) {
  const t = useText();
  const codeIds = [...new Set(row.codings.map((coding) => coding.codeId))];
  const coderIds = [...new Set(row.codings.map(({ coderId }) => coderId))];
  const line = codeId !== null && codeIds.includes(codeId) ? codeId : (codeIds[0] ?? null);
  return (
    <RowInside label={t('passages.rowMenu', { quote: brief(row.line) })} menu={<PassageMenu row={row} />}>
      {(button) => (
        <>
          <Checkbox slot="selection" className="check pick" aria-label={t('passages.choose')}>
            <span className="bx" aria-hidden="true">
              <Icon of={Check} size={10} />
            </span>
          </Checkbox>
          <span className="para num">
            {row.page === null
              ? t('passages.paragraph', { number: row.paragraph })
              : t('pages.short', { label: row.page.label })}
          </span>
          {row.region === null ? (
            <Words row={row} codebook={codebook} line={line} />
          ) : (
            <span className="q part">
              <PassagePicture
                passageId={row.id}
                region={row.region}
                label={partLabel({ page: row.page, region: row.region })}
              />
              {t('region.on', { label: partLabel({ page: row.page, region: row.region }) })}
            </span>
          )}
          {row.section === '' ? null : (
            <span className="sc clip" dir="auto" title={row.section}>
              {row.section.split(' / ').at(-1)}
            </span>
          )}
          {button}
          <span className="sws" title={codeIds.map((id) => nameOf(codebook, id)).join(', ')}>
            {codeIds.slice(0, 4).map((id) => (
              <Swatch
                key={id}
                name={nameOf(codebook, id)}
                colour={codebook.byId.get(id)?.colour ?? '#808080'}
              />
            ))}
            {codeIds.length > 4 ? <span className="small num">{`+${codeIds.length - 4}`}</span> : null}
          </span>
          {coders.several ? <span className="coder">{coderIds.map(coders.initialsOf).join(' ')}</span> : null}
        </>
      )}
    </RowInside>
  );
}

/** One passage on a line: where it stands, its words with what is around them, its codes and coders. */
export function QuoteItem({ id, selected, ...props }: QuoteItemProps & { id: string; selected: boolean }) {
  const t = useText();
  const { row, codebook } = props;
  const names = [...new Set(row.codings.map(({ codeId }) => nameOf(codebook, codeId)))].join(', ');
  const quote =
    row.region === null
      ? flat(row.line)
      : t('region.on', { label: partLabel({ page: row.page, region: row.region }) });
  const label = t('passages.row', { quote, number: row.paragraph, codes: names });
  return (
    <TreeItem
      id={id}
      className={selected ? 'tree-row ps-row is-on' : 'tree-row ps-row'}
      textValue={label}
      aria-label={label}
    >
      <TreeItemContent>
        <Content {...props} />
      </TreeItemContent>
    </TreeItem>
  );
}

/** A heading that folds its passages away, with how many there are. */
export function GroupItem({ group, children }: { group: Group; children: ReactNode }) {
  const t = useText();
  const { key, title, rows } = group;
  const label = t('passages.groupRow', { title, count: rows.length });
  return (
    <GroupRow id={key} title={title} label={label} count={rows.length}>
      {children}
    </GroupRow>
  );
}
