import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  readonly children: ReactNode;
  /** `primary` acts, once per view; `plain` has no border; `danger` takes something away. */
  readonly look?: 'primary' | 'plain' | 'danger' | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly keys?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button({ children, look, icon, keys, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={look === undefined ? 'btn' : `btn ${look}`}>
      {icon === undefined ? null : <Icon of={icon} />}
      {typeof children === 'string' ? <span className="clip">{children}</span> : children}
      {keys === undefined ? null : <Kbd keys={keys} />}
    </AriaButton>
  );
}
