import type { Command } from '../commands/registry.ts';
import { beginSampleAfresh, openSample } from './sample.ts';

/** Commands of the sample project; they hold everywhere. */
export const SAMPLE_COMMANDS: readonly Command[] = [
  { id: 'sample.open', title: 'command.sample.open', group: 'project', run: () => openSample() },
  { id: 'sample.afresh', title: 'command.sample.afresh', group: 'project', run: () => beginSampleAfresh() },
];
