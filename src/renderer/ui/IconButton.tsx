import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { Tip } from './Tip.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'aria-label'> {
  /** What it does, in words: its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly size?: number;
  readonly keys?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A 24 × 24 button with an icon and a tooltip that names it. */
export function IconButton({ label, icon, size, keys, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys}>
      <AriaButton {...rest} aria-label={label} className="ib">
        <Icon of={icon} {...(size === undefined ? {} : { size })} />
      </AriaButton>
    </Tip>
  );
}
