import { toggleContents } from '../contents/open.ts';
import { textOf } from '../messages/intl.tsx';
import { goToPage, nextPage, showAs } from '../pages/move.ts';
import { isKnownPicture } from '../pages/picture.ts';
import { markRegion } from '../pages/region.ts';
import { nextPaper, turnPages, usePaging, useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { announce } from '../ui/announce.ts';
import { canWrite, hasText } from './conditions.ts';
import type { Command } from './registry.ts';

/** For `when`: the open document must have pages. */
function hasPages() {
  const verdict = hasText();
  return verdict === true && useReader.getState().reading?.pages === 0 ? 'pages.none' : verdict;
}

/** For `when`: the open document must have pages and a text; a picture has none. */
function hasBoth() {
  const verdict = hasPages();
  const { reading } = useReader.getState();
  return verdict === true && reading !== null && isKnownPicture(reading.documentId)
    ? 'pages.noText'
    : verdict;
}

/** For `when`: pages must be shown. */
function showsPages() {
  const verdict = hasPages();
  return verdict === true && useShownPages.getState().page === null ? 'pages.notShown' : verdict;
}

function turn(step: 1 | -1): void {
  const { reading } = useReader.getState();
  if (reading === null) return;
  turnPages(reading.documentId, step);
  const { turns } = useShownPages.getState();
  announce(textOf('pages.turned', { turn: turns[reading.documentId] ?? 0 }));
}

function fitTo(zoom: 'width' | 'page'): void {
  usePaging.setState({ zoom });
  announce(textOf(`pages.zoom.${zoom}`));
}

/** Commands about a text that was published as pages. */
export const PAGING_COMMANDS: readonly Command[] = [
  {
    id: 'contents.toggle',
    title: 'contents.toggle',
    group: 'reader',
    keys: ['Shift+C'],
    panes: ['reader', 'margin', 'contents'],
    when: hasText,
    run: () => toggleContents(true),
  },
  {
    id: 'pages.mode',
    title: 'pages.mode.next',
    group: 'reader',
    keys: ['P'],
    panes: ['reader', 'margin'],
    when: hasBoth,
    run: () => {
      const mode = usePaging.getState().mode === 'pages' ? 'flow' : 'pages';
      showAs(mode);
      announce(textOf(`pages.mode.${mode}.now`));
    },
  },
  {
    id: 'pages.next',
    title: 'pages.next',
    group: 'reader',
    keys: ['ArrowRight'],
    panes: ['reader'],
    when: showsPages,
    run: () => nextPage(1),
  },
  {
    id: 'pages.previous',
    title: 'pages.previous',
    group: 'reader',
    keys: ['ArrowLeft'],
    panes: ['reader'],
    when: showsPages,
    run: () => nextPage(-1),
  },
  {
    id: 'pages.goTo',
    title: 'pages.goTo',
    group: 'reader',
    keys: ['Shift+G'],
    panes: ['reader', 'margin'],
    when: showsPages,
    run: goToPage,
  },
  {
    id: 'pages.fitWidth',
    title: 'pages.zoom.width',
    group: 'reader',
    keys: ['W'],
    panes: ['reader'],
    when: showsPages,
    run: () => fitTo('width'),
  },
  {
    id: 'pages.fitPage',
    title: 'pages.zoom.page',
    group: 'reader',
    keys: ['Shift+W'],
    panes: ['reader'],
    when: showsPages,
    run: () => fitTo('page'),
  },
  {
    id: 'pages.turn',
    title: 'pages.turn',
    group: 'reader',
    keys: ['Shift+R'],
    panes: ['reader'],
    when: showsPages,
    run: () => turn(1),
  },
  {
    id: 'pages.turnBack',
    title: 'pages.turnBack',
    group: 'reader',
    when: showsPages,
    run: () => turn(-1),
  },
  {
    id: 'pages.mark',
    title: 'region.mark',
    group: 'coding',
    keys: ['B'],
    panes: ['reader'],
    when: (context) => {
      const verdict = canWrite(context);
      return verdict === true ? showsPages() : verdict;
    },
    run: markRegion,
  },
  {
    id: 'pages.paper',
    title: 'pages.paper.next',
    group: 'reader',
    keys: ['Shift+P'],
    panes: ['reader'],
    when: showsPages,
    run: () => announce(textOf(`pages.paper.${nextPaper()}`)),
  },
];
