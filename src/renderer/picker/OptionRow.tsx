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
        {homonym ? <bdi className="faint">{parentPath(code)}</bdi> : null}
        <Emphasis text={code.name} hits={ranked.hits} />
      </span>
      {words === null ? null : <span className="m">{t(words)}</span>}
      <span className="c num">{code.passages}</span>
    </>
  );
}

/** One row of the picker, an option of its list. */
export function OptionRow({
  option,
  id,
  active,
  onChoose,
}: {
  option: Option;
  id: string;
  active: boolean;
  /** @param stay keeps the picker open for more */
  onChoose: (stay: boolean) => void;
}) {
  const t = useText();
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
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
    >
      {option.kind === 'code' ? (
        <CodeCells option={option} />
      ) : (
        <>
          <Icon of={Plus} />
          <span className="grow clip">{t('picker.create', { name: option.name })}</span>
          {option.taken ? <span className="m">{t('picker.taken')}</span> : null}
        </>
      )}
      <span className="kk">
        {option.kind === 'create' ? (
          <Kbd keys={active ? 'Enter' : 'Shift+Enter'} />
        ) : active ? (
          <Kbd keys="Enter" />
        ) : null}
      </span>
    </div>
  );
}
