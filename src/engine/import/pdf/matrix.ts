/** A transformation of the plane as PDF writes it, [a b c d e f] (ISO 32000-2, 8.3.3): x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that applies `inner` first and `outer` after it. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

/** The transformation that moves by (x, y) first and applies `outer` after that. */
export const moved = (outer: Matrix, x: number, y: number): Matrix => [
  outer[0],
  outer[1],
  outer[2],
  outer[3],
  outer[0] * x + outer[2] * y + outer[4],
  outer[1] * x + outer[3] * y + outer[5],
];

/**
 * Six numbers of a file as a transformation: an array, a typed array, or the object that one of these becomes on its way
 * between threads. Null for anything else.
 */
export function matrixFrom(value: unknown): Matrix | null {
  if (typeof value !== 'object' || value === null) return null;
  const at = (index: number) => Number((value as Record<number, unknown>)[index]);
  const matrix = [at(0), at(1), at(2), at(3), at(4), at(5)] as const;
  return matrix.every(Number.isFinite) ? matrix : null;
}
