import type { MergeField } from '../../../../contract/codebook-exchange.ts';
import type { CodeLabel } from '../../../codebook/whole.ts';
import type { Book, BookCode } from '../book.ts';

/** Fields that are one value. */
export const PLAIN = ['name', 'definition', 'useWhen', 'useNotWhen', 'example', 'colour', 'codable'] as const;

/** Fields that are lists of words. Why a code was changed is its history, and is not merged. */
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

/** @returns a field as text that differs where the field does, and can be shown; undefined where it is not stated */
export function saidIn(
  code: Stated,
  field: OwnField,
  labelKinds: Book['labelKinds'] | null,
): string | undefined {
  const list = LISTS.find(([name]) => name === field);
  if (!list) {
    const value = code[field as (typeof PLAIN)[number]];
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  }
  const [, kind] = list;
  if (labelKinds !== null && !labelKinds.includes(kind)) return undefined;
  return code.labels
    .filter((label) => label.kind === kind)
    .map(({ language, text }) => (language === '' ? text : `${text} (${language})`))
    .join('\n');
}

/** @returns a code with a field as another code states it */
export function withField<Code extends Stated>(code: Code, field: OwnField, from: Stated): Code {
  const list = LISTS.find(([name]) => name === field);
  if (!list) return { ...code, [field]: from[field as (typeof PLAIN)[number]] };
  const [, kind] = list;
  const labels = ORDER.flatMap((each) =>
    (each === kind ? from : code).labels.filter((label) => label.kind === each),
  );
  return { ...code, labels };
}

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
