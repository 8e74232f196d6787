/**
 * Colours that new codes take in turn: twelve hues 30° apart, ordered so that neighbours in the row differ most. Stored
 * as given; each theme derives its own tint, stripe and text from the hue.
 */
export const PALETTE = [
  '#3273b5',
  '#a56a16',
  '#1d8056',
  '#a8436f',
  '#008385',
  '#ad4b42',
  '#6a5fb3',
  '#6f7513',
  '#007fa3',
  '#a8581f',
  '#447b2c',
  '#914e9f',
] as const;

/**
 * @param used the colours of the codes that are there
 * @returns the colour of the palette that is used least, the first in order among equals
 */
export function nextColour(used: readonly string[]): string {
  const counts = new Map<string, number>(PALETTE.map((colour) => [colour, 0]));
  for (const colour of used) if (counts.has(colour)) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  let best: string = PALETTE[0];
  for (const colour of PALETTE) if ((counts.get(colour) ?? 0) < (counts.get(best) ?? 0)) best = colour;
  return best;
}
