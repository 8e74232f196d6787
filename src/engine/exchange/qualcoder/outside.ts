import { lstat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { Lookup } from '../lookup.ts';
import type { Piece, ReaderContext } from '../model.ts';
import { outsidePath } from './media-path.ts';
import { mediaTypeOf } from './media-types.ts';
import type { QualCoderProject } from './project.ts';

const isFile = async (path: string) => (await lstat(path).catch(() => null))?.isFile() === true;

/**
 * Finds the files that a project is linked with and does not hold: where they are said to lie, if that was allowed, else in the
 * folders that were chosen. Only files of a kind that can be a source are looked for.
 * @returns what was found, and what is missing, for the report and for asking
 */
export async function* findOutside(project: QualCoderProject, context: ReaderContext): AsyncGenerator<Piece> {
  const lookup = new Lookup(context.folders ?? []);
  for (const row of project.file.rows('source', ['name', 'mediapath'])) {
    const said = row.text('mediapath');
    const path = outsidePath(said);
    if (path === null || mediaTypeOf(path) === 'application/octet-stream') continue;
    const name = row.text('name');
    const isThere = isAbsolute(path) && (await isFile(path));
    const chosen = context.elsewhere && isThere ? path : await lookup.find(path);
    if (chosen === null) {
      yield { type: 'missing', name, path, isThere };
      continue;
    }
    project.found.set(said, chosen);
    yield {
      type: 'said',
      what: 'mended',
      message: 'A file that lies outside of the project was found where it was looked for.',
      subject: name,
    };
  }
}
