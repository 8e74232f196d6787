import { useEffect, useMemo } from 'react';
import { useText } from '../../messages/intl.tsx';
import { NoTable } from '../NoTable.tsx';
import type { Sheet } from '../sheet.ts';
import { useShownTable } from '../shown.ts';
import { useComparison } from '../view.ts';
import { useWords } from '../words.ts';
import { Board } from './Board.tsx';
import { useBoardSentence } from './words.ts';

/** The quote board with what it says as a whole. Codes that only group others have nothing to say on it. */
export function Quotes({ sheet: whole, title }: { sheet: Sheet; title: string }) {
  const t = useText();
  const { summaries, columns } = useComparison();
  const sheet = useMemo(() => ({ ...whole, rows: whole.rows.filter(({ counts }) => counts) }), [whole]);
  const words = useWords(sheet);
  const sentence = useBoardSentence(sheet, words);
  useEffect(() => {
    useShownTable.setState({ table: { sheet, words } });
    return () => useShownTable.setState({ table: null });
  }, [sheet, words]);
  if (sheet.rows.length === 0) return <NoTable lack="rows" />;
  return (
    <>
      <div className="brd-says">
        <p>{sentence}</p>
        {summaries && columns.by === 'attribute' ? <p>{t('board.summary.groups')}</p> : null}
      </div>
      <Board sheet={sheet} words={words} title={title} />
    </>
  );
}
