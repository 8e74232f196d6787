import type { Shown } from './shown.ts';

/** The faces of a result, in the order that they stand in. */
export const FACES = ['picture', 'table', 'query'] as const;
export type Face = (typeof FACES)[number];

/** The faces that a result has: without a picture it is a table first. */
export const facesOf = ({ draw }: Pick<Shown, 'draw'>): readonly Face[] =>
  draw === null ? FACES.slice(1) : FACES;

/** The face to be shown: the one that was chosen last, where the result has it. */
export const faceOf = (picture: Pick<Shown, 'draw'>, wanted: Face): Face =>
  facesOf(picture).find((face) => face === wanted) ?? 'table';

/** The face after this one, round to the first. */
export function faceAfter(picture: Pick<Shown, 'draw'>, wanted: Face): Face {
  const faces = facesOf(picture);
  return faces[(faces.indexOf(faceOf(picture, wanted)) + 1) % faces.length] ?? 'table';
}
