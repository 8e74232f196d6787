import type { CodebookNode } from '../../../codebook/whole.ts';
import type { BookTitle } from '../book.ts';
import { DEEPEST_HEADING, escaped, FOUND, GROUPS, PARTS } from './marks.ts';

/**
 * @param found how often each code was found, in words, by its id
 * @returns a codebook to be read, in Markdown: a heading a code, as deep as headings go, and list items below them
 */
export function* writeMarkdown(
  { title, description }: BookTitle,
  nodes: readonly CodebookNode[],
  found: ReadonlyMap<string, string>,
): Generator<string, void> {
  yield `# ${escaped(title.replace(/\s+/g, ' ') || 'Codebook')}\n`;
  if (description !== '') yield `\n${escaped(description)}\n`;
  const depths = new Map<string | null, number>([[null, 0]]);
  for (const node of nodes) {
    const depth = (depths.get(node.parentId) ?? 0) + 1;
    depths.set(node.id, depth);
    const level = depth + 1;
    const name = escaped(node.name.replace(/\s+/g, ' '));
    const isHeading = level <= DEEPEST_HEADING;
    const indent = isHeading ? '' : '  '.repeat(level - DEEPEST_HEADING);
    const own = isHeading
      ? `${'#'.repeat(level)} ${name}`
      : `${'  '.repeat(level - DEEPEST_HEADING - 1)}- ${name}`;
    yield `\n${own}\n`;
    for (const paragraph of partsOf(node, found.get(node.id)))
      yield `\n${paragraph.replace(/^(?=.)/gm, indent)}\n`;
  }
}

function partsOf(node: CodebookNode, found: string | undefined): string[] {
  const labels = (kind: string) =>
    node.labels.filter((label) => label.kind === kind).map(({ text }) => escaped(text));
  const also = [...labels('notation'), ...labels('alias')];
  return [
    ...(node.codable ? [] : [GROUPS]),
    ...(node.definition === '' ? [] : [distinct(escaped(node.definition))]),
    ...PARTS.filter(([field]) => node[field] !== '').map(
      ([field, title]) => `**${title}:** ${escaped(node[field])}`,
    ),
    ...(also.length > 0 ? [`**Also:** ${also.join('; ')}`] : []),
    ...(found === undefined ? [] : [`**${FOUND}:** ${found}`]),
  ];
}

/** A definition that reads as the line that says that a code groups others is none. */
const distinct = (definition: string): string =>
  definition.trimStart().startsWith(GROUPS)
    ? definition.replace(GROUPS, GROUPS.replace('.', '\\.'))
    : definition;
