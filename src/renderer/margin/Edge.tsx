import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommand } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';

/** One end of the margin, which stays in sight: how many passages lie beyond it, and the way to the nearest. */
export function Edge({
  side,
  count,
  onGo,
  children,
}: {
  side: 'above' | 'below';
  count: number;
  onGo: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  const above = side === 'above';
  const { keys } = useCommand(above ? 'passages.previous' : 'passages.next');
  const label = t(above ? 'margin.goAbove' : 'margin.goBelow', { count });
  if (count === 0 && children === undefined) return null;
  return (
    <div className={`mg-edge ${side}`}>
      {count === 0 ? (
        <span className="grow" />
      ) : (
        <button type="button" className="mg-go" aria-label={label} title={label} onClick={onGo}>
          <Icon of={above ? ChevronUp : ChevronDown} size={12} />
          <span className="grow clip num">{t(above ? 'margin.above' : 'margin.below', { count })}</span>
          {keys === undefined ? null : <Kbd keys={keys} boxed />}
        </button>
      )}
      {children}
    </div>
  );
}
