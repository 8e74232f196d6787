import { type ReactNode, type RefObject, useRef } from 'react';
import { Popover } from 'react-aria-components';
import type { Target } from '../state/reader.ts';
import { useUnder } from './useUnder.ts';

/**
 * Floats under words of the text, never over them.
 * @param size about how large it will be, px
 */
export function Under({
  scroller,
  target,
  size,
  label,
  className = 'float',
  onClose,
  children,
}: {
  scroller: RefObject<HTMLElement | null>;
  target: Target;
  size: { readonly width: number; readonly height: number };
  label: string;
  className?: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  const place = useUnder(scroller, target, size);
  return (
    <>
      <span
        ref={anchor}
        className="pk-anchor"
        style={{ insetBlockStart: (place?.y ?? 0) - 2, insetInlineStart: place?.x ?? 0 }}
      />
      {place === null ? null : (
        <Popover
          className={className}
          aria-label={label}
          triggerRef={anchor}
          isOpen
          placement="bottom start"
          offset={2}
          onOpenChange={onClose}
        >
          {children}
        </Popover>
      )}
    </>
  );
}
