import type { ExchangedCode } from '../model.ts';
import { orderTree, type TreeNode } from '../order-tree.ts';
import type { RqdaProject } from './project.ts';

interface CodeNode extends TreeNode {
  readonly id: string;
  readonly code: Omit<ExchangedCode, 'id' | 'parentId'>;
}

/**
 * Reads codes and the categories that they are in. A memo of either is its definition. A code may be in several categories;
 * here it lies in the first.
 * @returns the codes in order, and the name and id of each by its number
 */
export function readCodes(project: RqdaProject): {
  codes: ExchangedCode[];
  byNumber: Map<number, { readonly id: string; readonly name: string }>;
} {
  const nodes: CodeNode[] = [];
  for (const row of project.live('codecat', ['catid'], ['name', 'memo'])) {
    const name = project.text(row, 'name');
    const code = { name, definition: project.text(row, 'memo'), codable: false, ...project.made(row) };
    nodes.push({
      key: `category ${row.whole('catid')}`,
      parent: null,
      name,
      rank: 0,
      id: project.id('category', name),
      code,
    });
  }
  const categories = new Map<number, number[]>();
  for (const row of project.live('treecode', ['cid', 'catid'], [])) {
    const [code, category] = [row.whole('cid'), row.whole('catid')];
    if (code === null || category === null) continue;
    const known = categories.get(code);
    if (known) known.push(category);
    else categories.set(code, [category]);
  }
  const byNumber = new Map<number, { readonly id: string; readonly name: string }>();
  for (const row of project.live('freecode', ['id', 'color'], ['name', 'memo'])) {
    const [number, name] = [row.whole('id'), project.text(row, 'name')];
    if (number === null) continue;
    const id = project.id('code', name);
    byNumber.set(number, { id, name });
    const [first, ...others] = categories.get(number) ?? [];
    if (others.length > 0)
      project.say('kept', 'A code is in more than one category: here it lies in the first of them.', name);
    const colour = hexColour(row.text('color'));
    nodes.push({
      key: `code ${number}`,
      parent: first === undefined ? null : `category ${first}`,
      name,
      rank: 1,
      id,
      code: { name, definition: project.text(row, 'memo'), ...(colour && { colour }), ...project.made(row) },
    });
  }
  const { ordered, remarks } = orderTree(nodes);
  for (const { what, message, subject } of remarks) project.say(what, message, subject);
  const ids = new Map(ordered.map(({ key, id }) => [key, id]));
  const codes = ordered.map(({ id, parent, code }) => ({
    ...code,
    id,
    parentId: parent === null ? null : (ids.get(parent) ?? null),
  }));
  return { codes, byNumber };
}

/** R writes colours as it likes, by name too; only those in digits are the same everywhere. */
function hexColour(text: string): string | undefined {
  const [, digits] = /^#([0-9a-f]{6})/i.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : `#${digits.toLowerCase()}`;
}
