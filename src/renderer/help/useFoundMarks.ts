import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { placesOf, queryWords } from './find.ts';
import type { Topic } from './read.ts';

const NAME = 'help-found';

/** The words worth marking: the shortest stand everywhere, and are marked only where nothing longer was typed. */
function telling(words: readonly string[]): readonly string[] {
  const long = words.filter((word) => word.length > 2);
  return long.length > 0 ? long : words;
}

/** Every place in the text nodes below an element where a word begins so. */
function rangesIn(root: HTMLElement, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    for (const [start, end] of placesOf(node.nodeValue ?? '', words)) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  return ranges;
}

/** Marks in a topic what is looked for, by the browser's own custom highlights. */
export function useFoundMarks(root: RefObject<HTMLElement | null>, query: string, topic: Topic): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another topic is another text to mark
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || !('highlights' in CSS)) return;
    const words = telling(queryWords(query));
    if (words.length === 0) CSS.highlights.delete(NAME);
    else CSS.highlights.set(NAME, new Highlight(...rangesIn(element, words)));
  }, [root, query, topic]);
  useEffect(
    () => () => {
      if ('highlights' in CSS) CSS.highlights.delete(NAME);
    },
    [],
  );
}
