import type { ReactNode } from 'react';

/** What stands in an empty place: says why it is empty and offers the way out. */
export function Empty({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty">
      <h3>{title}</h3>
      {children === undefined ? null : <div className="quiet">{children}</div>}
      {actions === undefined ? null : <div className="btns">{actions}</div>}
    </div>
  );
}
