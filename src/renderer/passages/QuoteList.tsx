import { useMemo } from 'react';
import {
  Collection,
  GridList,
  GridListHeader,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import type { QuoteRow } from '../../contract/passages.ts';
import { useCoders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import type { Codebook } from '../reader/useCodebook.ts';
import { useWorkspace } from '../state/workspace.ts';
import { groupsOf } from './groups.ts';
import { QuoteItem } from './QuoteItem.tsx';
import { showQuote } from './show.ts';

/** The passages under their documents. Only what is in sight is on the page. A press or Enter goes to the place. */
export function QuoteList({
  rows,
  codebook,
  codeId,
}: {
  rows: readonly QuoteRow[];
  codebook: Codebook;
  /** The code that the list is about, or null. */
  codeId: string | null;
}) {
  const t = useText();
  const coders = useCoders();
  const groups = useMemo(() => groupsOf(rows), [rows]);
  const selection = useWorkspace((workspace) => workspace.selection);
  const selected = selection?.kind === 'passage' ? selection.passageId : null;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 28, headingHeight: 28 }}>
      <GridList
        aria-label={t('passages.title')}
        className="rows ps-list"
        onAction={(key) => {
          const row = rows.find(({ id }) => id === key);
          if (row !== undefined) showQuote(row);
        }}
        items={groups}
        dependencies={[codebook, coders, codeId, selected]}
      >
        {(group) => (
          <GridListSection id={`document-${group.id}`}>
            <GridListHeader className="ps-group">
              <bdi className="grow clip">{group.title}</bdi>
              <span className="num">{group.rows.length}</span>
            </GridListHeader>
            <Collection items={group.rows} dependencies={[codebook, coders, codeId, selected]}>
              {(row) => (
                <QuoteItem
                  row={row}
                  codebook={codebook}
                  coders={coders}
                  codeId={codeId}
                  selected={row.id === selected}
                />
              )}
            </Collection>
          </GridListSection>
        )}
      </GridList>
    </Virtualizer>
  );
}
