import { app } from './app.ts';
import { chooser } from './chooser.ts';
import { codebook } from './codebook.ts';
import { exporting } from './exporting.ts';
import { inspector } from './inspector.ts';
import { library } from './library.ts';
import { margin } from './margin.ts';
import { passages } from './passages.ts';
import { picker } from './picker.ts';
import { reader } from './reader.ts';
import { start } from './start.ts';
import { ui } from './ui.ts';

/** The English messages, in ICU syntax, by explicit ids that begin with their region. */
export const en = {
  ...ui,
  ...app,
  ...start,
  ...chooser,
  ...library,
  ...codebook,
  ...exporting,
  ...reader,
  ...picker,
  ...passages,
  ...margin,
  ...inspector,
} as const;

export type MessageId = keyof typeof en;
