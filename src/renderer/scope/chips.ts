import type { AttributeCondition, CodeCondition, Scope } from '../../contract/scope.ts';
import type { MessageId } from '../messages/en.ts';
import type { ConditionKind } from './editing.ts';

type Text = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

/** What the ids of a scope are called. */
export interface Names {
  readonly documents: ReadonlyMap<string, string>;
  readonly cases: ReadonlyMap<string, string>;
  readonly coders: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
}

/** One condition of the scope in words: what is compared, and with what. */
export interface Chip {
  readonly id: string;
  readonly kind: ConditionKind;
  /** Which of several conditions of its kind; 0 where there can be only one. */
  readonly index: number;
  readonly label: string;
  readonly value: string;
}

/** Names written out before the rest is only counted. */
const WRITTEN = 2;

function list(names: readonly string[], t: Text): string {
  const written = names.slice(0, WRITTEN).join(', ');
  return names.length > WRITTEN ? t('scope.more', { names: written, more: names.length - WRITTEN }) : written;
}

const called = (ids: readonly string[], names: ReadonlyMap<string, string>, t: Text): string =>
  list(
    ids.map((id) => names.get(id) ?? t('scope.unknown')),
    t,
  );

function codeChip({ mode, codes, below }: CodeCondition, index: number, names: Names, t: Text): Chip {
  const one = codes.length === 1;
  const label = one
    ? mode === 'none'
      ? 'scope.code.not'
      : 'scope.code.one'
    : (`scope.code.${mode}` as const);
  const written = called(codes, names.codes, t);
  const value = below ? t('scope.code.below', { names: written }) : written;
  return { id: `codes-${index}`, kind: 'codes', index, label: t(label), value };
}

function attributeChip(condition: AttributeCondition, index: number, names: Names, t: Text): Chip {
  const attribute = names.attributes.get(condition.attribute);
  const isDate = attribute?.kind === 'date';
  const word =
    isDate && condition.is === 'at_least'
      ? 'scope.value.since'
      : isDate && condition.is === 'at_most'
        ? 'scope.value.until'
        : (`scope.value.${condition.is}` as const);
  const values = condition.values.map((value) =>
    typeof value === 'boolean' ? t(value ? 'scope.yes' : 'scope.no') : String(value),
  );
  return {
    id: `attributes-${index}`,
    kind: 'attributes',
    index,
    label: attribute?.name ?? t('scope.unknown'),
    value: t(word, { values: list(values, t), from: values[0] ?? '', to: values[1] ?? '' }),
  };
}

/** Puts a scope into words, one chip for each condition, in the order of the menu. */
export function chipsOf(scope: Scope, names: Names, t: Text): readonly Chip[] {
  const plain = (['cases', 'documents', 'coders'] as const).flatMap((kind): Chip[] =>
    scope[kind].length === 0
      ? []
      : [{ id: kind, kind, index: 0, label: t(`scope.${kind}`), value: called(scope[kind], names[kind], t) }],
  );
  const text: Chip[] =
    scope.text === ''
      ? []
      : [
          {
            id: 'text',
            kind: 'text',
            index: 0,
            label: t('scope.text'),
            value: t('scope.text.value', { text: scope.text }),
          },
        ];
  return [
    ...plain.filter(({ kind }) => kind !== 'coders'),
    ...scope.attributes.map((condition, index) => attributeChip(condition, index, names, t)),
    ...scope.codes.map((condition, index) => codeChip(condition, index, names, t)),
    ...plain.filter(({ kind }) => kind === 'coders'),
    ...text,
  ];
}

/** @returns the part of the scope that changes when a condition goes */
export function without(scope: Scope, { kind, index }: Pick<Chip, 'kind' | 'index'>): Partial<Scope> {
  if (kind === 'text') return { text: '' };
  if (kind === 'attributes') return { attributes: scope.attributes.filter((_, at) => at !== index) };
  if (kind === 'codes') return { codes: scope.codes.filter((_, at) => at !== index) };
  return { [kind]: [] };
}

/**
 * Puts a condition at its place among those of its kind.
 * @param index null for a new one
 * @param condition null where it says nothing any more
 * @returns the conditions, and where this one stands now
 */
export function placed<Condition>(
  conditions: readonly Condition[],
  index: number | null,
  condition: Condition | null,
): { conditions: Condition[]; index: number | null } {
  if (condition === null) return { conditions: conditions.filter((_, at) => at !== index), index: null };
  if (index === null) return { conditions: [...conditions, condition], index: conditions.length };
  return { conditions: conditions.map((each, at) => (at === index ? condition : each)), index };
}
