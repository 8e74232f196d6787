import { type Sql, sql } from '../../store/sql.ts';
import type { BookTitle } from './book.ts';

/** @returns what the project's codebook is called */
export function titleOf(db: Sql): BookTitle {
  const project = db.one<{ title: string; description: string }>(
    sql`SELECT title, description FROM projects ORDER BY created_at, id LIMIT 1`,
  );
  // A project does not say in which language its codebook is written.
  return { ...project, language: '' };
}
