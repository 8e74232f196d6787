import type { MergeAnswers, MergeNamesake } from '../../../../contract/codebook-exchange.ts';
import type { CodebookNode } from '../../../codebook/whole.ts';
import { identityOf } from '../../identity.ts';
import { type Book, type BookCode, pathsOf } from '../book.ts';

/** A book whose codes have the ids of those codes of the project that they are. */
export interface Matched {
  readonly codes: readonly BookCode[];
  readonly namesakes: readonly MergeNamesake[];
}

const fold = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/**
 * Finds for each code of a file which one of the project it is: by identity, or, where one of the same name lies at the same
 * place and is not in the file itself, as the person says. Without an answer a code that has no identity is the one of its
 * name, and one with another identity is another code.
 */
export function matched(mine: readonly CodebookNode[], theirs: Book, answers: MergeAnswers): Matched {
  const own = new Map(mine.map((node) => [node.id, node]));
  const taken = new Set(
    theirs.codes.filter(({ isIdentified, id }) => isIdentified && own.has(id)).map(({ id }) => id),
  );
  const [minePaths, theirPaths] = [pathsOf(mine), pathsOf(theirs.codes)];
  const placed = Map.groupBy(mine, ({ parentId, name }) => `${parentId ?? ''} ${fold(name)}`);
  const ids = new Map<string, string>();
  const namesakes: MergeNamesake[] = [];
  for (const { id, isIdentified, parentId, name } of theirs.codes) {
    const parent = parentId === null ? null : (ids.get(parentId) ?? null);
    const known = own.get(id);
    if (isIdentified && known) {
      ids.set(id, id);
      continue;
    }
    // One that was added from such a file before is still at its place.
    const isAgain = known && known.parentId === parent && fold(known.name) === fold(name) && !taken.has(id);
    const found = isAgain
      ? known
      : placed.get(`${parent ?? ''} ${fold(name)}`)?.find((node) => !taken.has(node.id));
    if (found && !isAgain) {
      const answer = isIdentified ? 'new' : 'same';
      namesakes.push({
        key: id,
        isIdentified,
        answer,
        theirs: { id, name, path: (theirPaths.get(id) ?? []).join(' / ') },
        mine: { id: found.id, name: found.name, path: (minePaths.get(found.id) ?? []).join(' / ') },
      });
      if ((answers.names[id] ?? answer) === 'new') {
        ids.set(id, known ? identityOf('code-again', id) : id);
        continue;
      }
    }
    if (found) taken.add(found.id);
    ids.set(id, found?.id ?? (known ? identityOf('code-again', id) : id));
  }
  const idOf = (id: string) => ids.get(id) ?? id;
  const codes = theirs.codes.map((code) => ({
    ...code,
    id: idOf(code.id),
    parentId: code.parentId === null ? null : idOf(code.parentId),
    links: code.links.map(({ kind, other }) => ({ kind, other: idOf(other) })),
  }));
  return { codes, namesakes };
}
