import type { ExchangedAttribute, ExchangedValue } from '../../model.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { attributesOfGroups, isGroup, valuesOfGroups } from './document-groups.ts';
import { identified } from './identities.ts';
import { nameOf } from './links.ts';
import { targetsOf } from './refs.ts';
import { partOf, type Work } from './work.ts';

/** A set as the file states it. */
export interface SetOfThings {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly string[];
  readonly sources: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/** A drawing of things and how they are connected. */
export interface Graph {
  readonly name: string;
  readonly vertices: ReadonlyMap<string, { readonly name: string; readonly stands: string | null }>;
  readonly edges: readonly { readonly from: string; readonly to: string; readonly name: string }[];
}

/** @returns a set by its element */
export const readSet = (element: XmlElement, id: string): SetOfThings => ({
  id,
  name: (element.attributes.get('name') ?? '').trim() || 'Set',
  description: textOf(childOf(element, 'Description')).trim(),
  codes: targetsOf(childrenOf(element), 'MemberCode'),
  sources: new Set(targetsOf(childrenOf(element), 'MemberSource')),
  notes: targetsOf(childrenOf(element), 'MemberNote'),
});

/** @returns a graph by its element */
export const readGraph = (element: XmlElement): Graph => ({
  name: element.attributes.get('name') ?? '',
  vertices: new Map(
    childrenOf(element, 'Vertex').map(({ attributes }) => [
      attributes.get('guid') ?? '',
      { name: attributes.get('name') ?? '', stands: identified(attributes.get('representedGUID')) },
    ]),
  ),
  edges: childrenOf(element, 'Edge').map(({ attributes }) => ({
    from: attributes.get('sourceVertex') ?? '',
    to: attributes.get('targetVertex') ?? '',
    name: attributes.get('name') ?? '',
  })),
});

const setsOfSources = (work: Work): SetOfThings[] =>
  work.facts.sets.filter((set) => set.sources.size > 0 && !isGroup(work, set));

/** @returns a yes/no attribute of documents for each set of sources, and those that groups of documents state */
export const attributesOfSets = (work: Work): ExchangedAttribute[] => [
  ...attributesOfGroups(work),
  ...setsOfSources(work).map(({ id, name, description }) => {
    work.say('kept', 'A set of sources became a yes/no attribute of documents.', name);
    return {
      id,
      name,
      appliesTo: 'document' as const,
      kind: 'boolean' as const,
      ...(description !== '' && { description }),
    };
  }),
];

/** @returns of each set of sources whether a source is in it; one that goes by more than one identity if any of them is */
export const valuesOfSets = (work: Work, ids: readonly string[]): ExchangedValue[] => [
  ...valuesOfGroups(work, ids),
  ...setsOfSources(work).map(({ id, sources }) => ({
    attribute: id,
    value: ids.some((each) => sources.has(each)),
  })),
];

/** Lists sets of codes and notes, and graphs, in memos on the project. */
export function writeSets(work: Work): void {
  const project = { kind: 'project' } as const;
  for (const set of work.facts.sets) {
    const lines = [...set.codes, ...set.notes].map((id) => nameOf(work, id));
    if (lines.length === 0 && set.sources.size > 0) continue;
    work.say('kept', 'A set of codes or notes is listed in a memo on the project.', set.name);
    const body = [set.description, lines.join('\n')].filter((part) => part !== '').join('\n\n');
    work.memo(project, {
      id: partOf(set.id, 'set'),
      title: `Set: ${set.name}`,
      body: body || 'An empty set.',
    });
  }
  work.facts.graphs.forEach(({ name, vertices, edges }, at) => {
    const nameIn = (id: string) => {
      const vertex = vertices.get(id);
      return vertex ? vertex.name || nameOf(work, vertex.stands) : '(nothing)';
    };
    const lines = [
      ...[...vertices.keys()].map(nameIn),
      ...edges.map(
        (edge) => `${nameIn(edge.from)} — ${nameIn(edge.to)}${edge.name ? ` (${edge.name})` : ''}`,
      ),
    ];
    work.say('kept', 'A drawing of things and their connections is listed in a memo on the project.', name);
    work.memo(project, {
      id: partOf(work.facts.hash, `graph ${at}`),
      title: `Graph: ${name}`,
      body: lines.join('\n') || 'An empty graph.',
    });
  });
}
