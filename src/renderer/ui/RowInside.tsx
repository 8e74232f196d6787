import { Ellipsis } from 'lucide-react';
import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from './IconButton.tsx';
import { ContextPopover, type MenuRow, MenuRows } from './Menu.tsx';

/** The menu that is open: what it is called, and what puts it away where it has no trigger that would. */
const Opened = createContext<{ readonly label: string; readonly onClose?: () => void }>({ label: '' });

/** The rows of a row's menu; for the `menu` of a `RowInside`. */
export function RowMenu({ rows }: { rows: readonly MenuRow[] }) {
  return <MenuRows {...useContext(Opened)} rows={rows} />;
}

/**
 * The inside of a row in a tree that has a menu: by a button, by the other mouse button, and by the menu key
 * (`useMenuKey`). There are many rows and at most one open menu, so what it holds is worked out only then.
 * @param label what the menu is called
 * @param menu draws a `RowMenu`; null where this row has none
 * @param children what stands in the row, given the button to put in its place
 */
export function RowInside({
  label,
  menu,
  children,
}: {
  label: string;
  menu: ReactNode;
  children: (button: ReactNode) => ReactNode;
}) {
  const row = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const button =
    menu === null ? null : (
      <span className="acts">
        <MenuTrigger>
          <IconButton label={label} icon={Ellipsis} />
          <Popover className="float" offset={4} aria-label={label}>
            <Opened value={{ label }}>{menu}</Opened>
          </Popover>
        </MenuTrigger>
      </span>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the other mouse button opens what the row's menu button opens
    <div
      className="in"
      ref={row}
      onContextMenu={(event) => {
        event.preventDefault();
        setOpen(menu !== null);
      }}
    >
      {children(button)}
      {isOpen ? (
        <ContextPopover label={label} at={row} onClose={close}>
          <Opened value={{ label, onClose: close }}>{menu}</Opened>
        </ContextPopover>
      ) : null}
    </div>
  );
}
