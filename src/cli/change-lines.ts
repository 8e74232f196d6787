import type {
  ChangedField,
  ChangeKind,
  CodebookChange,
  RestoredCode,
  RestorePlan,
} from '../contract/codebook-versions.ts';
import { counted } from '../engine/find.ts';

const KINDS: Readonly<Record<ChangeKind, string>> = {
  added: 'Added',
  split: 'Split off',
  merged: 'Merged',
  removed: 'Removed',
  renamed: 'Renamed',
  redefined: 'Redefined',
  moved: 'Moved',
  reordered: 'Reordered',
  relabelled: 'Other words and links',
  recoloured: 'Recoloured',
};

const FIELDS: Readonly<Record<ChangedField, string>> = {
  name: 'name',
  definition: 'definition',
  useWhen: 'use when',
  useNotWhen: 'use not when',
  example: 'example',
  colour: 'colour',
  codable: 'can be applied',
  parent: 'under',
  place: 'place',
  alias: 'alias',
  hidden: 'to find it by',
  notation: 'notation',
  note: 'note',
  change: 'why',
  see_also: 'see also',
  not_to_be_confused: 'not to be confused with',
};

/** @returns changes of a codebook as lines for people: a heading a kind, then the codes with what was and what is */
export function changeLines(changes: readonly CodebookChange[]): string[] {
  return [...Map.groupBy(changes, ({ kind }) => kind)].flatMap(([kind, group]) => [
    `${KINDS[kind]}: ${group.length}`,
    ...group.flatMap(({ code, other, fields }) => [
      `  ${code.path}${other === undefined ? '' : ` ${kind === 'merged' ? 'into' : 'from'} ${other.path}`}`,
      ...fields.map(({ field, language, before, after }) => {
        const name = language ? `${FIELDS[field]} (${language})` : FIELDS[field];
        return `    ${name}: ${quoted(before)} → ${quoted(after)}`;
      }),
    ]),
  ]);
}

/** @returns what going back to a version would do, as lines for people */
export function planLines({ back, gone, kept, group, changes }: RestorePlan): string[] {
  if (back.length + gone.length + kept.length + changes.length === 0)
    return ['The codebook is as it was then already.'];
  const list = (title: string, codes: readonly RestoredCode[]) =>
    codes.length === 0
      ? []
      : [
          title,
          ...codes.map(
            ({ name, codings }) => `  ${name}${codings > 0 ? `, with ${counted(codings, 'coding')}` : ''}`,
          ),
        ];
  return [
    ...list('Codes that come back, without the codings they had:', back),
    ...list('Codes that came since and go, since nothing hangs on them:', gone),
    ...list(`Codes that came since and stay, under “${group}”:`, kept),
    ...changeLines(changes),
    'Nothing was changed.',
  ];
}

/** On one line, and never invisible. */
const quoted = (text: string): string => (text === '' ? 'nothing' : `“${text.replaceAll('\n', ' · ')}”`);
