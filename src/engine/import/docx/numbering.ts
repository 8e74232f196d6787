import { type Numerals, numeral } from '../html/enumerate.ts';
import { childElements, elementsAt, firstChild, settingOf, switchOf, type XmlElement } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** What is printed, with %1 to %9 for the numbers of the levels. */
  readonly pattern: string;
  readonly style: string | null;
  readonly isLegal: boolean;
  readonly restarts: boolean;
  readonly gap: string;
}

interface List {
  /** What counts together: lists of one abstract definition go on where the last one ended. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const NUMERALS: Readonly<Record<string, Numerals>> = {
  lowerLetter: 'lower-alpha',
  upperLetter: 'upper-alpha',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
};

const whole = (value: string | undefined, otherwise: number): number => {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : otherwise;
};

function readLevel(element: XmlElement): [number, Level] {
  return [
    whole(element.attributes.get('w:ilvl'), 0),
    {
      start: whole(settingOf(element, 'w:start'), 0),
      format: settingOf(element, 'w:numFmt') ?? 'decimal',
      pattern: settingOf(element, 'w:lvlText') ?? '',
      style: settingOf(element, 'w:pStyle') ?? null,
      isLegal: switchOf(element, 'w:isLgl') === true,
      restarts: settingOf(element, 'w:lvlRestart') !== '0',
      gap: settingOf(element, 'w:suff') === 'nothing' ? '' : ' ',
    },
  ];
}

const levelsIn = (element: XmlElement) =>
  new Map(
    childElements(element)
      .filter(({ name }) => name === 'w:lvl')
      .map(readLevel),
  );

/** A number as Word prints it in a format (ECMA-376 part 1, 17.18.59). Formats in other scripts are given in digits. */
export function numberAs(number: number, format: string): string {
  if (format === 'none') return '';
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  // Word counts on after z with aa, bb: a letter as often as the alphabet was gone through.
  if (format.endsWith('Letter') && number > 26) {
    const letter = numeral(((number - 1) % 26) + 1, NUMERALS[format] ?? 'lower-alpha');
    return letter.repeat(Math.min(Math.ceil(number / 26), 30));
  }
  return numeral(number, NUMERALS[format] ?? 'decimal');
}

/** The numbers of a document's lists, as they are printed. Paragraphs are to be asked for in the order of the text. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** Takes the XML of the part `numbering`. */
  constructor(xml: string) {
    const abstracts = new Map<string, XmlElement>();
    const numbers: XmlElement[] = [];
    const byStyle = new Map<string, string>();
    for (const element of elementsAt(xml, 1)) {
      if (element.name === 'w:num') numbers.push(element);
      if (element.name !== 'w:abstractNum') continue;
      const id = element.attributes.get('w:abstractNumId') ?? '';
      abstracts.set(id, element);
      const style = settingOf(element, 'w:styleLink');
      if (style !== undefined) byStyle.set(style, id);
    }
    for (const element of numbers) {
      const named = settingOf(element, 'w:abstractNumId') ?? '';
      const linked = byStyle.get(settingOf(abstracts.get(named), 'w:numStyleLink') ?? '');
      const abstract = linked ?? named;
      const found = abstracts.get(abstract);
      if (found) this.#lists.set(element.attributes.get('w:numId') ?? '', readList(element, abstract, found));
    }
  }

  /** The level that a list gives to paragraphs of one of these styles; 0 where it names none. */
  levelOfStyles(id: string, styles: readonly string[]): number {
    for (const [at, level] of this.#lists.get(id)?.levels ?? []) {
      if (level.style !== null && styles.includes(level.style)) return at;
    }
    return 0;
  }

  /**
   * Counts a paragraph of a list.
   * @param at level from 0
   * @returns what is printed before its text, the space included; empty for bullets; null where there is no such list
   */
  next(id: string, at: number): string | null {
    const list = this.#lists.get(id);
    const level = list?.levels.get(at);
    if (!list || !level) return null;
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const key = `${id}/${at}`;
    const own = this.#begun.has(key) ? undefined : list.starts.get(at);
    this.#begun.add(key);
    const before = counts[at];
    counts[at] = own ?? (before === undefined ? level.start : before + 1);
    for (let deeper = at + 1; deeper <= 8; deeper++) {
      if (list.levels.get(deeper)?.restarts !== false) counts[deeper] = undefined;
    }
    if (level.format === 'bullet') return '';
    const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const part = Number(digit) - 1;
      const shown = list.levels.get(part);
      counts[part] ??= shown?.start ?? 1;
      return numberAs(counts[part], level.isLegal ? 'decimal' : (shown?.format ?? 'decimal'));
    });
    return text.trim() === '' ? '' : text.trim() + level.gap;
  }
}

function readList(number: XmlElement, abstract: string, found: XmlElement): List {
  const levels = levelsIn(found);
  const starts = new Map<number, number>();
  for (const override of childElements(number).filter(({ name }) => name === 'w:lvlOverride')) {
    const at = whole(override.attributes.get('w:ilvl'), 0);
    const start = settingOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(at, whole(start, 1));
    const level = firstChild(override, 'w:lvl');
    if (level) {
      levels.set(...readLevel(level));
      if (start === undefined) starts.set(at, readLevel(level)[1].start);
    }
  }
  return { abstract, levels, starts };
}
