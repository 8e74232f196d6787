import './tabs.css';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useViewTitles } from '../app/views.ts';
import { api } from '../client/shell.ts';
import { showImport } from '../library/importing.ts';
import { useText } from '../messages/intl.tsx';
import { type Tab, tabKey, VIEW_KINDS } from '../state/tabs.ts';
import { useWorkspace } from '../state/workspace.ts';
import { CommandIcon } from '../ui/CommandButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { closeTab, isFront, showTab } from './actions.ts';
import { shownTabs } from './shown.ts';
import { TabView } from './TabView.tsx';
import { useRoom } from './useRoom.ts';
import { useTabDrag } from './useTabDrag.ts';

/** The room of the button behind the tabs, px. */
const PLUS = 32;

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Titles of the tabs of what is there, by their keys; tabs of documents and codes that went are closed. A document that was never listed while
 * this project was open may just have been imported: its tab waits for the next list.
 */
function useTitles(tabs: readonly Tab[]): ReadonlyMap<string, string> | null {
  const { data } = useQuery(api.documents.list.queryOptions());
  const { data: codes } = useQuery(api.codes.list.queryOptions());
  const views = useViewTitles();
  const projectId = useWorkspace((state) => state.projectId);
  const listed = useRef({ projectId, first: true, ids: new Set<string>() });
  useEffect(() => {
    if (data === undefined) return;
    if (listed.current.projectId !== projectId)
      listed.current = { projectId, first: true, ids: new Set<string>() };
    const { first, ids } = listed.current;
    const now = new Set(data.map(({ id }) => id));
    for (const tab of tabs)
      if (tab.kind === 'document' && !now.has(tab.documentId) && (first || ids.has(tab.documentId)))
        closeTab(tab);
    for (const id of now) ids.add(id);
    listed.current.first = false;
  }, [data, tabs, projectId]);
  useEffect(() => {
    if (codes === undefined) return;
    for (const tab of tabs)
      if (tab.kind === 'code' && !codes.some(({ id }) => id === tab.codeId)) closeTab(tab);
  }, [codes, tabs]);
  if (data === undefined) return null;
  const titles = data.map(({ id, title }) => [tabKey({ kind: 'document', documentId: id }), title] as const);
  const names = codes?.map(({ id, name }) => [tabKey({ kind: 'code', codeId: id }), name] as const) ?? [];
  return new Map([
    ...titles,
    ...names,
    ...VIEW_KINDS.map((kind) => [tabKey({ kind }), views[kind]] as const),
  ]);
}

/** The open documents and views. Arrows show the next one and stay in the tabs; Enter goes on into the text. */
export function Tabs() {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box);
  const workspace = useWorkspace();
  const { tabs } = workspace;
  const titles = useTitles(tabs);
  const { dragOf, dropAt } = useTabDrag();
  const front = tabs.findIndex((tab) => isFront(tab, workspace));
  const shown = shownTabs(tabs.length, front, room - PLUS);
  const show = (tab: Tab, focus: boolean) => {
    showImport(false);
    showTab(tab, focus);
  };
  const focusFront = () => {
    // The tab may have to come out of the list first.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  };
  const close = (tab: Tab | undefined) => {
    if (tab === undefined) return;
    const isHere = box.current?.contains(document.activeElement) === true;
    closeTab(tab);
    if (isHere) focusFront();
  };
  const goTo = (index: number) => {
    const tab = tabs[index];
    if (tab === undefined) return;
    show(tab, false);
    focusFront();
  };
  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = (STEPS[event.key] ?? 0) * (isMirrored ? -1 : 1);
    if (step !== 0) goTo((index + step + tabs.length) % tabs.length);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(tabs.length - 1);
    else if (event.key === 'Delete') close(tabs[index]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const rest = tabs.flatMap((tab, index) => (shown.includes(index) ? [] : [tab]));
  return (
    <div className="tabs" ref={box}>
      {tabs.length === 0 || titles === null ? null : (
        <div className="tab-list" role="tablist" aria-label={t('tabs.title')}>
          {shown.map((index) => {
            const tab = tabs[index];
            return tab === undefined ? null : (
              <TabView
                key={tabKey(tab)}
                title={titles.get(tabKey(tab)) ?? ''}
                isFront={index === front}
                dropAt={dropAt(index)}
                onShow={() => show(tab, true)}
                onClose={() => close(tab)}
                onKeyDown={onKeyDown(index)}
                drag={dragOf(index)}
              />
            );
          })}
        </div>
      )}
      {rest.length === 0 || titles === null ? null : (
        <MenuButton
          label={t('tabs.more', { count: rest.length })}
          rows={rest.map((tab) => ({
            id: tabKey(tab),
            label: titles.get(tabKey(tab)) ?? '',
            run: () => show(tab, true),
          }))}
          trigger={<IconButton label={t('tabs.more', { count: rest.length })} icon={ChevronDown} />}
        />
      )}
      <CommandIcon command="palette.goTo" icon={Plus} />
    </div>
  );
}
