import { ImportError } from '../../../import/errors.ts';
import { isPictureType } from '../../../import/picture/header.ts';
import { type ReadFile, readSource } from '../../../import/read-source.ts';
import type { ExchangedPassage, ExchangedPlace, Piece } from '../../model.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml/elements.ts';
import { documentPiece } from './document.ts';
import { type FoundFile, findFile } from './files.ts';
import { readMediaSource } from './media.ts';
import { type Holder, keepUnplaced, passageOf } from './passages.ts';
import { readSelection } from './selections.ts';
import { claimDocument, readTextSource, titleOf } from './text-source.ts';
import type { Work } from './work.ts';

/** Reads a file as a picture; null where it is none that can be shown. */
async function readPicture(work: Work, element: XmlElement, { bytes }: FoundFile): Promise<ReadFile | null> {
  const own = work.restored?.documents.get(element.attributes.get('guid')?.toLowerCase() ?? '');
  try {
    return await readSource({ bytes, format: 'picture', language: own?.language ?? work.language });
  } catch (error) {
    if (error instanceof ImportError) return null;
    throw error;
  }
}

const numberOf = ({ attributes }: XmlElement, name: string) => Number(attributes.get(name) ?? Number.NaN);

/**
 * Turns a part of a picture into a place of ours. The file counts pixels of the picture as it is shown, turned as its own
 * metadata ask for (section 9.1.5), as we do. What reaches beyond its edges is cut there.
 * @returns null where nothing of it lies on the picture
 */
function placeOf(
  element: XmlElement,
  page: { readonly width: number; readonly height: number },
): ExchangedPlace | null {
  const between = (names: readonly string[], most: number) => {
    const values = names.map((name) => Math.min(Math.max(numberOf(element, name), 0), most));
    return [Math.min(...values), Math.max(...values)] as const;
  };
  const [x, right] = between(['firstX', 'secondX'], page.width);
  const [y, bottom] = between(['firstY', 'secondY'], page.height);
  // Also where a number is missing.
  return right > x && bottom > y ? { page: 1, x, y, width: right - x, height: bottom - y } : null;
}

function partsOf(work: Work, element: XmlElement, read: ReadFile, holder: Holder): ExchangedPassage[] {
  const [page = { width: 0, height: 0 }] = read.reading.pages ?? [];
  return childrenOf(element, 'PictureSelection').flatMap((each) => {
    const selection = readSelection(work, each, holder.title);
    const place = work.restored?.region(selection.id) ?? placeOf(each, page);
    if (!place) {
      keepUnplaced(work, [{ selection, words: '' }], holder);
      return [];
    }
    const passage = passageOf(work, selection, place, holder, selection.name === '');
    return passage ? [passage] : [];
  });
}

/** What a picture's file is called: by its source, with the ending that says what it is. */
function fileNameOf(title: string, { mediaType }: ReadFile, file: FoundFile): string {
  const ending = /\.[a-z0-9]+$/i.exec(file.name)?.[0] ?? `.${mediaType.replace(/^image\//, '')}`;
  return title.toLowerCase().endsWith(ending.toLowerCase()) ? title : `${title}${ending}`;
}

/**
 * Reads a source that is a picture: a document of one page, and its parts. What is told about it in words is a document, too. A
 * picture that cannot be shown is kept as a file, as recordings are.
 */
export async function* readPictureSource(work: Work, element: XmlElement): AsyncGenerator<Piece> {
  const title = titleOf(element, element.attributes.get('path'));
  const paths = ['path', 'currentPath'].map((name) => element.attributes.get(name));
  const file = await findFile(work, paths, title);
  const read = file && (await readPicture(work, element, file));
  if (!file || !read || !isPictureType(read.mediaType)) {
    yield* readMediaSource(work, element, file);
    return;
  }
  const id = claimDocument(work, element, title);
  const holder = { id, title };
  const passages = partsOf(work, element, read, holder);
  yield documentPiece(work, element, { id, title, fileName: fileNameOf(title, read, file), read, passages });
  const words = childOf(element, 'TextDescription');
  if (words) yield* readTextSource(work, words, element);
}
