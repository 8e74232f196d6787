import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { refuseLocked } from './lock.ts';
import { nodeOf } from './pick.ts';
import { branch, readTree } from './tree.ts';

/** What is looked for in names of codes. */
export interface NameSearch {
  /** As it stands; no pattern. */
  readonly find: string;
  readonly replace: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  /** The code in whose branch names are changed, itself among them; null for all. */
  readonly within: string | null;
}

/** A name that would be another. */
export interface Renamed {
  readonly codeId: string;
  readonly before: string;
  readonly after: string;
}

/** As many UTF-16 units as a name may have. */
const LONGEST = 300;

/**
 * @returns the names that would be others, in tree order; one that would be left empty is among them, and cannot be written
 * @throws ColligoError NOT_FOUND
 */
export function namesReplaced(
  db: Sql,
  { find, replace, matchCase, wholeWords, within }: NameSearch,
): Renamed[] {
  if (find === '') return [];
  const nodes = readTree(db);
  if (within !== null) nodeOf(nodes, within);
  const inside = within === null ? null : new Set(branch(nodes, within));
  const literal = find.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const whole = wholeWords ? `(?<![\\p{L}\\p{M}\\p{N}])${literal}(?![\\p{L}\\p{M}\\p{N}])` : literal;
  const pattern = new RegExp(whole, matchCase ? 'gu' : 'giu');
  return nodes.flatMap(({ id, name }) => {
    if (inside !== null && !inside.has(id)) return [];
    // By a function, since a text may contain what `replace` would take for a sign of its own.
    const after = name.replace(pattern, () => replace).trim();
    return after === name ? [] : [{ codeId: id, before: name, after }];
  });
}

/**
 * Finds and replaces words in names of codes, as one step.
 * @returns how many codes have another name
 * @throws ColligoError NOT_FOUND; REFUSED where a name would be empty or too long, or while the codebook is locked
 */
export function replaceInNames(project: Project, search: NameSearch): Mutation<{ renamed: number }> {
  refuseLocked(project.db);
  const renamed = namesReplaced(project.db, search);
  const wrong = renamed.find(({ after }) => after === '' || after.length > LONGEST);
  if (wrong) {
    const how = wrong.after === '' ? 'left without a name' : 'given too long a name';
    throw new ColligoError('REFUSED', `“${wrong.before}” would be ${how}.`, {
      safe: 'Nothing was changed.',
      remedy: 'Replace by other words, or rename this code by itself.',
    });
  }
  const label = `Replace “${search.find}” by “${search.replace}” in ${counted(renamed.length, 'name')}`;
  return project.write(
    { code: 'codes.replaceInNames', label },
    ['codes', 'passages', 'reviews'],
    ({ db }) => {
      for (const { codeId, after } of renamed)
        db.run(sql`UPDATE codes SET name = ${after} WHERE id = ${idBytes(codeId)}`);
      return { renamed: renamed.length };
    },
  );
}
