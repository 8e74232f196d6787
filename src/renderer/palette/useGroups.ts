import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../client/shell.ts';
import { useRegistry } from '../commands/registry.ts';
import { useWorkspace } from '../state/workspace.ts';
import { type Mode, readTyped } from './prefixes.ts';
import { useRecent } from './recent.ts';
import { type Found, type Group, groupOf, type PaletteRow, rank } from './rows.ts';
import { codeRows, commandRows, documentRows, headingRows, helpRows, hitRows, keyRows } from './sources.ts';
import { useHeadings } from './useHeadings.ts';
import { type TextHits, useHits } from './useHits.ts';

/** Rows of a group where several stand under one another, and where it stands alone. */
const FEW = 6;
const MANY = 50;
/** More than there are commands: who asks for help sees all of them. */
const ALL = 500;

const PALETTE = 'command palette.';

/** Everything that can be chosen by its name, gathered as the palette opens. */
function useSources(mode: Mode, query: string) {
  const { data: project } = useQuery(api.project.state.queryOptions());
  const enabled = project !== null && project !== undefined;
  const { data: codes } = useQuery({ ...api.codes.list.queryOptions(), enabled });
  const { data: documents } = useQuery({ ...api.documents.list.queryOptions(), enabled });
  // Asked once: in the first drawing the focus stands where the command was given, and `when` asks for that.
  const [keys] = useState(() => keyRows([...useRegistry.getState().commands.values()]));
  const [commands] = useState(() =>
    commandRows(useRegistry.getState().commands.values()).filter(({ key }) => !key.startsWith(PALETTE)),
  );
  const headings = useHeadings(mode, query, enabled);
  return useMemo(
    () => ({
      keys,
      commands,
      codes: codes === undefined || !enabled ? [] : codeRows(codes),
      documents: documents === undefined || !enabled ? [] : documentRows(documents),
      headings: documents === undefined || !enabled ? [] : headingRows(headings.headings, documents),
      headingsTotal: headings.total,
    }),
    [keys, commands, codes, documents, headings, enabled],
  );
}

/** What was chosen here lately, then where one came from, then the codes applied last. */
function useLately(): readonly string[] {
  const chosen = useRecent(({ keys }) => keys);
  const back = useWorkspace((workspace) => workspace.back);
  const codes = useWorkspace((workspace) => workspace.recentCodes);
  return useMemo(() => {
    const before = back
      .toReversed()
      .flatMap((place) => (place.kind === 'document' ? [`document ${place.documentId}`] : []));
    return [...new Set([...chosen, ...before, ...codes.map((id) => `code ${id}`)])];
  }, [chosen, back, codes]);
}

type Sources = ReturnType<typeof useSources>;

/** Without a query: what was chosen lately, newest first. */
function recentOf(sources: Sources, keys: readonly string[]): Found[] {
  const rows = [sources.commands, sources.codes, sources.documents, sources.headings].flat();
  const byKey = new Map<string, PaletteRow>(rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    return row === undefined ? [] : [{ row, hits: [], tier: 0 }];
  });
}

/** Places in the texts, of which there may be more than were fetched. */
function textGroup({ hits, total }: TextHits, most: number): Group {
  const found = hitRows(hits.slice(0, most)).map((row) => ({ row, hits: [], tier: 0 }));
  return { id: 'text', found, more: total - found.length };
}

/** Headings that fit, of which the engine has given the first. */
function headingGroup({ headings, headingsTotal }: Sources, query: string, most: number): Group {
  const found = rank(headings, query, []);
  const beyond = headingsTotal - headings.length;
  const group = groupOf('headings', found, most);
  return { ...group, more: group.more + beyond };
}

function everything(sources: Sources, query: string, recent: readonly string[], text: TextHits): Group[] {
  if (query === '') {
    const lately = recentOf(sources, recent).slice(0, FEW);
    const keys = new Set(lately.map(({ row }) => row.key));
    const rest = (rows: readonly PaletteRow[]) => rank(rows, '', []).filter(({ row }) => !keys.has(row.key));
    return [
      groupOf('recent', lately, FEW),
      groupOf('documents', rest(sources.documents), FEW),
      groupOf('commands', rest(sources.commands), MANY),
    ].map((group) => ({ ...group, more: 0 }));
  }
  const byName = [
    ...(['commands', 'codes', 'documents'] as const).map((id) =>
      groupOf(id, rank(sources[id], query, recent), FEW),
    ),
    headingGroup(sources, query, FEW),
  ];
  const best = ({ found }: Group) => Math.min(...found.map(({ tier }) => tier));
  return [...byName.toSorted((a, b) => best(a) - best(b)), textGroup(text, FEW)];
}

function groupsOf(sources: Sources, typed: string, recent: readonly string[], text: TextHits): Group[] {
  const { mode, query } = readTyped(typed);
  switch (mode) {
    case 'all':
      return everything(sources, query, recent, text);
    case 'places':
      return [
        groupOf('documents', rank(sources.documents, query, recent), MANY),
        headingGroup(sources, query, MANY),
      ];
    case 'text':
      return [textGroup(text, MANY)];
    case 'help':
      return [
        groupOf('help', rank(helpRows(), query, []), MANY),
        groupOf('keys', rank(sources.keys, query, []), ALL),
      ];
    case 'commands':
    case 'codes':
      return [groupOf(mode, rank(sources[mode], query, recent), MANY)];
  }
}

/**
 * Finds what the palette shows for what was typed.
 * @returns groups that hold something, and how far the search of the texts has come
 */
export function useGroups(typed: string): { groups: readonly Group[]; text: TextHits } {
  const { mode, query } = readTyped(typed);
  const sources = useSources(mode, query);
  const recent = useLately();
  // Two letters stand in nearly every text: among everything else they are not looked for yet.
  const asksText = mode === 'text' || (mode === 'all' && query.length > 2);
  const text = useHits(asksText ? query : null);
  const groups = useMemo(
    () => groupsOf(sources, typed, recent, text).filter(({ found }) => found.length > 0),
    [sources, typed, recent, text],
  );
  return { groups, text };
}
