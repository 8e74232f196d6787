import type { StructTreeNode } from 'pdfjs-dist/types/src/display/api.d.ts';
import type { Content } from './walk.ts';

/** Types that say what a stretch of text is (ISO 32000-2, 14.8.4); others group or adorn. */
const TELLING =
  /^(?:H\d*|Title|P|LI|Lbl|LBody|TD|TH|Caption|TOCI|Note|FENote|Aside|BlockQuote|Formula|Code|Sub|Index)$/;
/** Within these a paragraph is only their content. */
const HOLDING = /^(?:Lbl|LBody|LI|TD|TH|Caption|TOCI|Note|FENote|Aside|BlockQuote|Formula|Code|H\d*|Title)$/;

const isNode = (child: StructTreeNode['children'][number]): child is StructTreeNode => 'children' in child;

/**
 * What content of each marked-content number of a page is tagged with, by the end of the numbers' ids as pdf.js gives them.
 * @param next gives a number that no element had before
 */
export function tagsOf(tree: StructTreeNode | null, next: () => number): ReadonlyMap<number, Content> {
  const found = new Map<number, Content>();
  const visit = (node: StructTreeNode, outer: Content | null) => {
    const { role } = node;
    const kept = outer !== null && (role === 'P' || !TELLING.test(role)) && HOLDING.test(outer.tag);
    const grouping = !TELLING.test(role);
    const own = kept || (grouping && outer !== null) ? outer : { tag: role, element: next() };
    for (const child of node.children) {
      if (isNode(child)) visit(child, grouping && outer === null ? null : own);
      else if (child.type === 'content') {
        const mcid = /_mc(\d+)$/.exec(child.id)?.[1];
        if (mcid !== undefined) found.set(Number(mcid), own);
      }
    }
  };
  if (tree) visit(tree, null);
  return found;
}
