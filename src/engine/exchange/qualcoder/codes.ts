import { momentOf } from '../identity.ts';
import type { ExchangedCode } from '../model.ts';
import { orderTree, type TreeNode } from '../order-tree.ts';
import type { QualCoderProject } from './project.ts';

/** A code that codings name by its number. */
export interface KnownCode {
  readonly id: string;
  readonly name: string;
}

interface CodeNode extends TreeNode {
  readonly id: string;
  readonly isCode: boolean;
  readonly definition: string;
  readonly colour: string;
  readonly date: string;
  readonly createdBy: string | undefined;
}

/**
 * Reads categories, which only group, and codes. A memo of either is its definition, as it is in QualCoder's own exports.
 * @returns the codes in order, and each code by its number
 */
export function readCodes(project: QualCoderProject): {
  codes: ExchangedCode[];
  byNumber: Map<number, KnownCode>;
} {
  const nodes: CodeNode[] = [];
  const byNumber = new Map<number, KnownCode>();
  for (const row of project.file.rows('code_cat', ['catid', 'name', 'memo', 'owner', 'date', 'supercatid'])) {
    const name = row.text('name');
    const above = row.whole('supercatid');
    nodes.push({
      key: `category ${row.whole('catid')}`,
      parent: above === null ? null : `category ${above}`,
      name,
      rank: 0,
      id: project.id('category', name),
      isCode: false,
      definition: row.text('memo'),
      colour: '',
      date: row.text('date'),
      createdBy: project.coder(row),
    });
  }
  const columns = ['cid', 'name', 'memo', 'catid', 'supercid', 'owner', 'date', 'color'];
  for (const row of project.file.rows('code_name', columns)) {
    const [number, category, above] = ['cid', 'catid', 'supercid'].map((column) => row.whole(column));
    const name = row.text('name');
    const id = project.id('code', name);
    if (typeof number === 'number') byNumber.set(number, { id, name });
    nodes.push({
      key: `code ${number}`,
      parent:
        typeof above === 'number'
          ? `code ${above}`
          : typeof category === 'number'
            ? `category ${category}`
            : null,
      name,
      rank: 1,
      id,
      isCode: true,
      definition: row.text('memo'),
      colour: row.text('color').toLowerCase(),
      date: row.text('date'),
      createdBy: project.coder(row),
    });
  }
  const { ordered, remarks } = orderTree(nodes);
  for (const { what, message, subject } of remarks) project.say(what, message, subject);
  const ids = new Map(ordered.map(({ key, id }) => [key, id]));
  return { codes: ordered.map((node) => codeOf(node, ids)), byNumber };
}

function codeOf(node: CodeNode, ids: ReadonlyMap<string, string>): ExchangedCode {
  const createdAt = momentOf(node.date);
  return {
    id: node.id,
    parentId: node.parent === null ? null : (ids.get(node.parent) ?? null),
    name: node.name,
    definition: node.definition,
    codable: node.isCode,
    ...(/^#[0-9a-f]{6}$/.test(node.colour) && { colour: node.colour }),
    ...(createdAt !== undefined && { createdAt }),
    ...(node.createdBy !== undefined && { createdBy: node.createdBy }),
  };
}
