import { app } from './app.ts';
import { cases } from './cases.ts';
import { chooser } from './chooser.ts';
import { codebook } from './codebook.ts';
import { compare } from './compare.ts';
import { contents } from './contents.ts';
import { drawer } from './drawer.ts';
import { exporting } from './exporting.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { inspector } from './inspector.ts';
import { library } from './library.ts';
import { margin } from './margin.ts';
import { memos } from './memos.ts';
import { pages } from './pages.ts';
import { palette } from './palette.ts';
import { passages } from './passages.ts';
import { picker } from './picker.ts';
import { problem } from './problem.ts';
import { reader } from './reader.ts';
import { scope } from './scope.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { tabs } from './tabs.ts';
import { ui } from './ui.ts';

/** The English messages, in ICU syntax, by explicit ids that begin with their region. */
export const en = {
  ...ui,
  ...app,
  ...start,
  ...chooser,
  ...library,
  ...cases,
  ...codebook,
  ...compare,
  ...contents,
  ...exporting,
  ...help,
  ...problem,
  ...reader,
  ...picker,
  ...passages,
  ...margin,
  ...inspector,
  ...drawer,
  ...history,
  ...memos,
  ...pages,
  ...palette,
  ...scope,
  ...search,
  ...settings,
  ...tabs,
} as const;

export type MessageId = keyof typeof en;
