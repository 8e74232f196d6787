import type { CodeRow } from '../../contract/codes.ts';

/** A part of the codebook that is looked at together: what lies under one code of the top level, and that code. */
export interface Branch {
  /** Id of the code at the top; null for the codes of the top level that have nothing under them. */
  readonly id: string | null;
  readonly name: string;
  /** The codes that can be applied, in tree order. */
  readonly codes: readonly CodeRow[];
}

/**
 * Cuts the codebook into branches, so that a long one can be reviewed a part at a time.
 * @param codes in tree order: parents before children
 * @param loose name for the codes of the top level without children
 */
export function branchesOf(codes: readonly CodeRow[], loose: string): Branch[] {
  const tops: { top: CodeRow; below: CodeRow[] }[] = [];
  for (const code of codes) {
    if (code.depth === 0) tops.push({ top: code, below: [] });
    else tops.at(-1)?.below.push(code);
  }
  const alone = tops.filter(({ below }) => below.length === 0).map(({ top }) => top);
  const branches = tops
    .filter(({ below }) => below.length > 0)
    .map(
      ({ top, below }): Branch => ({ id: top.id, name: top.name, codes: [top, ...below].filter(isCodable) }),
    );
  return [
    ...(alone.some(isCodable) ? [{ id: null, name: loose, codes: alone.filter(isCodable) }] : []),
    ...branches,
  ];
}

const isCodable = ({ codable }: CodeRow) => codable;
