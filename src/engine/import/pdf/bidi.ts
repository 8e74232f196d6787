/** A letter of a line as it is seen, from left to right. */
export interface Cell {
  /** What it stands for, in logical order even where it is several letters. */
  readonly text: string;
}

const RIGHT = /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LEFT = /^\p{L}/u;
const DIGIT = /^\p{Nd}/u;
/** What stands between the digits of one number (bidi classes ES, ET and CS). */
const IN_NUMBER = /^[.,:/+\-%$€£°\u00a0]$/u;
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '<': '>',
  '>': '<',
};

/** Whether something is written from the right. */
export const isFromRight = (text: string): boolean => RIGHT.test(text) && !DIGIT.test(text);

type Kind = 'right' | 'left' | 'number' | 'neutral';

function kindOf(text: string): Kind {
  if (DIGIT.test(text)) return 'number';
  if (isFromRight(text)) return 'right';
  return LEFT.test(text) ? 'left' : 'neutral';
}

/** Stretches of cells of which each is read in one direction, from left to right as they are seen. */
function parts<C extends Cell>(cells: readonly C[], mainlyRight: boolean): { right: boolean; cells: C[] }[] {
  const kinds = cells.map(({ text }) => kindOf(text));
  const right = kinds.map((kind, index): boolean => {
    if (kind === 'right') return true;
    if (kind === 'left' || kind === 'number') return false;
    const text = cells[index]?.text ?? '';
    if (IN_NUMBER.test(text) && kinds[index - 1] === 'number' && kinds[index + 1] === 'number') return false;
    // Neutral ones go with their neighbours where these agree, else with the line (UAX #9, N1 and N2).
    const before = kinds.slice(0, index).findLast((other) => other !== 'neutral');
    const after = kinds.slice(index + 1).find((other) => other !== 'neutral');
    const rightward = (other: Kind | undefined) => (other === undefined ? mainlyRight : other === 'right');
    return rightward(before) === rightward(after) ? rightward(before) : mainlyRight;
  });
  const made: { right: boolean; cells: C[] }[] = [];
  cells.forEach((cell, index) => {
    const own = right[index] ?? false;
    const last = made.at(-1);
    if (last?.right === own) last.cells.push(cell);
    else made.push({ right: own, cells: [cell] });
  });
  return made;
}

/** Whether a stretch shows its brackets as they look rather than as they are meant: a closing one comes first. */
const looksMirrored = (cells: readonly Cell[]) =>
  /^[)\]}»›]/u.test(cells.find(({ text }) => text in MIRRORED)?.text ?? '');

/**
 * A line as it is seen, in the order in which it is read, by what of the Unicode bidirectional algorithm (UAX #9) can be
 * undone without knowing what was embedded in what. Brackets are turned where the file gives them as they look.
 * @param cells from left to right
 * @returns the cells in reading order, each with whether it is read from the right
 */
export function readingOrder<C extends Cell>(cells: readonly C[]): { cell: C; right: boolean }[] {
  if (!cells.some(({ text }) => isFromRight(text))) return cells.map((cell) => ({ cell, right: false }));
  const count = (kind: Kind) => cells.filter(({ text }) => kindOf(text) === kind).length;
  const mainlyRight = count('right') >= count('left');
  const seen = parts(cells, mainlyRight);
  // Within a line that is read from the left, a number stands as it is; what is written around it from the right turns.
  const read = mainlyRight ? seen.toReversed() : joinedNumbers(seen);
  return read.flatMap(({ right, cells: part }) => {
    const ordered = right ? part.toReversed() : part;
    const turn = right && looksMirrored(ordered);
    return ordered.map((cell) => ({
      cell: turn && cell.text in MIRRORED ? { ...cell, text: MIRRORED[cell.text] ?? cell.text } : cell,
      right,
    }));
  });
}

/** In a line read from the left: what is written from the right, with the numbers in it, is read from the right. */
function joinedNumbers<P extends { right: boolean; cells: readonly Cell[] }>(seen: readonly P[]): P[] {
  const order: P[] = [];
  let group: P[] = [];
  const close = () => {
    order.push(...group.toReversed());
    group = [];
  };
  seen.forEach((part, index) => {
    const numeric = !part.right && part.cells.every(({ text }) => kindOf(text) !== 'left');
    const between = seen[index - 1]?.right === true && seen[index + 1]?.right === true;
    if (!part.right && !(numeric && between)) close();
    group.push(part);
    if (!part.right && !(numeric && between)) close();
  });
  close();
  return order;
}
