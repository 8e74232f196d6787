import type { Span } from '../../text/reading.ts';
import { textOf } from '../messages/intl.tsx';
import { type Reading, useReader } from '../state/reader.ts';
import { nextUnit, useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { announce, announceMove } from '../ui/announce.ts';
import { around, selectedPassage } from './target.ts';
import { blockAt, readableWords } from './text.ts';
import { nextBlock, nextSentence, sentencePlace } from './units.ts';
import { brief } from './words.ts';

/** So much of a sentence is said at most, UTF-16 units. */
const SAID = 400;

const textIn = ({ loaded }: Reading, span: Span) => readableWords(loaded, span);

/** Says which sentence is present now, and its words: the focus may have stayed in its paragraph, which is read out no more. */
function saySentence(reading: Reading, block: number, sentence: Span): void {
  const place = sentencePlace(reading.loaded, block, sentence, reading.language);
  const total = reading.loaded.blocks.length;
  const words = brief(textIn(reading, sentence), SAID);
  announceMove(textOf('reader.sentenceOf', { ...place, paragraph: block + 1, total, words }));
}

/** Moves the present sentence; the block's first where none is present yet. */
function moveSentence(reading: Reading, step: 1 | -1, extend: boolean): void {
  const { cursor, moveTo } = useReader.getState();
  const [from, to] = cursor.sentences ?? [null, null];
  const next = nextSentence(reading.loaded, cursor.head, to, step, reading.language);
  if (next === null) {
    announce(textOf('reader.noUnit'));
    return;
  }
  const anchor = extend && from !== null ? from : next.sentence;
  moveTo(extend ? cursor.anchor : next.block, next.block, true, [anchor, next.sentence]);
  if (anchor === next.sentence) saySentence(reading, next.block, next.sentence);
  else announceMove(brief(textIn(reading, around([anchor, next.sentence])), SAID));
}

/**
 * Moves the present unit, a paragraph or a sentence, to the next or previous one that has words.
 * @param extend keeps where it began, so that several are taken together
 */
export function moveUnit(step: 1 | -1, extend: boolean): void {
  const { reading, cursor, moveTo } = useReader.getState();
  if (reading === null) return;
  getSelection()?.removeAllRanges();
  useWorkspace.getState().select(null);
  if (useView.getState().unit === 'sentence') {
    moveSentence(reading, step, extend);
    return;
  }
  const head = nextBlock(reading.loaded, cursor.head, step) ?? cursor.head;
  const anchor = extend ? cursor.anchor : head;
  moveTo(anchor, head, true);
  if (extend) announceMove(textOf('reader.paragraphs', { count: Math.abs(head - anchor) + 1 }));
}

/** Goes from paragraphs to sentences and back; what was present stays so, as far as it can. */
export function switchUnit(): void {
  const unit = nextUnit();
  const { reading, cursor, moveTo } = useReader.getState();
  announce(textOf(`reader.unit.${unit}`));
  if (reading === null) return;
  const sentence =
    unit === 'sentence' ? nextSentence(reading.loaded, cursor.head, null, 1, reading.language) : null;
  if (sentence === null) moveTo(cursor.head, cursor.head, true);
  else {
    moveTo(sentence.block, sentence.block, true, [sentence.sentence, sentence.sentence]);
    saySentence(reading, sentence.block, sentence.sentence);
  }
}

/** Goes to a paragraph by its number, counted from 1. */
export function goToParagraph(number: number): void {
  const { reading, goTo } = useReader.getState();
  const block = reading?.loaded.blocks[number - 1];
  if (reading === null || block === undefined) return;
  goTo({ documentId: reading.documentId, start: block.start, end: block.end, align: 'center', focus: true });
}

/** Takes the whole document as the present paragraphs; the page's own selection would reach no further than what is in sight. */
export function takeAll(): void {
  const { reading, moveTo } = useReader.getState();
  if (reading === null) return;
  const last = reading.loaded.blocks.length - 1;
  getSelection()?.removeAllRanges();
  useWorkspace.getState().select(null);
  moveTo(last, 0, true);
  announce(textOf('reader.paragraphs', { count: last + 1 }));
}

/** Selects a passage of the open document, and takes the reader there. */
export function showPassage(passageId: string, focus: boolean): void {
  const { reading, goTo } = useReader.getState();
  const passage = reading?.passages.find(({ id }) => id === passageId);
  if (passage === undefined) return;
  const { documentId, start, end } = passage;
  getSelection()?.removeAllRanges();
  useWorkspace.getState().select({ kind: 'passage', documentId, passageId });
  goTo({ documentId, start, end, align: 'center', focus });
}

/** Selects the next or previous passage from the selected one, or from the present paragraph. */
export function movePassage(step: 1 | -1): void {
  const { reading, cursor } = useReader.getState();
  if (reading === null) return;
  const passages = reading.passages
    .filter(({ status }) => status !== 'lost')
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const here = selectedPassage(reading);
  const from = reading.loaded.blocks[cursor.head]?.start ?? 0;
  const next = here
    ? passages[passages.findIndex(({ id }) => id === here.id) + step]
    : step > 0
      ? passages.find(({ start }) => start >= from)
      : passages.findLast(({ start }) => start < from);
  if (next === undefined) {
    announce(textOf(step > 0 ? 'reader.noNextPassage' : 'reader.noPreviousPassage'));
    return;
  }
  showPassage(next.id, true);
  announceMove(
    textOf('reader.passageOf', {
      number: passages.indexOf(next) + 1,
      total: passages.length,
      paragraph: blockAt(reading.loaded.blocks, next.start) + 1,
    }),
  );
}
