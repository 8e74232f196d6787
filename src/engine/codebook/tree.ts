import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

export interface CodeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly rank: string;
  readonly name: string;
  readonly definition: string;
  readonly useWhen: string;
  readonly useNotWhen: string;
  readonly example: string;
  readonly colour: string;
  readonly codable: boolean;
  /** Names from the root. A name may itself contain a slash, so this is the list, not the joined form. */
  readonly path: readonly string[];
}

interface CodeRecord {
  readonly id: Uint8Array;
  readonly parent_id: Uint8Array | null;
  readonly rank: string;
  readonly name: string;
  readonly definition: string;
  readonly use_when: string;
  readonly use_not_when: string;
  readonly example: string;
  readonly colour: string;
  readonly codable: 0 | 1;
}

/** How a path is written for people. */
export const showPath = (path: readonly string[]): string => path.join(' / ');

/**
 * @returns the codebook in tree order: each code before the codes under it, siblings by rank (then id, where a merge left
 * two with the same rank)
 */
export function readTree(db: Sql): CodeNode[] {
  const children = new Map<string | null, CodeRecord[]>();
  for (const row of db.all<CodeRecord>(sql`SELECT * FROM codes ORDER BY rank, id`)) {
    const parent = row.parent_id ? idText(row.parent_id) : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(row);
    else children.set(parent, [row]);
  }
  const nodes: CodeNode[] = [];
  const visit = (parent: string | null, above: readonly string[]) => {
    for (const row of children.get(parent) ?? []) {
      const node = toNode(row, parent, above);
      nodes.push(node);
      visit(node.id, node.path);
    }
  };
  visit(null, []);
  return nodes;
}

/** @returns the ids of a code and of all codes under it, parents first */
export function branch(nodes: readonly CodeNode[], id: string): string[] {
  const ids = new Set([id]);
  // Tree order guarantees that a parent has been seen before its children.
  for (const node of nodes) if (node.parentId !== null && ids.has(node.parentId)) ids.add(node.id);
  return [...ids];
}

function toNode(row: CodeRecord, parentId: string | null, above: readonly string[]): CodeNode {
  return {
    id: idText(row.id),
    parentId,
    rank: row.rank,
    name: row.name,
    definition: row.definition,
    useWhen: row.use_when,
    useNotWhen: row.use_not_when,
    example: row.example,
    colour: row.colour,
    codable: row.codable === 1,
    path: [...above, row.name],
  };
}
