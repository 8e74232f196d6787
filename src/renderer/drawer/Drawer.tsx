import type { ReactNode } from 'react';
import { History } from '../history/History.tsx';
import { Memos } from '../memos/Memos.tsx';
import { Passages } from '../passages/Passages.tsx';
import { Search } from '../search/Search.tsx';
import { type DrawerView, usePanes } from '../state/panes.ts';

const VIEWS: Readonly<Record<DrawerView, () => ReactNode>> = {
  passages: Passages,
  search: Search,
  memos: Memos,
  history: History,
};

/** The drawer at the foot: lists that stay while one follows them into the text above. */
export function Drawer() {
  const View = VIEWS[usePanes(({ view }) => view)];
  return <View />;
}
