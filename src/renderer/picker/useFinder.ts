import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Codebook } from '../reader/useCodebook.ts';
import { useWorkspace } from '../state/workspace.ts';
import { useIsLocked } from '../versions/useIsLocked.ts';
import type { OneCode } from './apply.ts';
import { nameTyped, optionsOf } from './options.ts';
import { rankCodes } from './rank.ts';

/** What the rows of a picker say about the place it is open for. */
export interface Uses {
  /** Codes that lie somewhere in the open document. */
  readonly inDocument: ReadonlySet<string>;
  /** Codes that the passage has already. */
  readonly on: ReadonlySet<string>;
  /** The code that is being replaced: it is not offered in its own place. */
  readonly without?: string | undefined;
}

/** What a picker finds for what was typed, which row is the active one, and the keys that move it. */
export function useFinder(codebook: Codebook, { inDocument, on, without }: Uses) {
  const recent = useWorkspace((workspace) => workspace.recentCodes);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // The code that was active last: on the way to the row that creates under it, it stays the one.
  const [head, setHead] = useState(0);
  const ranked = useMemo(
    () => rankCodes(codebook.codes, typed, { inDocument, recent }).filter(({ code }) => code.id !== without),
    [codebook, typed, inDocument, recent, without],
  );
  const isLocked = useIsLocked();
  const { options, more } = useMemo(() => {
    const all = optionsOf(ranked, typed, on, codebook.codes, head);
    return isLocked ? { ...all, options: all.options.filter(({ kind }) => kind === 'code') } : all;
  }, [ranked, typed, on, codebook, head, isLocked]);
  const last = options.length - 1;
  const active = Math.min(at, last);
  const moveTo = (row: number) => {
    setAt(row);
    if (options[row]?.kind === 'code') setHead(row);
  };
  const type = (next: string) => {
    setTyped(next);
    setAt(0);
    setHead(0);
  };
  /** @returns null where there is no such row */
  const choiceAt = (row: number): OneCode | null => {
    const option = options[row];
    if (option === undefined) return null;
    return option.kind === 'create'
      ? { create: option.name, parentId: option.parent?.id ?? null }
      : { codeId: option.ranked.code.id, name: option.ranked.code.name };
  };
  /** What was typed as a new code under the code of a row; null where nothing is typed, or the row is none of a code. */
  const underAt = (row: number): OneCode | null => {
    const option = options[row];
    const name = nameTyped(typed);
    return option?.kind !== 'code' || name === '' || isLocked
      ? null
      : { create: name, parentId: option.ranked.code.id };
  };
  /** Number of the row that Shift+Enter chooses; -1 where nothing is typed. */
  const creating = options.findIndex((option) => option.kind === 'create' && option.first);
  /** @returns whether the key was one of those that move */
  const move = ({ key }: KeyboardEvent): boolean => {
    if (key === 'ArrowDown') moveTo(active >= last ? 0 : active + 1);
    else if (key === 'ArrowUp') moveTo(active <= 0 ? last : active - 1);
    else return false;
    return true;
  };
  /** Whether the person has said anything yet: typed, or gone to another row. */
  const touched = typed.trim() !== '' || active > 0;
  return { typed, type, options, more, active, creating, touched, choiceAt, underAt, move };
}
