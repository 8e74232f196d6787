import { type Command, Option } from 'commander';
import type { Scope } from '../contract/scope.ts';
import { listCases } from '../engine/cases/read.ts';
import { findCode } from '../engine/codebook/read.ts';
import { listCoders } from '../engine/coders/read.ts';
import { findDocument } from '../engine/documents/find.ts';
import { onlyOne } from '../engine/find.ts';
import type { Sql } from '../engine/store/sql.ts';
import { collect } from './options.ts';

/** What was typed of a scope: each option as often as it is meant. */
export interface ScopeOptions {
  readonly document?: readonly string[];
  readonly case?: readonly string[];
  readonly code?: readonly string[];
  readonly coder?: readonly string[];
  readonly text?: string;
}

/** Adds the options that narrow a command to a part of the project. */
export function inScope(command: Command): Command {
  const several = (flags: string, about: string) =>
    new Option(flags, `${about}; may be given several times`).argParser(collect);
  return command
    .addOption(several('--document <key or title>', 'only this document'))
    .addOption(several('--case <name>', 'only this case'))
    .addOption(several('--code <name or path>', 'only passages with this code or one under it'))
    .addOption(several('--coder <name>', 'only the work of this coder'))
    .addOption(withText());
}

/** Narrows a command to passages that hold words. */
export const withText = () =>
  new Option('--text <words>', 'only passages that contain these words, found as search finds them');

/**
 * @param asked names as typed
 * @returns the scope that they mean; undefined where nothing was asked for
 * @throws ColligoError NOT_FOUND or NOT_UNIQUE with the candidates
 */
export function scopeOf(db: Sql, asked: ScopeOptions): Partial<Scope> | undefined {
  const { document = [], case: cases = [], code = [], coder = [], text = '' } = asked;
  const isNarrow = document.length + cases.length + code.length + coder.length > 0 || text.trim() !== '';
  if (!isNarrow) return undefined;
  return {
    documents: document.map((each) => findDocument(db, each)),
    cases: cases.map((each) => named(listCases(db), each, 'case')),
    codes:
      code.length === 0 ? [] : [{ mode: 'any', codes: code.map((each) => findCode(db, each)), below: true }],
    coders: coder.map((each) => named(listCoders(db), each, 'coder')),
    text,
  };
}

/**
 * Finds by id or name; upper and lower case are the same.
 * @returns the id
 * @throws ColligoError NOT_FOUND or NOT_UNIQUE with the candidates
 */
export function named(rows: readonly { id: string; name: string }[], asked: string, what: string): string {
  const same = (text: string) => text.toLowerCase() === asked.toLowerCase();
  const byId = rows.filter(({ id }) => same(id));
  const found = byId.length > 0 ? byId : rows.filter(({ name }) => same(name));
  const shown =
    found.length > 0 ? found.map(({ id, name }) => `${name} (${id})`) : rows.map(({ name }) => name);
  return onlyOne(found, asked, what, shown).id;
}
