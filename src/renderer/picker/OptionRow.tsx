import { Plus } from 'lucide-react';
import { useText } from '../messages/intl.tsx';
import { Emphasis } from '../ui/Emphasis.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { type Option, parentPath } from './options.ts';

function CodeCells({ option }: { option: Option & { kind: 'code' } }) {
  const t = useText();
  const { ranked, on } = option;
  const { code, hint, homonym } = ranked;
  const words = on
    ? 'picker.on'
    : hint === 'document'
      ? 'picker.here'
      : hint === 'recent'
        ? 'picker.recent'
        : null;
  return (
    <>
      <Swatch name={code.name} colour={code.colour} />
      <span className="grow clip">
        {code.notation === undefined ? null : <bdi className="faint num">{code.notation} </bdi>}
        {homonym ? <bdi className="faint">{parentPath(code)}</bdi> : null}
        <Emphasis text={code.name} hits={ranked.hits} />
        {ranked.also === null || ranked.also === code.notation ? null : (
          <bdi className="faint"> {t('codebook.also', { words: ranked.also })}</bdi>
        )}
      </span>
      {words === null ? null : <span className="m">{t(words)}</span>}
      <span className="c num">{code.passages}</span>
    </>
  );
}

function CreateCells({ option }: { option: Option & { kind: 'create' } }) {
  const t = useText();
  const { name, parent, taken } = option;
  return (
    <>
      <Icon of={Plus} />
      <span className="grow clip">
        {parent === null
          ? t('picker.create', { name })
          : t('picker.createUnder', { name, parent: parent.name })}
      </span>
      {taken ? <span className="m">{t('picker.taken')}</span> : null}
    </>
  );
}

/** The key that chooses a row. */
function keysOf(option: Option, active: boolean): string | null {
  if (active) return 'Enter';
  return option.kind === 'create' && option.first ? 'Shift+Enter' : null;
}

/** One row of the picker, an option of its list. */
export function OptionRow({
  option,
  id,
  active,
  onChoose,
  onUnder,
}: {
  option: Option;
  id: string;
  active: boolean;
  /** @param stay keeps the picker open for more */
  onChoose: (stay: boolean) => void;
  /** Creates what was typed under this code. */
  onUnder: () => void;
}) {
  const keys = keysOf(option, active);
  return (
    // The field keeps the focus and takes the keys; rows only take the mouse (ARIA Authoring Practices, combobox).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={active ? 'pk-row is-on' : 'pk-row'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={({ shiftKey, ctrlKey, metaKey }) => (shiftKey ? onUnder() : onChoose(ctrlKey || metaKey))}
    >
      {option.kind === 'code' ? <CodeCells option={option} /> : <CreateCells option={option} />}
      <span className="kk">{keys === null ? null : <Kbd keys={keys} />}</span>
    </div>
  );
}
