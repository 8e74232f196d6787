import { RotateCcw } from 'lucide-react';
import { Fragment, type KeyboardEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { shellKind } from '../client/shell.ts';
import { chordOf, formatKeys } from '../commands/keys.ts';
import { type Command, givenKeysOf, useRegistry } from '../commands/registry.ts';
import { useText } from '../messages/intl.tsx';
import { useKeymap } from '../state/keymap.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { judge, type Verdict, without } from './record.ts';

/** Why a chord was not taken, and the way out where there is one. */
function Refusal({ verdict, onTake }: { verdict: Verdict; onTake: () => void }) {
  const t = useText();
  const keys = formatKeys(verdict.keys);
  if (verdict.kind === 'free') return null;
  if (verdict.kind !== 'taken') return <p className="err-t">{t(`settings.key.${verdict.kind}`, { keys })}</p>;
  return (
    <p className="err-t row">
      <span className="grow">{t('settings.key.taken', { keys, command: t(verdict.by.title) })}</span>
      <Button onPress={onTake}>{t('settings.key.take')}</Button>
    </p>
  );
}

/** One command with its keys: press the button, then the key. */
export function KeyRow({ command }: { command: Command }) {
  const t = useText();
  const [hearing, setHearing] = useState(false);
  const [refused, setRefused] = useState<Verdict | null>(null);
  const { own, assign } = useKeymap();
  const kind = shellKind();
  const name = t(command.title);
  const keys = givenKeysOf(command, kind);
  const shown = keys.length === 0 ? t('settings.key.none') : keys.map(formatKeys).join(' ');
  const give = (chord: string) => {
    assign(command.id, [chord]);
    setRefused(null);
    announce(t('settings.key.set', { keys: formatKeys(chord), command: name }));
  };
  const hear = (event: KeyboardEvent) => {
    if (!hearing) return;
    event.preventDefault();
    event.stopPropagation();
    const chord = chordOf(event.nativeEvent);
    if (chord === null) return;
    setHearing(false);
    if (chord === 'Escape') return;
    if (chord === 'Backspace') {
      assign(command.id, []);
      return announce(t('settings.key.off', { command: name }));
    }
    const verdict = judge(command, chord, useRegistry.getState().commands.values(), kind);
    if (verdict.kind === 'free') return give(chord);
    setRefused(verdict);
  };
  const take = () => {
    if (refused?.kind !== 'taken') return;
    assign(refused.by.id, without(refused.by, refused.keys, kind));
    give(refused.keys);
  };
  return (
    <div className="set-row">
      <dt>{name}</dt>
      <dd>
        {own[command.id] === undefined ? null : (
          <IconButton
            label={t('settings.key.reset', { command: name })}
            icon={RotateCcw}
            size={12}
            onPress={() => {
              assign(command.id, null);
              setRefused(null);
            }}
          />
        )}
        {/* Keys are heard before the button takes Enter and Space for a press, and before the dialog takes Escape. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside is what is focused */}
        <span onKeyDownCapture={hear} onBlur={() => setHearing(false)}>
          <AriaButton
            className={hearing ? 'set-key is-hearing' : 'set-key'}
            aria-label={
              hearing ? t('settings.key.press') : t('settings.key.change', { command: name, keys: shown })
            }
            onPress={() => {
              setHearing(true);
              setRefused(null);
              announce(t('settings.key.pressHint'));
            }}
          >
            {hearing
              ? t('settings.key.press')
              : keys.length === 0
                ? t('settings.key.none')
                : keys.map((each, index) => (
                    <Fragment key={each}>
                      {index === 0 ? null : ' '}
                      <Kbd keys={each} boxed />
                    </Fragment>
                  ))}
          </AriaButton>
        </span>
      </dd>
      {hearing ? <p className="hint">{t('settings.key.pressHint')}</p> : null}
      {refused === null ? null : <Refusal verdict={refused} onTake={take} />}
    </div>
  );
}
