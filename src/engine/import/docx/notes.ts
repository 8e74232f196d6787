import { numberAs } from './numbering.ts';
import { childElements, elementsAt, settingOf } from './xml.ts';

export type NoteKind = 'footnote' | 'endnote';

/** A note that the text refers to. */
interface NoteReference {
  readonly kind: NoteKind;
  readonly id: string;
  /** What stands for the note, without brackets; null where the text prints a mark of its own. */
  readonly label: string | null;
}

/** Numbers notes in the order in which the text refers to them, as Word does: footnotes 1, 2, 3, endnotes i, ii, iii unless the document says otherwise. */
export class NoteLabels {
  readonly #formats: Record<NoteKind, string> = { footnote: 'decimal', endnote: 'lowerRoman' };
  readonly #counts: Record<NoteKind, number> = { footnote: 0, endnote: 0 };
  readonly #found = new Map<string, NoteReference>();

  /** Takes the XML of the part `settings`. */
  constructor(settings: string) {
    for (const element of elementsAt(settings, 1)) {
      if (element.name === 'w:footnotePr')
        this.#formats.footnote = settingOf(element, 'w:numFmt') ?? 'decimal';
      if (element.name === 'w:endnotePr')
        this.#formats.endnote = settingOf(element, 'w:numFmt') ?? 'lowerRoman';
    }
  }

  /** Counts a reference. Gives the label to be shown, or null where the text shows its own mark. */
  refer(kind: NoteKind, id: string, isCustom: boolean): string | null {
    const key = `${kind}/${id}`;
    const known = this.#found.get(key);
    if (known) return known.label;
    const label = isCustom ? null : numberAs(++this.#counts[kind], this.#formats[kind]);
    this.#found.set(key, { kind, id, label });
    return label;
  }

  /** The notes of a kind that were referred to so far, in that order. */
  references(kind: NoteKind): NoteReference[] {
    return [...this.#found.values()].filter((reference) => reference.kind === kind);
  }
}

/** Whether the XML of a header or footer shows any text but a page's number. */
export function hasWords(xml: string): boolean {
  for (const element of elementsAt(xml, 0)) {
    const stack = childElements(element);
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (next.name === 'w:t' && /\p{L}/u.test(next.children.join(''))) return true;
      stack.push(...childElements(next));
    }
  }
  return false;
}
