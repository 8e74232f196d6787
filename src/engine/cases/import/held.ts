import { randomUUID } from 'node:crypto';
import type { TablePlan, TableRead, TableWish } from '../../../contract/attribute-tables.ts';
import { ColligoError } from '../../errors.ts';
import type { HeavyPool } from '../../heavy/pool.ts';
import type { Mutation } from '../../store/mutate.ts';
import type { Project } from '../../store/project.ts';
import { listAttributes } from '../read.ts';
import { importTable } from './apply.ts';
import { describeSheet } from './columns.ts';
import { planTable } from './plan.ts';
import { type TableContent, unreadable } from './sheet.ts';

/** The longest that reading a file may take, ms. */
const TIME = 60_000;

/** The table that was read last, kept while the person says how it shall be taken. */
export class HeldTable {
  #held: { readonly token: string; readonly content: TableContent } | null = null;

  /**
   * Reads a file in a worker, within limits of size and time.
   * @param path a CSV or XLSX file
   * @throws ColligoError NOT_FOUND, UNREADABLE, CANCELLED
   */
  async read(project: Project, pool: HeavyPool, path: string, signal?: AbortSignal): Promise<TableRead> {
    const late = AbortSignal.timeout(TIME);
    const content = await pool
      .run('readTables', { path }, signal ? AbortSignal.any([signal, late]) : late)
      .catch((error: unknown) => {
        if (!late.aborted || signal?.aborted) throw error;
        throw unreadable('The file took too long to read.', 'Leave out what is not needed, or divide it.');
      });
    const token = randomUUID();
    this.#held = { token, content };
    const attributes = listAttributes(project.db);
    return {
      token,
      name: content.name,
      notices: [...content.notices],
      sheets: content.sheets.map((sheet) => describeSheet(sheet, attributes)),
    };
  }

  /** @returns what importing it would do. @throws ColligoError NOT_FOUND where another file was read since */
  plan({ db }: Project, wish: TableWish): TablePlan {
    return planTable(db, this.#of(wish), wish).plan;
  }

  /** Imports it as one step. @throws ColligoError as plan does */
  apply(project: Project, wish: TableWish): Mutation<TablePlan> {
    return importTable(project, this.#of(wish), wish);
  }

  #of({ token }: TableWish): TableContent {
    if (this.#held?.token === token) return this.#held.content;
    throw new ColligoError('NOT_FOUND', 'The file that was read is not held any more.', {
      safe: 'Nothing was changed.',
      remedy: 'Choose it again.',
    });
  }
}
