import { codesInScope, isCodeIn } from '../../scope/codes.ts';
import { legalNames } from '../faces/loaders/wording.ts';
import type { Frame, FrameCode } from '../frame.ts';

/** A code with the name of its column in a wide table. */
export interface CodeColumn {
  readonly code: FrameCode;
  readonly name: string;
}

/** In letters, with what tells equal names apart. */
const NAME = 30;

/** @returns the codes that the scope asks for, in tree order, with names of letters, digits and _ */
export function codeColumns({ codes, part }: Frame): CodeColumn[] {
  const asked = codesInScope(part.narrowing.resolved);
  const mine = [...codes.values()].filter(({ node }) => isCodeIn(asked, node.id));
  const names = legalNames(
    mine.map(({ node, position }) => `c_${plain(node.name) || position}`),
    { longest: NAME, reserved: new Set() },
  );
  return mine.map((code, index) => ({ code, name: names[index] ?? '' }));
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
