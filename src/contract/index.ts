import { along } from './along.ts';
import { analyse } from './analyse.ts';
import { annotated } from './annotated.ts';
import { attachments } from './attachments.ts';
import { attributes, cases } from './cases.ts';
import { codePage } from './code-page.ts';
import { codebookExchange } from './codebook-exchange.ts';
import { codebookVersions } from './codebook-versions.ts';
import { coders } from './coders.ts';
import { codes } from './codes.ts';
import { compare } from './compare.ts';
import { documents } from './documents.ts';
import { exchange } from './exchange.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { memos } from './memos.ts';
import { codings, passages } from './passages.ts';
import { project } from './project.ts';
import { report } from './report.ts';
import { reviews } from './reviews.ts';
import { sample } from './sample.ts';
import { scope } from './scope.ts';
import { screen } from './screen.ts';
import { search } from './search.ts';
import { words } from './words.ts';

/** Everything the page may ask of the engine. */
export const contract = {
  project,
  sample,
  coders,
  documents,
  imports,
  exchange,
  codes,
  codebookExchange,
  codebookVersions,
  codePage,
  passages,
  codings,
  reviews,
  memos,
  cases,
  attributes,
  history,
  search,
  scope,
  screen,
  exports,
  annotated,
  attachments,
  report,
  compare,
  analyse,
  along,
  words,
  files,
};

export type Contract = typeof contract;
