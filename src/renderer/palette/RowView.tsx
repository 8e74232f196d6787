import { useText } from '../messages/intl.tsx';
import { Emphasis } from '../ui/Emphasis.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import type { Found, PaletteRow } from './rows.ts';

/** So much of what stands before a place is shown, so that the place itself is seen; UTF-16 units. */
const BEFORE = 28;

function Sign({ icon }: { icon: PaletteRow['icon'] }) {
  return 'colour' in icon ? <Swatch {...icon} /> : <Icon of={icon} />;
}

/** The end of a text, cut at a word. */
function tail(text: string): string {
  if (text.length <= BEFORE) return text;
  const cut = text.slice(-BEFORE);
  const space = cut.search(/\s/u);
  return `…${space < 0 ? cut : cut.slice(space + 1)}`;
}

function Words({ found: { row, hits } }: { found: Found }) {
  if (row.quote !== undefined) {
    return (
      <bdi className="serif">
        {tail(row.quote.before)}
        <b>{row.name}</b>
        {row.quote.after}
      </bdi>
    );
  }
  return <Emphasis text={row.name} hits={hits} />;
}

/** One row of the palette, an option of its list. */
export function RowView({
  found,
  id,
  active,
  onChoose,
}: {
  found: Found;
  id: string;
  active: boolean;
  onChoose: () => void;
}) {
  const t = useText();
  const { row } = found;
  const off = row.reason !== undefined;
  return (
    // The field keeps the focus and takes the keys; rows only take the mouse (ARIA Authoring Practices, combobox).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={off}
      tabIndex={-1}
      className={['pl-row', active ? 'is-on' : '', off ? 'off' : ''].join(' ').trim()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Sign icon={row.icon} />
      <span className="grow clip">
        <Words found={found} />
        {row.place === undefined || row.place === '' || row.quote !== undefined ? null : (
          <bdi className="place">{row.place}</bdi>
        )}
        {off ? <span className="place">{t('palette.reason', { reason: row.reason ?? '' })}</span> : null}
      </span>
      {row.quote === undefined ? null : <bdi className="place clip from">{row.place}</bdi>}
      {row.count === undefined ? null : (
        <span className="c num" title={row.count.words}>
          {row.count.number}
        </span>
      )}
      {row.keys === undefined ? null : <Kbd keys={row.keys} />}
    </div>
  );
}
