import type { ReactNode } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import type { CodeRow } from '../../../contract/codes.ts';
import { useText } from '../../messages/intl.tsx';
import { Swatch } from '../../ui/Swatch.tsx';

/** All that a code can be found by. */
export const wordsOf = ({ path, notation, also }: CodeRow): string =>
  [notation ?? '', path, ...(also ?? [])].join(' ');

/**
 * Lets one code be chosen of many: by its name, its path, or what else it is called.
 * @param label what to look for
 * @param list what the list is called
 * @param top words for a first row that is no code, such as the top level; `onChoose` gets null for it
 */
export function CodeList({
  label,
  list,
  codes,
  top,
  onChoose,
}: {
  label: string;
  list: string;
  codes: readonly CodeRow[];
  top?: string;
  onChoose: (code: CodeRow | null) => void;
}) {
  const t = useText();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={label} autoFocus>
        <Input className="field" placeholder={label} />
      </SearchField>
      <ListBox
        aria-label={list}
        className="rows move-list"
        onAction={(key) => onChoose(codes.find(({ id }) => id === key) ?? null)}
        renderEmptyState={() => <p className="quiet none">{t('codebook.move.none')}</p>}
      >
        {top === undefined ? null : (
          <ListBoxItem id="top" textValue={top} className="tree-row">
            <div className="in">{top}</div>
          </ListBoxItem>
        )}
        {codes.map((code) => (
          <ListBoxItem key={code.id} id={code.id} textValue={wordsOf(code)} className="tree-row">
            <div className="in">
              <CodeName code={code} whole />
            </div>
          </ListBoxItem>
        ))}
      </ListBox>
    </Autocomplete>
  );
}

/** A code as it is named in a sentence or a row: swatch, notation, name. */
export function CodeName({
  code,
  whole = false,
  children,
}: {
  code: CodeRow;
  whole?: boolean;
  children?: ReactNode;
}) {
  return (
    <>
      <Swatch name={code.name} colour={code.colour} grouping={!code.codable} />
      {code.notation === undefined ? null : <bdi className="faint num notation">{code.notation}</bdi>}
      <bdi className="clip">{whole ? code.path : code.name}</bdi>
      {children}
    </>
  );
}
