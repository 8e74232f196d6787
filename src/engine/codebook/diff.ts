import type {
  ChangedField,
  ChangeKind,
  CodebookChange,
  CodeReference,
  FieldChange,
} from '../../contract/codebook-versions.ts';
import { CHANGE_KINDS } from '../../contract/codebook-versions.ts';
import { moved } from './order-change.ts';
import type { CodebookNode } from './whole.ts';

/** What the log knows of codes that came or went: the codebooks alone can't tell a merge from a removal. */
export interface Origins {
  /** Codes that went into another one, by id. */
  readonly mergedInto?: ReadonlyMap<string, CodeReference>;
  /** Codes that were split off another one, by id. */
  readonly splitFrom?: ReadonlyMap<string, CodeReference>;
}

/** Fields that make a change of meaning or use, in the order in which they are read. */
const REDEFINES = ['definition', 'useWhen', 'useNotWhen', 'example', 'codable'] as const;

/**
 * Compares two codebooks code by code, by identity. Two codes of one name and different ids are two codes.
 * @param before tree order: parents before the codes under them, siblings as they stand
 * @param after the same
 * @param origins what is known of codes that were merged or split; without it they are removed and added
 * @returns what changed, by kind and then in tree order; empty where nothing did. A code has at most one change of a kind.
 * Codes that are in one of the two only are said as a whole: neither their fields nor links to them are told again. A link
 * stands with the code of the smaller id.
 */
export function diffCodebooks(
  before: readonly CodebookNode[],
  after: readonly CodebookNode[],
  origins: Origins = {},
): CodebookChange[] {
  const [old, now] = [new Book(before), new Book(after)];
  const changes: CodebookChange[] = [];
  const reordered = reorderedIn(old, now);
  for (const node of after) {
    const was = old.byId.get(node.id);
    const code = now.reference(node.id);
    if (!was) {
      const from = origins.splitFrom?.get(node.id);
      changes.push(
        from ? { kind: 'split', code, other: from, fields: [] } : { kind: 'added', code, fields: [] },
      );
      continue;
    }
    const add = (kind: ChangeKind, fields: readonly FieldChange[]) => {
      if (fields.length > 0) changes.push({ kind, code, fields });
    };
    add('renamed', fieldOf(was, node, 'name'));
    if (was.parentId !== node.parentId)
      add('moved', [{ field: 'parent', before: old.pathOf(was.parentId), after: now.pathOf(node.parentId) }]);
    const place = reordered.get(node.id);
    if (place) add('reordered', [place]);
    add(
      'redefined',
      REDEFINES.flatMap((field) => fieldOf(was, node, field)),
    );
    add('recoloured', fieldOf(was, node, 'colour'));
    add('relabelled', [...labelsOf(was, node), ...linksOf(was, node, old, now)]);
  }
  for (const node of before) {
    if (now.byId.has(node.id)) continue;
    const code = old.reference(node.id);
    const into = origins.mergedInto?.get(node.id);
    changes.push(
      into ? { kind: 'merged', code, other: into, fields: [] } : { kind: 'removed', code, fields: [] },
    );
  }
  return CHANGE_KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

/** A codebook with what is looked up in it. */
class Book {
  readonly byId: ReadonlyMap<string, CodebookNode>;
  /** Ids of the codes under each, as they stand; null: at the top. */
  readonly under = new Map<string | null, string[]>();
  readonly #paths = new Map<string, readonly string[]>();

  constructor(nodes: readonly CodebookNode[]) {
    this.byId = new Map(nodes.map((node) => [node.id, node]));
    for (const node of nodes) {
      const siblings = this.under.get(node.parentId);
      if (siblings) siblings.push(node.id);
      else this.under.set(node.parentId, [node.id]);
      // Tree order guarantees that a parent's path is known before its children's.
      this.#paths.set(node.id, [...(this.#paths.get(node.parentId ?? '') ?? []), node.name]);
    }
  }

  pathOf(id: string | null): string {
    return (this.#paths.get(id ?? '') ?? []).join(' / ');
  }

  reference(id: string): CodeReference {
    return { id, name: this.byId.get(id)?.name ?? '', path: this.pathOf(id) };
  }
}

/** @returns the field, if it differs. A code that only groups others is “no”, one that can be applied “yes”. */
function fieldOf(
  was: CodebookNode,
  node: CodebookNode,
  field: 'name' | 'colour' | (typeof REDEFINES)[number],
): FieldChange[] {
  if (was[field] === node[field]) return [];
  return [{ field, before: written(was[field]), after: written(node[field]) }];
}

const written = (value: string | boolean): string =>
  typeof value === 'string' ? value : value ? 'yes' : 'no';

/** @returns a field for each kind of words in each language that differs; several are told a line each, in their order */
function labelsOf(was: CodebookNode, node: CodebookNode): FieldChange[] {
  const [before, after] = [grouped(was), grouped(node)];
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const { kind, language } = (now ?? old)?.[0] ?? { kind: 'alias', language: '' };
    const [one, other] = [lines(old), lines(now)];
    return one === other ? [] : [{ field: kind, language, before: one, after: other }];
  });
}

function grouped({ labels }: CodebookNode): Map<string, CodebookNode['labels'][number][]> {
  return Map.groupBy(labels, ({ kind, language }) => `${kind} ${language}`);
}

const lines = (labels: readonly { text: string }[] = []): string =>
  labels.map((label) => label.text).join('\n');

/** @returns links that came or went between codes that are in both books, told by the other's path */
function linksOf(was: CodebookNode, node: CodebookNode, old: Book, now: Book): FieldChange[] {
  const fields: readonly ChangedField[] = ['see_also', 'not_to_be_confused'];
  return fields.flatMap((field) => {
    const others = ({ links }: CodebookNode) =>
      links
        .filter(({ kind, other }) => kind === field && node.id < other)
        .map(({ other }) => other)
        .filter((other) => old.byId.has(other) && now.byId.has(other))
        .toSorted();
    const [before, after] = [others(was), others(node)];
    if (before.join() === after.join()) return [];
    const names = (book: Book, ids: readonly string[]) => ids.map((id) => book.pathOf(id)).join('\n');
    return [{ field, before: names(old, before), after: names(now, after) }];
  });
}

/** @returns for codes that stay under their parent and stand elsewhere among those that do: their places, from 1 */
function reorderedIn(old: Book, now: Book): Map<string, FieldChange> {
  const found = new Map<string, FieldChange>();
  for (const [parent, siblings] of now.under) {
    const before = old.under.get(parent) ?? [];
    const stay = new Set(before);
    const here = new Set(siblings);
    const [one, other] = [before.filter((id) => here.has(id)), siblings.filter((id) => stay.has(id))];
    for (const id of moved(one, other)) {
      const place = (list: readonly string[]) => String(list.indexOf(id) + 1);
      found.set(id, { field: 'place', before: place(before), after: place(siblings) });
    }
  }
  return found;
}
