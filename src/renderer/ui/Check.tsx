import { Check as CheckMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components';
import { Icon } from './Icon.tsx';

/** A checkbox with its words. */
export function Check({
  children,
  ...rest
}: Omit<CheckboxProps, 'children' | 'className'> & { children: ReactNode }) {
  return (
    <Checkbox {...rest} className="check">
      <span className="bx" aria-hidden="true">
        <Icon of={CheckMark} size={10} />
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}
