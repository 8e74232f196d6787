import type { ExchangedAttachment, ExchangedMemo } from '../model.ts';
import type { ForeignRow } from '../sqlite/row.ts';
import type { KnownCode } from './codes.ts';
import { type MediaPath, readInside, readMediaPath, type SourceKind } from './media-path.ts';
import { mediaTypeOf } from './media-types.ts';
import type { QualCoderProject } from './project.ts';

/** The largest file that is kept with a project, in bytes. */
const MOST_KEPT = 256 * 1024 * 1024;

/** Columns of a coding on a part of a picture or page. */
export const AREA = 'cid id x1 y1 width height pdf_page owner date memo important'.split(' ');

const STRETCH = ['cid', 'id', 'pos0', 'pos1', 'owner', 'date', 'memo'];

const NOUNS: Readonly<Record<SourceKind, string>> = {
  text: 'text',
  picture: 'picture',
  sound: 'recording',
  film: 'film',
};

/** Recordings, films, and pictures that can't be shown: they are kept as files, and what is coded in them in a memo each. */
export class Media {
  readonly #project: QualCoderProject;
  readonly #codes: ReadonlyMap<number, KnownCode>;
  readonly #sources: { readonly row: ForeignRow; readonly number: number; readonly path: MediaPath }[] = [];

  constructor(project: QualCoderProject, codes: ReadonlyMap<number, KnownCode>) {
    this.#project = project;
    this.#codes = codes;
  }

  /** Takes a source that is no text. @returns whether it is none */
  take(row: ForeignRow): boolean {
    const [number, path] = [row.whole('id'), readMediaPath(row.text('mediapath'), this.#project.found)];
    if (number === null || path.kind === 'text') return false;
    this.#sources.push({ row, number, path });
    return true;
  }

  /** @returns a memo for each of them that was coded or noted on */
  *memos(areas: ReadonlyMap<number, readonly ForeignRow[]>): Generator<ExchangedMemo> {
    if (this.#sources.length === 0) return;
    const stretches = byNumber(this.#project.file.rows('code_av', STRETCH, { order: ['id', 'pos0'] }));
    for (const { row, number, path } of this.#sources) {
      const lines = [
        ...(stretches.get(number) ?? []).map((coding) => this.#line(coding, stretchOf(coding))),
        ...(areas.get(number) ?? []).map((coding) => this.#line(coding, areaOf(coding))),
      ];
      const note = row.text('memo').trim();
      if (lines.length === 0 && note === '') continue;
      const name = row.text('name');
      if (lines.length > 0)
        this.#project.say('kept', `Codings of a ${NOUNS[path.kind]} were kept as a memo.`, name);
      const body = [note, lines.join('\n')].filter((part) => part !== '').join('\n\n');
      const id = this.#project.id('memo of a source', name);
      yield { id, title: name, body, about: { kind: 'project' }, ...this.#project.made(row) };
    }
  }

  #line(coding: ForeignRow, where: string): string {
    const code = this.#codes.get(coding.whole('cid') ?? Number.NaN)?.name ?? 'unknown code';
    const by = coding.text('owner');
    const note = coding.text('memo').trim();
    return `- ${where}: ${code}${by === '' ? '' : ` (${by})`}${note === '' ? '' : `: ${note}`}`;
  }

  /** @returns their files */
  *files(): Generator<ExchangedAttachment> {
    for (const { row, path } of this.#sources) {
      const name = row.text('name');
      const file = fileAt(
        this.#project,
        path,
        `A ${NOUNS[path.kind]} of the QualCoder project “${this.#project.title}”.`,
      );
      if (file) {
        this.#project.say('kept', `A ${NOUNS[path.kind]} can't be coded here: it was kept as a file.`, name);
        yield file;
      } else
        this.#project.say(
          'left',
          path.folder === null
            ? `A ${NOUNS[path.kind]} lies outside of the project and was left where it is.`
            : `A ${NOUNS[path.kind]} is not in the project's folder, or is larger than the 256 MB that are kept.`,
          name,
        );
    }
  }
}

/** @returns a file of the project's folder as it is kept, or null where it is not there or too large */
export function fileAt(
  project: QualCoderProject,
  path: MediaPath,
  note: string,
  document?: string,
): ExchangedAttachment | null {
  const bytes = readInside(project.folder, path, MOST_KEPT);
  if (!bytes) return null;
  return {
    id: project.id('file', path.folder ?? '', path.name),
    name: path.name,
    mediaType: mediaTypeOf(path.name),
    bytes,
    note,
    ...(document !== undefined && { document }),
  };
}

/** @returns rows by the number of the source that they belong to */
export function byNumber(rows: Iterable<ForeignRow>): Map<number, ForeignRow[]> {
  const found = new Map<number, ForeignRow[]>();
  for (const row of rows) {
    const number = row.whole('id') ?? Number.NaN;
    const rowsOf = found.get(number);
    if (rowsOf) rowsOf.push(row);
    else found.set(number, [row]);
  }
  return found;
}

/** A time in a recording; QualCoder counts milliseconds. */
function clock(milliseconds: number | null): string {
  const seconds = Math.max(0, Math.floor((milliseconds ?? 0) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return [hours, minutes, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

const stretchOf = (row: ForeignRow) => `${clock(row.whole('pos0'))}–${clock(row.whole('pos1'))}`;

const areaOf = (row: ForeignRow) =>
  `${row.number('x1') ?? 0}, ${row.number('y1') ?? 0}, ${row.number('width') ?? 0} × ${row.number('height') ?? 0} pixels`;
