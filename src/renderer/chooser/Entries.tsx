import { File, Folder } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type * as z from 'zod';
import type { FileEntry } from '../../contract/files.ts';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Rows } from '../ui/Rows.tsx';

export type Entry = z.infer<typeof FileEntry>;

const MEGABYTE = 1_000_000;

/** One file or folder: its name, its size, when it was changed. */
function Row({ entry }: { entry: Entry }) {
  const t = useText();
  const { formatDate } = useIntl();
  const size =
    entry.bytes === null
      ? ''
      : entry.bytes < MEGABYTE
        ? t('chooser.bytes', { kilobytes: Math.ceil(entry.bytes / 1000) })
        : t('chooser.megabytes', { megabytes: entry.bytes / MEGABYTE });
  return (
    <div className="in">
      <Icon of={entry.kind === 'folder' ? Folder : File} />
      <bdi className="grow clip">{entry.name}</bdi>
      <span className="faint num small size">{size}</span>
      <span className="faint num small date">
        {entry.modifiedAt === null
          ? ''
          : formatDate(entry.modifiedAt, { day: 'numeric', month: 'short', year: 'numeric' })}
      </span>
    </div>
  );
}

/** The entries of a folder. Arrows move, Enter opens or picks, Backspace goes up, letters search. */
export function Entries({
  folder,
  entries,
  many,
  picked,
  onPick,
  onOpen,
  onUp,
}: {
  folder: string;
  entries: readonly Entry[];
  many: boolean;
  picked: readonly string[];
  onPick: (tokens: readonly string[]) => void;
  onOpen: (entry: Entry) => void;
  onUp: () => void;
}) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const isEmpty = entries.length === 0;
  // The list's own autoFocus tries again and again as long as a folder is empty, and so takes the focus from the name.
  useEffect(() => {
    if (isEmpty) list.current?.focus();
  }, [isEmpty]);
  const open = (token: string) => {
    const entry = entries.find((one) => one.token === token);
    if (entry !== undefined) onOpen(entry);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Backspace belongs to the list inside, which does not offer it
    <div
      className="entries"
      onKeyDown={(event) => {
        if (event.key === 'Backspace') onUp();
      }}
    >
      <Rows>
        <GridList
          ref={list}
          autoFocus={!isEmpty}
          aria-label={t('chooser.entries', { folder })}
          className="rows"
          items={entries.map((entry) => ({ ...entry, id: entry.token }))}
          selectionMode={many ? 'multiple' : 'single'}
          selectionBehavior="replace"
          selectedKeys={picked}
          onSelectionChange={(keys) =>
            onPick(keys === 'all' ? entries.map((one) => one.token) : [...keys].map(String))
          }
          onAction={(key) => open(String(key))}
          renderEmptyState={() => <p className="quiet none">{t('chooser.empty')}</p>}
        >
          {(entry) => (
            <GridListItem
              id={entry.id}
              textValue={entry.name}
              className={entry.pickable || entry.kind === 'folder' ? 'tree-row' : 'tree-row unfit'}
            >
              <Row entry={entry} />
            </GridListItem>
          )}
        </GridList>
      </Rows>
    </div>
  );
}
