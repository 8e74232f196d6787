import { type ComponentType, lazy } from 'react';
import { Table } from '../attributes/table/Table.tsx';
import { Compare } from '../compare/Compare.tsx';
import { useComparisonTitle } from '../compare/title.ts';
import { useText } from '../messages/intl.tsx';
import { Parallel } from '../parallel/Parallel.tsx';
import type { PaneKind } from '../state/tabs.ts';

/** Pictures come with a library that is not wanted before the first of them. */
const Analyse = lazy(async () => ({ default: (await import('../analyse/Analyse.tsx')).Analyse }));

/** What is opened more seldom comes when it is. */
const Versions = lazy(async () => ({ default: (await import('../versions/Versions.tsx')).Versions }));
const CodePage = lazy(async () => ({ default: (await import('../code/CodePage.tsx')).CodePage }));

/** The views that can stand where a document does. The pane of each is called as its kind. */
export const VIEWS: Readonly<Record<PaneKind, ComponentType>> = {
  compare: Compare,
  analyse: Analyse,
  parallel: Parallel,
  cases: Table,
  versions: Versions,
  code: CodePage,
};

/** @returns what each view is called, and so is the tab of those over the project */
export function useViewTitles(): Readonly<Record<PaneKind, string>> {
  const t = useText();
  const compare = useComparisonTitle();
  return {
    compare,
    analyse: t('app.view.analyse'),
    parallel: t('app.view.parallel'),
    cases: t('app.view.cases'),
    versions: t('app.view.versions'),
    code: t('app.view.code'),
  };
}
