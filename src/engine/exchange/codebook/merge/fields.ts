import type { MergeField } from '../../../../contract/codebook-exchange.ts';
import type { CodeLabel } from '../../../codebook/whole.ts';
import type { Book, BookCode } from '../book.ts';

/** Fields that are one value. */
export const PLAIN = ['name', 'definition', 'useWhen', 'useNotWhen', 'example', 'colour', 'codable'] as const;

/** Fields that are lists of words, of which each language is merged by itself. */
export const LISTS = [
  ['alias', 'alias'],
  ['hidden', 'hidden'],
  ['notation', 'notation'],
  ['names', 'name'],
  ['definitions', 'definition'],
  ['note', 'note'],
  ['examples', 'example'],
] as const satisfies readonly (readonly [MergeField, CodeLabel['kind']])[];

/** What of a code is compared: all that can be stated without other codes. */
export type OwnField = (typeof PLAIN)[number] | (typeof LISTS)[number][0];
export const OWN_FIELDS: readonly OwnField[] = [...PLAIN, ...LISTS.map(([field]) => field)];

/** A code as both sides state it. */
type Stated = Partial<Pick<BookCode, (typeof PLAIN)[number]>> & Pick<BookCode, 'labels'>;

/** A field that is merged by itself: of lists of words, those in one language. */
export interface Part {
  readonly field: OwnField;
  /** Undefined for a field that is one value; empty for words of which no language is said. */
  readonly language?: string;
}

/** @returns all that can differ between two statements of a code */
export function partsOf(one: Stated, other: Stated): Part[] {
  const labels = [...one.labels, ...other.labels];
  const lists = LISTS.flatMap(([field, kind]): Part[] => {
    const languages = labels.filter((label) => label.kind === kind).map(({ language }) => language);
    return [...new Set(languages)].map((language) => ({ field, language }));
  });
  return [...PLAIN.map((field) => ({ field })), ...lists];
}

/**
 * @param language of a list of words: only those in this language; all, each with its own, where it is left out
 * @returns a field as text that differs where the field does, and can be shown; undefined where it is not stated
 */
export function saidIn(
  code: Stated,
  field: OwnField,
  labelKinds: Book['labelKinds'] | null,
  language?: string,
): string | undefined {
  const list = LISTS.find(([name]) => name === field);
  if (!list) {
    const value = code[field as (typeof PLAIN)[number]];
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  }
  const [, kind] = list;
  if (labelKinds !== null && !labelKinds.includes(kind)) return undefined;
  return code.labels
    .filter((label) => label.kind === kind && (language === undefined || label.language === language))
    .map((label) =>
      language !== undefined || label.language === '' ? label.text : `${label.text} (${label.language})`,
    )
    .join('\n');
}

/** @returns a code with a part as another code states it; words in other languages stay where they are */
export function withPart<Code extends Stated>(code: Code, { field, language }: Part, from: Stated): Code {
  const list = LISTS.find(([name]) => name === field);
  if (!list) return { ...code, [field]: from[field as (typeof PLAIN)[number]] };
  const [, kind] = list;
  const isMeant = (label: CodeLabel) => label.kind === kind && label.language === language;
  const own = code.labels.filter((label) => label.kind === kind);
  const at = own.findIndex(isMeant);
  const rest = own.filter((label) => !isMeant(label));
  const merged = rest.toSpliced(at === -1 ? rest.length : at, 0, ...from.labels.filter(isMeant));
  return { ...code, labels: labelsWith(code.labels, kind, merged) };
}

/** @returns why theirs was changed, as far as neither mine nor the common ancestor knows it */
export function newReasons(mine: Stated, theirs: Stated, base: Stated | undefined): readonly CodeLabel[] {
  const keyOf = ({ language, text }: CodeLabel) => `${language} ${text}`;
  const known = new Set([...reasonsOf(mine), ...(base ? reasonsOf(base) : [])].map(keyOf));
  return reasonsOf(theirs).filter((reason) => !known.has(keyOf(reason)));
}

/** @returns why a code was changed, as often as it was */
export const reasonsOf = (code: Stated): readonly CodeLabel[] =>
  code.labels.filter(({ kind }) => kind === 'change');

/** @returns a code with reasons behind its own: they are a history, of which nothing is replaced */
export const withReasons = <Code extends Stated>(code: Code, reasons: readonly CodeLabel[]): Code => ({
  ...code,
  labels: labelsWith(code.labels, 'change', [...reasonsOf(code), ...reasons]),
});

/** @returns labels with those of one kind replaced, in the order in which a codebook gives them */
const labelsWith = (
  labels: readonly CodeLabel[],
  kind: CodeLabel['kind'],
  replaced: readonly CodeLabel[],
): CodeLabel[] =>
  ORDER.flatMap((each) => (each === kind ? replaced : labels.filter((label) => label.kind === each)));

/** Kinds of labels in the order in which a codebook gives them. */
const ORDER: readonly CodeLabel['kind'][] = [
  'alias',
  'change',
  'definition',
  'example',
  'hidden',
  'name',
  'notation',
  'note',
];
