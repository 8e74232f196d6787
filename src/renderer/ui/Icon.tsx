import type { LucideIcon } from 'lucide-react';

/** Draws a 16 px icon in the stroke of this program; hidden from assistive technology, since a word stands beside it. */
export function Icon({ of: Glyph, size = 16 }: { of: LucideIcon; size?: number }) {
  return (
    <Glyph
      aria-hidden="true"
      className="i"
      size={size}
      strokeWidth={size < 16 ? 1.5 : 1.25}
      absoluteStrokeWidth
    />
  );
}
