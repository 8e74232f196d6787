import type { ReactElement, ReactNode, RefObject } from 'react';
import {
  Menu as AriaMenu,
  Button,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { Kbd } from './Kbd.tsx';

/** One row of a menu. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly danger?: boolean;
  /** Why it cannot be chosen now; the row then says so and does nothing. */
  readonly reason?: string | undefined;
  /** Whether it is the one in force, for choices such as the theme. */
  readonly checked?: boolean;
  /** Whether others beside it can be in force too: a switch rather than one of several choices. */
  readonly toggles?: boolean;
  readonly below?: readonly MenuRow[];
  readonly run?: () => void;
}

export type MenuRow = MenuEntry | '-';

function Row({ entry }: { entry: MenuEntry }) {
  const item = (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className={entry.danger === true ? 'menu-row danger' : 'menu-row'}
      isDisabled={entry.reason !== undefined}
      {...(entry.run === undefined ? {} : { onAction: entry.run })}
    >
      {/* The key and the reason are part of the name: whoever hears the row hears them too. */}
      <span>{entry.checked === true ? <b>{entry.label}</b> : entry.label}</span>
      {entry.reason === undefined ? null : <span className="reason">{entry.reason}</span>}
      {entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
      {entry.checked === true ? <span className="on" aria-hidden="true" /> : null}
      {entry.below === undefined ? null : <span className="more" aria-hidden="true" />}
    </MenuItem>
  );
  if (entry.below === undefined) return item;
  return (
    <SubmenuTrigger>
      {item}
      <Popover className="float" aria-label={entry.label}>
        <MenuRows label={entry.label} rows={entry.below} />
      </Popover>
    </SubmenuTrigger>
  );
}

/** Rows that stand together and are in force or not: choices of which one is, or switches. */
function Choices({ label, entries }: { label: string; entries: readonly MenuEntry[] }) {
  return (
    <MenuSection
      aria-label={label}
      selectionMode={entries[0]?.toggles === true ? 'multiple' : 'single'}
      selectedKeys={entries.filter(({ checked }) => checked === true).map(({ id }) => id)}
      shouldCloseOnSelect
    >
      {entries.map((entry) => (
        <Row key={entry.id} entry={entry} />
      ))}
    </MenuSection>
  );
}

/** The rows as they come, neighbours that are in force or not as one group. */
function grouped(rows: readonly MenuRow[]): readonly (MenuRow | MenuEntry[])[] {
  const all: (MenuRow | MenuEntry[])[] = [];
  for (const row of rows) {
    const before = all.at(-1);
    if (row === '-' || row.checked === undefined) all.push(row);
    else if (Array.isArray(before)) before.push(row);
    else all.push([row]);
  }
  return all;
}

/** The rows of a menu, inside whatever it floats in. */
export function MenuRows({
  label,
  rows,
  onClose,
}: {
  label: string;
  rows: readonly MenuRow[];
  /** For a menu without a trigger, which has nobody else to focus its first row and to put it away. */
  onClose?: () => void;
}) {
  const all = onClose === undefined ? rows : closing(rows, onClose);
  return (
    <AriaMenu
      className="menu"
      aria-label={label}
      {...(onClose === undefined ? {} : { autoFocus: 'first' as const, onClose })}
    >
      {grouped(all).map((row, index) =>
        row === '-' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a separator has no identity but its place
          <Separator key={`line-${index}`} className="line" />
        ) : 'id' in row ? (
          <Row key={row.id} entry={row} />
        ) : (
          <Choices key={`of-${row[0]?.id}`} label={label} entries={row} />
        ),
      )}
    </AriaMenu>
  );
}

/** A button that opens a menu. Give `trigger` for an icon button, or `label` with a bold `value` for a setting of a pane. */
export function MenuButton({
  label,
  value,
  rows,
  trigger,
}: {
  label: string;
  value?: ReactNode;
  rows: readonly MenuRow[];
  trigger?: ReactElement;
}) {
  return (
    <MenuTrigger>
      {trigger ?? (
        <Button className="menu-btn">
          {label}
          <b>{value}</b>
        </Button>
      )}
      <Popover className="float" offset={4} aria-label={label}>
        <MenuRows label={label} rows={rows} />
      </Popover>
    </MenuTrigger>
  );
}

/** Choosing a row of a submenu closes the whole menu; one without a trigger would stay open behind it. */
function closing(rows: readonly MenuRow[], close: () => void): readonly MenuRow[] {
  return rows.map((row) =>
    row === '-' || row.below === undefined
      ? row
      : { ...row, below: row.below.map((each) => (each === '-' ? each : ending(each, close))) },
  );
}

const ending = (row: MenuEntry, close: () => void): MenuEntry => ({
  ...row,
  run: () => {
    row.run?.();
    close();
  },
});

/** What a menu without a button of its own floats in, at an element that was pressed with the other mouse button or the menu key. */
export function ContextPopover({
  label,
  at,
  onClose,
  children,
}: {
  label: string;
  at: RefObject<Element | null>;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Popover
      className="float"
      aria-label={label}
      triggerRef={at}
      isOpen
      placement="bottom start"
      offset={2}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      {children}
    </Popover>
  );
}

/** Such a menu, of these rows. */
export function ContextMenu({
  rows,
  ...rest
}: {
  label: string;
  rows: readonly MenuRow[];
  at: RefObject<Element | null>;
  onClose: () => void;
}) {
  return (
    <ContextPopover {...rest}>
      <MenuRows label={rest.label} rows={rows} onClose={rest.onClose} />
    </ContextPopover>
  );
}
