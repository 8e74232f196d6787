import { along } from './along.ts';
import { analyse } from './analyse.ts';
import { app } from './app.ts';
import { attributesTable } from './attributes-table.ts';
import { board } from './board.ts';
import { cases } from './cases.ts';
import { chooser } from './chooser.ts';
import { codePage } from './code-page.ts';
import { codebook } from './codebook.ts';
import { codebookEdit } from './codebook-edit.ts';
import { codebookExchange } from './codebook-exchange.ts';
import { compare } from './compare.ts';
import { contents } from './contents.ts';
import { drawer } from './drawer.ts';
import { exchange } from './exchange.ts';
import { exporting } from './exporting.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { inspector } from './inspector.ts';
import { library } from './library.ts';
import { margin } from './margin.ts';
import { memos } from './memos.ts';
import { pages } from './pages.ts';
import { palette } from './palette.ts';
import { parallel } from './parallel.ts';
import { passages } from './passages.ts';
import { picker } from './picker.ts';
import { problem } from './problem.ts';
import { reader } from './reader.ts';
import { report } from './report.ts';
import { scope } from './scope.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { statistics } from './statistics.ts';
import { tabs } from './tabs.ts';
import { ui } from './ui.ts';
import { versions } from './versions.ts';
import { words } from './words.ts';

/** The English messages, in ICU syntax, by explicit ids that begin with their region. */
export const en = {
  ...ui,
  ...app,
  ...along,
  ...analyse,
  ...start,
  ...chooser,
  ...library,
  ...cases,
  ...attributesTable,
  ...codebook,
  ...codePage,
  ...codebookEdit,
  ...codebookExchange,
  ...compare,
  ...board,
  ...contents,
  ...exchange,
  ...exporting,
  ...help,
  ...problem,
  ...reader,
  ...picker,
  ...passages,
  ...parallel,
  ...margin,
  ...inspector,
  ...drawer,
  ...history,
  ...memos,
  ...pages,
  ...palette,
  ...report,
  ...scope,
  ...search,
  ...settings,
  ...statistics,
  ...tabs,
  ...versions,
  ...words,
} as const;

export type MessageId = keyof typeof en;
