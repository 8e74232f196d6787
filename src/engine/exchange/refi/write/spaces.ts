import { originalBytes } from '../../../documents/pages.ts';
import { sql } from '../../../store/sql.ts';
import { pageSpaces } from '../page-spaces.ts';
import type { Refi } from './context.ts';
import { fileOf, isPdf } from './sources.ts';

/** Finds out how those pages are cropped and turned of which a part is coded, for programs that count from their media boxes. */
export async function learnSpaces(refi: Refi): Promise<void> {
  const { db, documents } = refi.frame;
  if (refi.rules.topLeft) return;
  for (const document of documents) {
    const pages = db
      .all<{ page: number }>(
        sql`SELECT DISTINCT page FROM anchors WHERE version_id = ${document.versionId} AND kind = 'region' ORDER BY page`,
      )
      .map(({ page }) => page);
    if (pages.length === 0) continue;
    const file = fileOf(refi, document);
    if (!isPdf(file)) continue;
    const bytes = originalBytes(db, file.original_sha256);
    refi.spaces.set(document.id, await pageSpaces(bytes, pages));
  }
}
