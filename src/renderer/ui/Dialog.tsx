import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/**
 * A modal box for a choice or a confirmation, and for nothing else: everything longer has a place of its own.
 * Focus goes in, stays in, and returns to where it was.
 */
export function Dialog({
  title,
  children,
  onClose,
  wide = false,
  alert = false,
}: {
  title: string;
  children: ReactNode;
  onClose: () => void;
  wide?: boolean;
  /** For a confirmation: announced with its text at once. */
  alert?: boolean;
}) {
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable={!alert}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Modal className={wide ? 'dialog wide' : 'dialog'}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons at the foot of a dialog or form. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}
