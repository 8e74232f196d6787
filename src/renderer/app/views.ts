import { type ComponentType, lazy } from 'react';
import { Table } from '../attributes/table/Table.tsx';
import { Compare } from '../compare/Compare.tsx';
import { useComparisonTitle } from '../compare/title.ts';
import { useText } from '../messages/intl.tsx';
import { Parallel } from '../parallel/Parallel.tsx';
import type { ViewKind } from '../state/tabs.ts';

/** Pictures come with a library that is not wanted before the first of them. */
const Analyse = lazy(async () => ({ default: (await import('../analyse/Analyse.tsx')).Analyse }));

/** The views over the project that can stand where a document does. The pane of each is called as its kind. */
export const VIEWS: Readonly<Record<ViewKind, ComponentType>> = {
  compare: Compare,
  analyse: Analyse,
  parallel: Parallel,
  cases: Table,
};

/** @returns what the tab of each view is called */
export function useViewTitles(): Readonly<Record<ViewKind, string>> {
  const t = useText();
  const compare = useComparisonTitle();
  return {
    compare,
    analyse: t('app.view.analyse'),
    parallel: t('app.view.parallel'),
    cases: t('app.view.cases'),
  };
}
