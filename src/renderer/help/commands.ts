import type { Command } from '../commands/registry.ts';
import { openHelp } from './open.ts';
import { TOPIC_IDS } from './topics.ts';

/** Commands of the help: it, and each of its topics, which the palette finds by name. */
export const HELP_COMMANDS: readonly Command[] = [
  { id: 'help.open', title: 'command.help', group: 'anywhere', keys: ['F1'], run: () => openHelp() },
  ...TOPIC_IDS.map(
    (topic): Command => ({
      id: `help.topic.${topic}`,
      title: `command.help.${topic}`,
      group: 'anywhere',
      run: () => openHelp({ topic, anchor: null }),
    }),
  ),
];
