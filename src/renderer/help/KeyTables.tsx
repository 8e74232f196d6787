import { shellKind } from '../client/shell.ts';
import { COMMAND_GROUPS, keysOf } from '../commands/registry.ts';
import { useText } from '../messages/intl.tsx';
import { useKeymap } from '../state/keymap.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { isTopicCommand, KNOWN_COMMANDS } from './known.ts';
import { anchorOf } from './read.ts';

/** All commands by group with the keys that act now; the docs hold the same with the keys that they come with. */
export function KeyTables() {
  const t = useText();
  // Only so that the keys are asked again after a change.
  useKeymap();
  return COMMAND_GROUPS.map((group) => (
    <section key={group}>
      <h4 id={`help-${anchorOf(t(`command.group.${group}`))}`}>{t(`command.group.${group}`)}</h4>
      <table className="hp-keys">
        <thead>
          <tr>
            <th scope="col">{t('help.keys.command')}</th>
            <th scope="col">{t('help.keys.keys')}</th>
          </tr>
        </thead>
        <tbody>
          {[...KNOWN_COMMANDS.values()]
            .filter((command) => command.group === group && !isTopicCommand(command.id))
            .map((command) => {
              const keys = keysOf(command, shellKind());
              return (
                <tr key={command.id}>
                  <td>{t(command.title)}</td>
                  <td>
                    {keys.length === 0 ? <span className="faint">{t('help.keys.none')}</span> : null}
                    {keys.map((chord) => (
                      <Kbd key={chord} keys={chord} boxed />
                    ))}
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </section>
  ));
}
