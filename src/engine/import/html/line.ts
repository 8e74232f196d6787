import type { Mark } from '../../../text/reading.ts';

/** The text of one block as a reader sees it. Marks count from the start of the text, in UTF-16. */
export interface Line {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A style that is on; `mark` is null until the first character that it covers. */
interface Open {
  readonly kind: Mark['kind'];
  readonly target: string | undefined;
  mark: { kind: Mark['kind']; start: number; end: number; target?: string } | null;
}

/**
 * Grows the text of one block. White space waits until something visible follows it, so that none stands at either end of
 * a block or of a mark. Styles that are open when a block ends go on in the next one.
 */
export class LineBuilder {
  #text = '';
  #waiting = '';
  #marks: NonNullable<Open['mark']>[] = [];
  readonly #open: Open[] = [];

  /** Whether nothing visible has been added yet. */
  get isEmpty(): boolean {
    return this.#text === '';
  }

  /** The white space that waits for something visible behind it. */
  get waiting(): string {
    return this.#waiting;
  }

  /** Turns a style on, until `close`. */
  open(kind: Mark['kind'], target?: string): void {
    this.#open.push({ kind, target, mark: null });
  }

  /** Turns the style off that was turned on last. */
  close(): void {
    const mark = this.#open.pop()?.mark;
    if (mark) mark.end = this.#text.length;
  }

  /** Adds visible text as it is. */
  add(text: string): void {
    if (text === '') return;
    if (this.#text !== '') this.#text += this.#waiting;
    this.#waiting = '';
    for (const open of this.#open) {
      if (open.mark) continue;
      const { kind, target } = open;
      open.mark = {
        kind,
        start: this.#text.length,
        end: 0,
        ...(target === undefined ? {} : { target }),
      };
      this.#marks.push(open.mark);
    }
    this.#text += text;
  }

  /** Adds a space that falls together with the white space around it (CSS Text 3, section 4.1.1). */
  space(): void {
    if (this.#waiting === '') this.#waiting = ' ';
  }

  /** Adds white space that is kept as it is unless it comes to stand at an end of the block. */
  wait(white: string): void {
    this.#waiting += white;
  }

  /** Breaks the line; spaces before it are dropped. However many breaks follow each other, they leave one blank line. */
  break(): void {
    const lines = this.#waiting.split('\n').length;
    this.#waiting = lines === 1 ? '\n' : '\n\n';
  }

  /** Breaks the line unless it is broken already. */
  breakOnce(): void {
    if (!this.#waiting.includes('\n')) this.break();
  }

  /** The text so far, and starts anew. */
  finish(): Line {
    const text = this.#text;
    for (const open of this.#open) {
      if (open.mark) open.mark.end = text.length;
      open.mark = null;
    }
    const marks = this.#marks;
    this.#text = '';
    this.#waiting = '';
    this.#marks = [];
    return { text, marks };
  }
}

/** A line behind what stands before it in the same block, such as a list's number. An empty line drops the lead's last space. */
export function withLead(lead: string, { text, marks }: Line): Line {
  if (lead === '') return { text, marks };
  const before = text === '' ? lead.trimEnd() : lead;
  const by = before.length;
  return {
    text: before + text,
    marks: marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by })),
  };
}
