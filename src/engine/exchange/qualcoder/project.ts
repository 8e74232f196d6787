import { lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExchangeError } from '../error.ts';
import { identityOf, momentOf } from '../identity.ts';
import type { Remark } from '../model.ts';
import type { ForeignFile } from '../sqlite/file.ts';
import { openForeign } from '../sqlite/open.ts';
import type { ForeignRow } from '../sqlite/row.ts';

/** What every version of QualCoder's database has. */
const NEEDED = {
  project: ['databaseversion'],
  source: ['id', 'name', 'fulltext'],
  code_name: ['cid', 'name'],
  code_text: ['cid', 'fid', 'pos0', 'pos1'],
};

/** Since version 3.8, QualCoder keeps views of what is by coders who are shown, whoever they are; they hold nothing themselves. */
const VIEWS = new Set(['code_text_visible', 'code_image_visible', 'code_av_visible', 'annotation_visible']);

/** A QualCoder project that is open for reading. */
export class QualCoderProject {
  readonly file: ForeignFile;
  readonly folder: string;
  /** The folder's name without its ending. */
  readonly title: string;
  readonly tool: string;
  readonly description: string;
  /** Where files that lie outside were found, by the whole of what the project says of them. */
  readonly found = new Map<string, string>();
  /** What is told once the piece at hand is done. */
  readonly remarks: Remark[] = [];
  /** When it was begun: the one thing about a project that stays, since it has no identity and folders are renamed. */
  readonly #key: string;

  /**
   * @param path the project's folder, or the database in it
   * @throws ExchangeError with one sentence
   */
  constructor(path: string) {
    const isFolder = lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    this.folder = isFolder ? path : dirname(path);
    this.title = basename(this.folder).replace(/\.qda$/i, '');
    this.file = openForeign(isFolder ? join(path, 'data.qda') : path, 'QualCoder', NEEDED, VIEWS);
    const [row] = [...this.file.rows('project', ['date', 'memo', 'about'])];
    if (!row) {
      this.file.close();
      throw new ExchangeError('The database of this QualCoder project is empty.');
    }
    const about = row.text('about').trim();
    this.tool = /^QualCoder\b/.test(about) ? about.slice(0, 60) : 'QualCoder';
    this.description = row.text('memo');
    this.#key = row.text('date') || this.title;
  }

  /** @returns an identity of something in this project; names are unique there, and numbers differ between copies */
  id(kind: string, ...keys: readonly string[]): string {
    return identityOf('qualcoder', this.#key, kind, ...keys);
  }

  /** @returns the identity of a coder; undefined where no name is given */
  coder(row: ForeignRow): string | undefined {
    const owner = row.text('owner').trim();
    return owner === '' ? undefined : this.id('coder', owner);
  }

  /** @returns who made something and when, as far as the row says */
  made(row: ForeignRow): { createdAt?: string; createdBy?: string } {
    const [createdAt, createdBy] = [momentOf(row.text('date')), this.coder(row)];
    return { ...(createdAt !== undefined && { createdAt }), ...(createdBy !== undefined && { createdBy }) };
  }

  say(what: Remark['what'], message: string, subject: string): void {
    this.remarks.push({ what, message, subject });
  }

  /** @returns what was said since, and forgets it */
  *told(): Generator<{ type: 'said' } & Remark> {
    for (const remark of this.remarks.splice(0)) yield { type: 'said', ...remark };
  }
}
