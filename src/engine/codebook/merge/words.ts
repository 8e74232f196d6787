import { idBytes } from '../../store/ids.ts';
import type { Writing } from '../../store/mutate.ts';
import { sql } from '../../store/sql.ts';
import { addLabel, labelsOf, rankAfterLast } from '../labels.ts';
import type { CodeNode } from '../tree.ts';
import type { CodeLabel } from '../whole.ts';
import type { MergeChoices } from './merge.ts';

const FIELDS = ['definition', 'useWhen', 'useNotWhen', 'example'] as const;

/** @returns what the code that stays says once the words of the merged are added: each text once, as paragraphs */
export function appended(
  into: CodeNode,
  merged: readonly CodeNode[],
): Record<(typeof FIELDS)[number], string> {
  const joined = (field: (typeof FIELDS)[number]) => {
    const texts = [into, ...merged].map((node) => node[field].trim()).filter((text) => text !== '');
    // A code that had nothing to add to is left to the letter as it was.
    return texts.length <= 1 && into[field] !== '' ? into[field] : [...new Set(texts)].join('\n\n');
  };
  return {
    definition: joined('definition'),
    useWhen: joined('useWhen'),
    useNotWhen: joined('useNotWhen'),
    example: joined('example'),
  };
}

const same = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();

/**
 * Gives other words of the merged codes to the one that stays, within a step, each once. Its own notation and its names in
 * other languages stay what they are: those of the merged are then words to find it by, and aliases in their language.
 */
export function mergeWords(
  writing: Writing,
  { merged, into }: { readonly merged: readonly CodeNode[]; readonly into: CodeNode },
  { aliases, append }: MergeChoices,
): void {
  const { db } = writing;
  const target = idBytes(into.id);
  for (const node of merged) {
    if (aliases && !same(node.name, into.name) && !knows(writing, into.id, node.name))
      addLabel(writing, target, { kind: 'alias', language: '', text: node.name });
    for (const label of labelsOf(db, node.id)) {
      const kind = kindAfter(label, labelsOf(db, into.id), append);
      const there = kind === null || (kind !== 'change' && has(writing, into.id, { ...label, kind }));
      const which = sql`code_id = ${idBytes(node.id)} AND kind = ${label.kind} AND language = ${label.language} AND text = ${label.text}`;
      if (there) db.run(sql`DELETE FROM code_labels WHERE ${which}`);
      else
        db.run(sql`UPDATE code_labels SET code_id = ${target}, kind = ${kind}, rank = ${rankAfterLast(db, target, kind)}
          WHERE ${which}`);
    }
  }
}

const has = ({ db }: Writing, code: string, { kind, language, text }: CodeLabel): boolean =>
  labelsOf(db, code).some(
    (label) => label.kind === kind && label.language === language && label.text === text,
  );

const knows = ({ db }: Writing, code: string, name: string): boolean =>
  labelsOf(db, code).some(({ kind, text }) => kind === 'alias' && same(text, name));

/** What a label of a merged code is to the one that stays; null where it is not kept. */
function kindAfter(
  { kind, language }: CodeLabel,
  there: readonly CodeLabel[],
  append: boolean,
): CodeLabel['kind'] | null {
  const isTaken = there.some((label) => label.kind === kind && label.language === language);
  if (kind === 'notation') return there.some((label) => label.kind === kind) ? 'hidden' : kind;
  if (kind === 'name') return isTaken ? 'alias' : kind;
  if (kind === 'definition') return append ? (isTaken ? 'note' : kind) : null;
  return kind === 'example' && !append ? null : kind;
}
