import { ExchangeError } from '../error.ts';
import { identityOf } from '../identity.ts';
import type { Remark } from '../model.ts';
import type { ForeignFile } from '../sqlite/file.ts';
import { openForeign } from '../sqlite/open.ts';
import type { ForeignRow } from '../sqlite/row.ts';

const NEEDED = {
  projects: ['id', 'name', 'created'],
  documents: ['id', 'name', 'contents', 'project_id'],
  tags: ['id', 'project_id', 'path'],
  highlights: ['id', 'document_id', 'start_offset', 'end_offset'],
  highlight_tags: ['highlight_id', 'tag_id'],
};

/** A database of Taguette, and the one project of it that is read. */
export class TaguetteProject {
  readonly file: ForeignFile;
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly remarks: Remark[] = [];
  readonly #created: string;

  /**
   * @param path a project that Taguette exported, or its whole database, of which the newest project is read
   * @throws ExchangeError with one sentence
   */
  constructor(path: string) {
    this.file = openForeign(path, 'Taguette', NEEDED);
    const columns = ['id', 'name', 'description', 'created'];
    const projects = [...this.file.rows('projects', columns, { order: ['created', 'id'] })];
    const newest = projects.pop();
    const number = newest?.whole('id') ?? null;
    if (!newest || number === null) {
      this.file.close();
      throw new ExchangeError('The Taguette database holds no project.');
    }
    this.number = number;
    this.title = newest.text('name');
    this.description = newest.text('description');
    this.#created = newest.text('created');
    for (const other of projects)
      this.say(
        'left',
        'The database holds more than one project and the newest was read: export the others from Taguette one by one.',
        other.text('name'),
      );
  }

  /** @returns an identity of something in this project, which has none itself but when it was begun */
  id(kind: string, ...keys: readonly string[]): string {
    return identityOf('taguette', this.#created, kind, ...keys);
  }

  isOwn(row: ForeignRow): boolean {
    return row.whole('project_id') === this.number;
  }

  say(what: Remark['what'], message: string, subject: string): void {
    this.remarks.push({ what, message, subject });
  }

  /** @returns what was said since, and forgets it */
  *told(): Generator<{ type: 'said' } & Remark> {
    for (const remark of this.remarks.splice(0)) yield { type: 'said', ...remark };
  }
}
