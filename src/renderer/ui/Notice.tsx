import { Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../messages/intl.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

/** Something a person should know, where it happened: what happened, what is safe, what to do. Shape and words, never colour alone. */
export function Notice({
  tone,
  title,
  children,
  actions,
  onDismiss,
}: {
  tone: 'info' | 'danger';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
}) {
  const t = useText();
  return (
    <div className={`notice ${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon of={tone === 'danger' ? TriangleAlert : Info} />
      <div className="grow">
        <p className="what">{title}</p>
        {children === undefined ? null : <div className="quiet">{children}</div>}
      </div>
      {actions}
      {onDismiss === undefined ? null : <IconButton label={t('ui.dismiss')} icon={X} onPress={onDismiss} />}
    </div>
  );
}
