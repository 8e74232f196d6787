import { basename } from 'node:path';
import { ExchangeError } from '../error.ts';
import { identityOf, momentOf } from '../identity.ts';
import type { Remark } from '../model.ts';
import type { ForeignFile, RowOptions } from '../sqlite/file.ts';
import { openForeign } from '../sqlite/open.ts';
import type { ForeignRow } from '../sqlite/row.ts';
import { Decoding } from './decoding.ts';

/** What every version of RQDA’s database has: the first had no right name for its version, and no colours. */
const NEEDED = {
  project: ['memo'],
  source: ['id', 'name', 'file', 'status'],
  freecode: ['id', 'name', 'status'],
  coding: ['cid', 'fid', 'selfirst', 'selend', 'status'],
};

/** Rows that were deleted stay in the file with another status. */
const LIVE = 1;

/** A project of RQDA that is open for reading. */
export class RqdaProject {
  readonly file: ForeignFile;
  readonly decoding: Decoding;
  readonly title: string;
  readonly description: string;
  readonly remarks: Remark[] = [];
  readonly #key: string;

  /** @throws ExchangeError with one sentence */
  constructor(path: string) {
    this.title = basename(path).replace(/\.rqda$/i, '');
    this.file = openForeign(path, 'RQDA', NEEDED);
    try {
      this.decoding = new Decoding(this.file);
      const [row] = [...this.decoding.rows('project', ['date'], ['memo'])];
      if (!row) throw new ExchangeError('The database of this RQDA project is empty.');
      this.description = this.decoding.text(row, 'memo');
      this.#key = row.text('date') || this.title;
    } catch (error) {
      this.file.close();
      throw error;
    }
  }

  id(kind: string, ...keys: readonly string[]): string {
    return identityOf('rqda', this.#key, kind, ...keys);
  }

  /** @returns the rows of a table that were not deleted; nothing could be in those that have no status in older versions */
  *live(
    table: string,
    columns: readonly string[],
    texts: readonly string[],
    options: RowOptions = {},
  ): Generator<ForeignRow> {
    const canDelete = this.file.hasColumn(table, 'status');
    for (const row of this.decoding.rows(table, [...columns, 'status', 'date', 'owner'], texts, options))
      if (!canDelete || row.whole('status') === LIVE) yield row;
  }

  text(row: ForeignRow, column: string): string {
    return this.decoding.text(row, column);
  }

  coder(row: ForeignRow, isSecond = false): string | undefined {
    const owner = ownerOf(row, isSecond);
    return owner === '' ? undefined : this.id('coder', owner);
  }

  /**
   * @param isSecond whether it is of the second coding
   * @returns who made something and when, as far as the row says
   */
  made(row: ForeignRow, isSecond = false): { createdAt?: string; createdBy?: string } {
    const [createdAt, createdBy] = [momentOfR(row.text('date')), this.coder(row, isSecond)];
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

/**
 * RQDA can keep a second coding beside the first, by whoever: whose it is must not be mixed with the first.
 * @returns who made a row, by name; empty for nobody
 */
export function ownerOf(row: ForeignRow, isSecond: boolean): string {
  const owner = row.text('owner').trim();
  return isSecond ? `${owner} (second coding)`.trim() : owner;
}

/** R's `date()`: “Fri May 22 04:19:59 2020”, in a zone that is not said, so that it is taken as it stands. */
const momentOfR = (text: string): string | undefined =>
  momentOf(/^\w{3} \w{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/.test(text) ? `${text} UTC` : text);
