/** Something to look for: words that follow each other, the last of which may be the beginning of a word. */
export interface Term {
  readonly tokens: readonly string[];
  readonly isPrefix: boolean;
  /** Scripts without spaces have no words to look up: then the text itself is scanned for this. */
  readonly literal: string | null;
}

/** Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar: written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A run of letters, digits and their marks, as FTS5's unicode61 splits them. */
export const TOKEN = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

/** @returns a token as the index keeps it: without diacritics, in lower case */
export function normalise(token: string): string {
  return token.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Reads what was typed. Words must all occur in a paragraph; quotation marks make a phrase; a star after a word (or
 * phrase) makes its last word a beginning. Nothing else is an operator.
 * @returns the terms; none where the query holds no letter or digit
 */
export function parseQuery(query: string): Term[] {
  const terms: Term[] = [];
  for (const [, phrase, star, word] of query.matchAll(/["“”„]([^"“”„]+)["“”„](\*?)|([^\s"“”„]+)/gu)) {
    const text = phrase ?? word ?? '';
    const isPrefix = star === '*' || (word?.endsWith('*') ?? false);
    const tokens = [...text.matchAll(TOKEN)]
      .map(([token]) => normalise(token))
      .filter((token) => token !== '');
    if (tokens.length === 0) continue;
    terms.push({ tokens, isPrefix, literal: UNSPACED.test(text) ? text.replace(/\*$/, '').trim() : null });
  }
  return terms;
}

/**
 * @param terms from `parseQuery`, at least one of them not literal
 * @returns the same for FTS5's MATCH: quoted strings joined by AND, with nothing in them that could be an operator
 */
export function toMatch(terms: readonly Term[]): string {
  return terms
    .filter((term) => term.literal === null)
    .map((term) => `"${term.tokens.join(' ')}"${term.isPrefix ? ' *' : ''}`)
    .join(' AND ');
}
