import { textOf } from '../messages/intl.tsx';
import { findNext, openFind } from '../reader/find.ts';
import { switchUnit } from '../reader/move.ts';
import { useShownPages, zoomPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { useSheet } from '../state/sheet.ts';
import { nextDensity, zoomBy } from '../state/view.ts';
import { announce } from '../ui/announce.ts';
import { hasText } from './conditions.ts';
import type { Command } from './registry.ts';

/** Makes what is shown larger or smaller by a step: the pages, or the text. */
const zoom = (step: -1 | 0 | 1) => (useShownPages.getState().page === null ? zoomBy(step) : zoomPages(step));

const isFinding = () => {
  const verdict = hasText();
  return verdict === true && useReader.getState().finding === null ? 'reader.find.closed' : verdict;
};

/** For `when`: the open document must have paragraphs, which a picture and a scan have not. */
const hasParagraphs = () => {
  const verdict = hasText();
  return verdict === true && useReader.getState().reading?.loaded.total === 0
    ? 'reader.blank.title'
    : verdict;
};

/** Commands about how a text is read: its unit, size and highlights, and looking for words in it. */
export const READING_COMMANDS: readonly Command[] = [
  {
    id: 'reader.find',
    title: 'reader.find',
    group: 'reader',
    keys: ['Mod+F'],
    when: hasText,
    run: openFind,
  },
  {
    id: 'reader.findNext',
    title: 'reader.find.next',
    group: 'reader',
    keys: ['F3'],
    when: isFinding,
    run: () => findNext(1),
  },
  {
    id: 'reader.findPrevious',
    title: 'reader.find.previous',
    group: 'reader',
    keys: ['Shift+F3'],
    when: isFinding,
    run: () => findNext(-1),
  },
  {
    id: 'reader.goTo',
    title: 'reader.goTo',
    group: 'reader',
    keys: ['G'],
    panes: ['reader', 'margin'],
    when: hasParagraphs,
    run: () => useSheet.getState().show('goTo'),
  },
  {
    id: 'reader.unit',
    title: 'reader.unit.next',
    group: 'reader',
    keys: ['.'],
    panes: ['reader'],
    when: hasText,
    run: switchUnit,
  },
  {
    id: 'reader.density',
    title: 'reader.density.next',
    group: 'reader',
    keys: ['H'],
    panes: ['reader', 'margin'],
    when: hasText,
    run: () => announce(textOf(`reader.density.${nextDensity()}`)),
  },
  {
    id: 'reader.larger',
    title: 'reader.larger',
    group: 'reader',
    keys: ['Mod+='],
    keysInBrowser: ['Mod+Alt+='],
    when: hasText,
    run: () => zoom(1),
  },
  {
    id: 'reader.smaller',
    title: 'reader.smaller',
    group: 'reader',
    keys: ['Mod+-'],
    keysInBrowser: ['Mod+Alt+-'],
    when: hasText,
    run: () => zoom(-1),
  },
  {
    id: 'reader.ownSize',
    title: 'reader.ownSize',
    group: 'reader',
    keys: ['Mod+0'],
    keysInBrowser: ['Mod+Alt+0'],
    when: hasText,
    run: () => zoom(0),
  },
];
