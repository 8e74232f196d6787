import { LINE_BREAKS } from './broken-words.ts';

/** Languages that write an article or pronoun as part of the next word. */
const ELIDES: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/u,
  it: /^(?:[cdlmnstv]|un|all|dall|dell|nell|sull|quest|quell)'(?=\p{L})/u,
  ca: /^[dlmnst]'(?=\p{L})/u,
};

/** The language of a tag without script and region: `pt` of `pt-BR`. */
export const languageOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? 'und';

/**
 * The one form that a word is counted by, whatever the case and the line it stands in. Accents stay: they tell words apart.
 * @param word a slice of a canonical text that segmenting took for one word
 * @param tag BCP 47 tag of the text: Turkish has two letters i, and French writes its articles onto the next word, which leaves
 * “intelligence” of “l’intelligence”
 * @returns NFC, in lower case, with a straight apostrophe, whole where a line end broke it
 */
export function wordForm(word: string, tag: string): string {
  const whole = word.replace(LINE_BREAKS, '').replaceAll('\u00ad', '').normalize('NFC').replaceAll('’', "'");
  const low = whole.toLocaleLowerCase(tag).normalize('NFC');
  const elided = ELIDES[languageOf(tag)];
  return elided === undefined ? low : low.replace(elided, '');
}
