/** What can be mentioned in a memo, with the link that leads there. */
export interface Mentionable {
  readonly kind: 'document' | 'code' | 'passage' | 'memo';
  readonly id: string;
  /** What it is called: the words of the link. */
  readonly name: string;
  /** Where it stands, for telling namesakes apart. */
  readonly place: string;
  readonly link: string;
}

/** A mention that is being typed: the sign, the words after it, and where both begin. Offsets in UTF-16. */
export interface Asked {
  readonly sign: '@' | '#';
  readonly words: string;
  readonly start: number;
}

const MOST_WORDS = 40;
const ASKED = new RegExp(`(?:^|[\\s(])([@#])((?:[^\\s@#[\\]()][^\\n@#[\\]()]{0,${MOST_WORDS}})?)$`, 'u');

/**
 * Finds the mention that the caret stands behind.
 * @param text what is in the field
 * @param caret offset in UTF-16
 * @returns null where none is being typed
 */
export function askedAt(text: string, caret: number): Asked | null {
  const found = ASKED.exec(text.slice(0, caret));
  const [, sign, words = ''] = found ?? [];
  if (sign !== '@' && sign !== '#') return null;
  return { sign, words, start: caret - words.length - 1 };
}

const SHOWN = 8;

/** The kinds that each sign offers: `#` codes, `@` everything else. */
const isOffered = ({ sign }: Asked, { kind }: Mentionable): boolean =>
  sign === '#' ? kind === 'code' : kind !== 'code';

/** @returns the few that fit what is being typed; those that begin with it first */
export function offersFor(asked: Asked, all: readonly Mentionable[]): readonly Mentionable[] {
  const wanted = asked.words.toLocaleLowerCase();
  const fits = all.filter((each) => isOffered(asked, each) && each.name.toLocaleLowerCase().includes(wanted));
  const begins = (each: Mentionable) => each.name.toLocaleLowerCase().startsWith(wanted);
  return [...fits.filter(begins), ...fits.filter((each) => !begins(each))].slice(0, SHOWN);
}

/**
 * Puts a link in the place of what was typed.
 * @returns the text, and where the caret goes
 */
export function withMention(
  text: string,
  asked: Asked,
  caret: number,
  { name, link }: Pick<Mentionable, 'name' | 'link'>,
): { text: string; caret: number } {
  // Signs that would end the words of the link, or begin marks within it.
  const words = name.replace(/[\\[\]*_`<]/g, '\\$&').replace(/\s+/g, ' ');
  const put = `[${words}](${link}) `;
  const rest = text.slice(caret).replace(/^ /, '');
  return { text: text.slice(0, asked.start) + put + rest, caret: asked.start + put.length };
}
