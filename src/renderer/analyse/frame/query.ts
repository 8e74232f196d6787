import type { Scope } from '../../../contract/scope.ts';

/**
 * Writes a question to the engine as text: the procedure and its input, as JSON, without what the input leaves open.
 * @param procedure noun.verb, as in the contract
 */
export function procedureQuery(procedure: string, input: object): string {
  return `${procedure}\n${JSON.stringify(input, null, 2)}`;
}

/** Quotes a word for a shell, where it needs quotes. */
export const shellWord = (word: string): string =>
  /^[\p{L}\p{N}_./:=@-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** What names ids of a scope. */
export interface Names {
  readonly document: (id: string) => string | undefined;
  readonly case: (id: string) => string | undefined;
  readonly code: (id: string) => string | undefined;
  readonly coder: (id: string) => string | undefined;
}

/**
 * Writes a scope as options of the command line.
 * @returns null where the command line has no words for it
 */
export function scopeOptions(scope: Scope | undefined, names: Names): readonly string[] | null {
  if (scope === undefined) return [];
  const { documents, cases, attributes, codes, coders, text } = scope;
  if (attributes.length > 0 || text !== '' || codes.length > 1) return null;
  const [condition] = codes;
  if (condition !== undefined && (condition.mode !== 'any' || !condition.below)) return null;
  const options: string[] = [];
  const add = (flag: string, ids: readonly string[], nameOf: (id: string) => string | undefined) => {
    for (const id of ids) options.push(flag, shellWord(nameOf(id) ?? id));
  };
  add('--document', documents, names.document);
  add('--case', cases, names.case);
  add('--code', condition?.codes ?? [], names.code);
  add('--coder', coders, names.coder);
  return options;
}
