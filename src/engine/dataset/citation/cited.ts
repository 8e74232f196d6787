import { sql } from '../../store/sql.ts';
import type { Frame } from '../frame.ts';
import { type Creator, creatorOf } from './creators.ts';
import { type Licence, licenceOf } from './licence.ts';

/** How a dataset is to be cited: what was said, and what the project says where nothing was. */
export interface Cited {
  readonly title: string;
  readonly creators: readonly Creator[];
  readonly licence: Licence | null;
  readonly version: string | null;
  readonly doi: string | null;
  readonly publisher: string | null;
  readonly year: number;
  readonly keywords: readonly string[];
  /** Empty where there is none. */
  readonly description: string;
}

/** @returns null where nothing was said of it */
export function citedOf(frame: Frame): Cited | null {
  const { citation, project } = frame;
  if (!citation) return null;
  return {
    title: citation.title ?? project.title,
    creators: citation.creators.map(creatorOf),
    licence: citation.licence === undefined ? null : licenceOf(citation.licence),
    version: citation.version ?? null,
    doi: citation.doi ?? null,
    publisher: citation.publisher ?? null,
    year: citation.year ?? yearOf(frame),
    keywords: [...new Set(citation.keywords)],
    description: citation.description ?? project.description,
  };
}

/** @returns the dataset as a line of a list of references, by plain words; empty where nobody is named as its creator */
export function referenceTo({ creators, year, title, version, publisher, doi }: Cited): string {
  if (creators.length === 0) return '';
  const parts = [
    `${creators.map(({ name }) => name).join('; ')} (${year})`,
    `${title} [data set]`,
    ...(version === null ? [] : [`Version ${version}`]),
    ...(publisher === null ? [] : [publisher]),
  ];
  return `${parts.join('. ')}.${doi === null ? '' : ` https://doi.org/${doi}`}`;
}

/** Of the newest entry of the project: a clock would make other bytes next year. */
function yearOf({ db }: Frame): number {
  const { newest } = db.one<{ newest: string }>(sql`
    SELECT max(at) AS newest FROM (
      SELECT max(created_at) AS at FROM projects UNION ALL SELECT max(created_at) FROM documents
      UNION ALL SELECT max(created_at) FROM codings UNION ALL SELECT max(created_at) FROM reviews)`);
  return Number(newest.slice(0, 4));
}
