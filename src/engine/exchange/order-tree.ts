import type { Remark } from './model.ts';

/** Something that may lie under another of its kind. */
export interface TreeNode {
  readonly key: string;
  /** Null at the top. */
  readonly parent: string | null;
  readonly name: string;
  /** What comes first among siblings; those of one rank come by name. */
  readonly rank: number;
}

const sorting = new Intl.Collator('en', { numeric: true });

/**
 * Puts a tree in order, parents before what is under them. What names a parent that there is not, or lies under itself,
 * comes to the top.
 * @returns the nodes in order with the parent that each has, and what is to be said
 */
export function orderTree<Node extends TreeNode>(
  nodes: readonly Node[],
): { ordered: (Node & { readonly parent: string | null })[]; remarks: Remark[] } {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const remarks: Remark[] = [];
  const under = new Map<string | null, Node[]>();
  const isRound = findRounds(byKey);
  for (const node of byKey.values()) {
    const isLost = node.parent !== null && !byKey.has(node.parent);
    const isOwn = isRound.has(node.key);
    if (isLost)
      remarks.push({
        what: 'mended',
        message: 'A code lies under one that the file does not list: it came to the top.',
        subject: node.name,
      });
    if (isOwn)
      remarks.push({
        what: 'mended',
        message: 'Codes lie under each other in a circle: one of them came to the top.',
        subject: node.name,
      });
    const parent = isLost || isOwn ? null : node.parent;
    const siblings = under.get(parent) ?? [];
    siblings.push({ ...node, parent });
    under.set(parent, siblings);
  }
  for (const siblings of under.values())
    siblings.sort((a, b) => a.rank - b.rank || sorting.compare(a.name, b.name));
  const ordered: Node[] = [];
  const waiting = (under.get(null) ?? []).toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    ordered.push(node);
    for (const child of (under.get(node.key) ?? []).toReversed()) waiting.push(child);
  }
  return { ordered, remarks };
}

/** @returns one node of each circle */
function findRounds(byKey: ReadonlyMap<string, TreeNode>): Set<string> {
  const rounds = new Set<string>();
  /** On which walk a node was first met: a walk that meets its own has gone round. */
  const met = new Map<string, string>();
  for (const start of byKey.keys()) {
    let at: string | null = start;
    while (at !== null && byKey.has(at) && !met.has(at)) {
      met.set(at, start);
      at = byKey.get(at)?.parent ?? null;
    }
    if (at !== null && met.get(at) === start && byKey.has(at)) rounds.add(at);
  }
  return rounds;
}
