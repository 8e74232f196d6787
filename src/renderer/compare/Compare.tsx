import './compare.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { CountedTable } from '../../contract/cells.ts';
import { api } from '../client/shell.ts';
import { useCommands } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { type Codebook, useCodebook } from '../reader/useCodebook.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { narrows, useScope } from '../state/scope.ts';
import { Bar } from './Bar.tsx';
import { Quotes } from './board/Quotes.tsx';
import { COMPARE_COMMANDS } from './commands.ts';
import { Grid } from './Grid.tsx';
import { type Lack, NoTable } from './NoTable.tsx';
import { extremes, type Sheet, sheetOf } from './sheet.ts';
import { useShownTable } from './shown.ts';
import { useComparisonTitle } from './title.ts';
import { useTable } from './useTable.ts';
import { useComparison } from './view.ts';
import { useSentence, useWords } from './words.ts';

/** The engine's counts for what is compared, and the words of all documents in scope. */
function useCounts(): CountedTable | undefined {
  const { columns, rollUp, coder } = useComparison();
  const scoped = useScopeInput();
  const input = { columns, rollUp, ...(coder === null ? {} : { coder }), ...scoped };
  return useTable(input);
}

/** Words of the documents of all columns, each document once. */
function useWordCount(table: CountedTable): number {
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  return useMemo(() => {
    const inside = new Set(table.columns.flatMap((column) => column.documents));
    return (documents ?? []).reduce((sum, { id, words }) => (inside.has(id) ? sum + words : sum), 0);
  }, [documents, table]);
}

/** The table, or the board of quotes, with what it says as a whole. */
function Comparison({ table, codebook }: { table: CountedTable; codebook: Codebook }) {
  const { face, measure, rollUp, hideEmpty, branch, sorting } = useComparison();
  const count = useWordCount(table);
  const title = useComparisonTitle();
  const sheet = useMemo(
    () => sheetOf(table, codebook.codes, count, { measure, rollUp, hideEmpty, branch, sorting }),
    [table, codebook, count, measure, rollUp, hideEmpty, branch, sorting],
  );
  return face === 'quotes' ? <Quotes sheet={sheet} title={title} /> : <Table sheet={sheet} title={title} />;
}

/** The table with what it says as a whole. */
function Table({ sheet, title }: { sheet: Sheet; title: string }) {
  const words = useWords(sheet);
  const ends = useMemo(() => extremes(sheet), [sheet]);
  const sentence = useSentence(words, ends, sheet);
  useEffect(() => {
    useShownTable.setState({ table: { sheet, words } });
    return () => useShownTable.setState({ table: null });
  }, [sheet, words]);
  return (
    <>
      <header className="cmp-title">
        <h2 dir="auto">{title}</h2>
        <p>{sentence}</p>
      </header>
      {sheet.rows.length === 0 ? <NoTable lack="rows" /> : <Grid sheet={sheet} words={words} title={title} />}
    </>
  );
}

/** Why there is no table, where there is none. */
function useLack(table: CountedTable | undefined, codebook: Codebook): Lack | null {
  const by = useComparison((view) => view.columns.by);
  const isNarrow = useScope(({ scope }) => narrows(scope));
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  if (documents?.length === 0) return 'documents';
  if (by === 'case' && cases?.length === 0) return 'cases';
  if (table === undefined) return null;
  if (codebook.codes.length === 0) return 'codes';
  return table.columns.length === 0 && isNarrow ? 'scope' : null;
}

/** Codes by documents, cases or groups: what each of them says, and what nobody has judged. */
export function Compare() {
  const t = useText();
  useCommands(COMPARE_COMMANDS);
  const codebook = useCodebook();
  const table = useCounts();
  const lack = useLack(table, codebook);
  return (
    <>
      <Bar codebook={codebook} />
      <div className="pane-b cmp">
        {lack !== null ? (
          <NoTable lack={lack} />
        ) : table === undefined ? (
          <p className="cmp-empty quiet" role="status">
            {t('compare.counting')}
          </p>
        ) : (
          <Comparison table={table} codebook={codebook} />
        )}
      </div>
    </>
  );
}
