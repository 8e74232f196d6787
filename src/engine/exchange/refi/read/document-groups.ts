import type { ExchangedAttribute, ExchangedValue } from '../../model.ts';
import type { Facts } from './facts.ts';
import type { SetOfThings } from './sets.ts';
import { partOf, type Work } from './work.ts';

/** What names of sets state: ATLAS.ti keeps attributes as groups of documents, “gender: female” and “gender: male”. */
interface Groups {
  readonly attributes: readonly ExchangedAttribute[];
  /** The sets that stand for values. */
  readonly sets: ReadonlySet<string>;
  /** By source. */
  readonly values: ReadonlyMap<string, readonly ExchangedValue[]>;
}

const known = new WeakMap<Facts, Groups>();

function groupsOf({ facts, program }: Work): Groups {
  const before = known.get(facts);
  if (before) return before;
  const byName = new Map<string, { set: SetOfThings; label: string }[]>();
  for (const set of program === 'atlas' ? facts.sets : []) {
    const [, name = '', label = ''] = /^([^:]+):\s+(\S.*)$/s.exec(set.name) ?? [];
    if (name.trim() === '' || set.sources.size === 0) continue;
    const list = byName.get(name.trim());
    if (list) list.push({ set, label: label.trim() });
    else byName.set(name.trim(), [{ set, label: label.trim() }]);
  }
  const attributes: ExchangedAttribute[] = [];
  const used = new Set<string>();
  const values = new Map<string, ExchangedValue[]>();
  for (const [name, sets] of byName) {
    const members = sets.flatMap(({ set }) => [...set.sources]);
    const choices = sets.map(({ label }) => label);
    // A source in two of them has no one value.
    if (new Set(members).size < members.length || new Set(choices).size < choices.length) continue;
    const attribute = partOf(sets[0]?.set.id ?? '', 'attribute');
    const said = sets.filter(({ set }) => set.description !== '');
    const description = said.map(({ set, label }) => `${label}: ${set.description}`).join('\n');
    attributes.push({
      ...{ id: attribute, name, appliesTo: 'document', kind: 'choice', choices },
      ...(description !== '' && { description }),
    });
    for (const { set, label } of sets) {
      used.add(set.id);
      for (const source of set.sources) {
        const own = values.get(source);
        if (own) own.push({ attribute, value: label });
        else values.set(source, [{ attribute, value: label }]);
      }
    }
  }
  const groups = { attributes, sets: used, values };
  known.set(facts, groups);
  return groups;
}

/** @returns whether a set stands for a value of an attribute, and so is none itself */
export const isGroup = (work: Work, { id }: SetOfThings): boolean => groupsOf(work).sets.has(id);

/** @returns an attribute with choices for groups that are named like its values */
export function attributesOfGroups(work: Work): readonly ExchangedAttribute[] {
  const { attributes } = groupsOf(work);
  for (const { name } of attributes)
    work.say(
      'kept',
      'Groups of documents that are named like values became an attribute with choices.',
      name,
    );
  return attributes;
}

/** @returns the values of a source that goes by these identities */
export const valuesOfGroups = (work: Work, ids: readonly string[]): readonly ExchangedValue[] =>
  ids.map((id) => groupsOf(work).values.get(id) ?? []).find((values) => values.length > 0) ?? [];
