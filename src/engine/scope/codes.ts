import type { ResolvedScope } from './resolve.ts';

/** What a scope says of codes themselves, as against the passages that carry them. */
export interface CodesInScope {
  /** These are all there is; null where the scope asks for none, and thereby for every code. */
  readonly asked: ReadonlySet<string> | null;
  readonly excluded: ReadonlySet<string>;
}

/** @returns the codes that a scope asks for, by its conditions on any or all of some, and those it asks to be without */
export function codesInScope({ codes }: ResolvedScope): CodesInScope {
  const named = (modes: readonly string[]) =>
    new Set(
      codes.filter(({ condition }) => modes.includes(condition.mode)).flatMap(({ groups }) => groups.flat()),
    );
  const asked = named(['any', 'all']);
  return { asked: asked.size > 0 ? asked : null, excluded: named(['none']) };
}

/** Whether a code is one of them. */
export function isCodeIn({ asked, excluded }: CodesInScope, id: string): boolean {
  return (asked === null || asked.has(id)) && !excluded.has(id);
}
