import type { MergeDifference, MergeField, MergePlan } from '../contract/codebook-exchange.ts';
import { counted } from '../engine/find.ts';

const FIELDS: Readonly<Record<MergeField, string>> = {
  name: 'name',
  definition: 'definition',
  useWhen: 'use when',
  useNotWhen: 'use not when',
  example: 'example',
  colour: 'colour',
  codable: 'can be applied',
  alias: 'aliases',
  hidden: 'words to find it by',
  notation: 'notation',
  names: 'names in other languages',
  definitions: 'definitions in other languages',
  note: 'notes',
  examples: 'examples in other languages',
  change: 'why it was changed',
  parent: 'under',
  order: 'order of the codes under it',
  presence: 'removed here and changed there',
};

/** @returns what a merge would do, as lines for people */
export function mergeLines(plan: MergePlan): string[] {
  const { added, changed, conflicts, missing, namesakes, links, same, remarks } = plan;
  const lines = [
    ancestorLine(plan),
    `${counted(plan.codes, 'code')} in ${plan.name}: ${same} the same, ${added.length} new, ${changed.length} changed there, ${conflicts.length} changed on both sides.`,
    ...list('New', added, ({ path }) => [`  ${path}`]),
    ...list('Changed there', changed, differenceLines),
    ...list('Changed on both sides', conflicts, differenceLines),
    ...list('Called the same', namesakes, ({ theirs, isIdentified, answer }) => [
      `  ${theirs.path}: ${isIdentified ? 'another identity' : 'no identity'}, taken for ${answer === 'same' ? 'the same code' : 'another code'}`,
    ]),
    ...list('No longer there; they stay', missing, ({ path, codings }) => [
      `  ${path}${codings > 0 ? `, with ${counted(codings, 'coding')}` : ''}`,
    ]),
    ...remarks.map(({ message, count }) => `${message}${count > 1 ? ` (${count} times)` : ''}`),
  ];
  return links > 0 ? [...lines, `${counted(links, 'link')} come or go.`] : lines;
}

function ancestorLine({ base: { kind, name } }: MergePlan): string {
  switch (kind) {
    case 'file':
      return `Common ancestor: ${name}.`;
    case 'version':
      return `Common ancestor: the codebook “${name}”.`;
    case 'now':
      return 'Common ancestor: the codebook as it is.';
    case 'state':
      return `Common ancestor: the codebook as it was on ${name}.`;
    case 'none':
      return 'No common ancestor was found: whatever differs is asked.';
  }
}

const list = <Each>(title: string, each: readonly Each[], lines: (one: Each) => string[]): string[] =>
  each.length === 0 ? [] : [`${title}: ${each.length}`, ...each.flatMap(lines)];

const differenceLines = ({ code, field, language, mine, theirs }: MergeDifference): string[] => [
  `  ${code?.path ?? '(top)'}`,
  `    ${FIELDS[field]}${language ? ` (${language})` : ''}: ${quoted(mine)} here, ${quoted(theirs)} there`,
];

/** On one line, and never invisible. */
const quoted = (text: string): string => (text === '' ? 'nothing' : `“${text.replaceAll('\n', ' · ')}”`);
