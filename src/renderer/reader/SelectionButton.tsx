import { Tag } from 'lucide-react';
import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';
import { runCommand } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { useOverlap } from '../state/overlap.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { CommandKbd } from '../ui/CommandKbd.tsx';
import { Icon } from '../ui/Icon.tsx';
import { rectOf } from './selection.ts';

/**
 * The button that appears under the end of selected words, for the hand that holds the mouse. Keys need it as little as
 * it needs the focus: taking that would take the selection away.
 */
export function SelectionButton({
  scroller,
  flow,
}: {
  scroller: RefObject<HTMLElement | null>;
  flow: RefObject<HTMLElement | null>;
}) {
  const t = useText();
  const selection = useWorkspace((workspace) => workspace.selection);
  const picking = useReader((state) => state.picking);
  const asking = useOverlap((state) => state.asking);
  const [place, setPlace] = useState<{ x: number; y: number } | null>(null);
  const isFree = picking === null && asking === null;
  const span = (selection?.kind === 'span' || selection?.kind === 'region') && isFree ? selection : null;
  useLayoutEffect(() => {
    const root = flow.current;
    const end =
      span === null || root === null
        ? null
        : rectOf(root, span.kind === 'region' ? span : { start: span.end - 1, end: span.end });
    if (root === null || end === null) return setPlace(null);
    const origin = root.getBoundingClientRect();
    const rightward = getComputedStyle(root).direction === 'rtl';
    setPlace({
      x: rightward ? origin.right - end.left : end.right - origin.left,
      y: end.bottom - origin.top,
    });
  }, [span, flow]);
  if (place === null || scroller.current === null) return null;
  return (
    <button
      type="button"
      className="rd-code-it"
      tabIndex={-1}
      style={{ insetBlockStart: place.y + 6, '--at': `${place.x}px` } as CSSProperties}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runCommand('reader.code')}
    >
      <Icon of={Tag} />
      {t('reader.code')}
      <CommandKbd command="reader.code" />
    </button>
  );
}
