import { ImportError } from '../../../import/errors.ts';
import { type ReadFile, readSource } from '../../../import/read-source.ts';
import type { ExchangedPassage, Piece } from '../../model.ts';
import { textSource } from '../../text-source.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml/elements.ts';
import { NO_SPACES, type PageSpaces, pageSpaces } from '../page-spaces.ts';
import { Alignment } from './align.ts';
import { annotationsOf } from './annotations.ts';
import { documentPiece } from './document.ts';
import { type FoundFile, findFile } from './files.ts';
import { findKeptReading } from './kept-reading.ts';
import { type Holder, keepUnplaced, keepWithoutText, passageOf, textPassages } from './passages.ts';
import { pagesOf, regionsOf } from './regions.ts';
import { readSelection, type Selection } from './selections.ts';
import { claimDocument, titleOf } from './text-source.ts';
import { type LoadedText, loadText, textPlaceOf } from './texts.ts';
import type { Work } from './work.ts';

async function readPdf(
  work: Work,
  id: string,
  { bytes }: FoundFile,
  text: string,
  title: string,
): Promise<ReadFile | null> {
  const own = work.restored?.documents.get(id)?.language;
  const language = own ?? work.language;
  try {
    return (
      (await findKeptReading(work, id, bytes, 'pdf', text)) ??
      (await readSource({ bytes, format: 'pdf', language, isSupposed: own === undefined }))
    );
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    work.say('kept', 'A PDF could not be read; the text that the file has of it is the document.', title);
    return null;
  }
}

/** Passages of the words of a PDF: where the file's own reading of it says the same as ours, and how they were found. */
function wordsOf(
  work: Work,
  elements: readonly XmlElement[],
  text: LoadedText,
  read: ReadFile,
  holder: Holder,
) {
  const ours = read.reading.text;
  if (text.raw === ours) return textPassages(work, elements, text, holder, (span) => span);
  const plain = textSource(text.raw, work.language);
  if (plain.read.reading.text === ours)
    return textPassages(work, elements, text, holder, ({ start, end }) => ({
      start: plain.toCanonical(start),
      end: plain.toCanonical(end),
    }));
  if (elements.length === 0) return { passages: [], unplaced: [], placed: [] };
  const alignment = new Alignment(text.raw, ours);
  return textPassages(work, elements, text, holder, (span) => alignment.find(span));
}

/** What the same passage is known by where a program states it on every page that it touches (ATLAS.ti). */
const likeness = (selection: Pick<Selection, 'name' | 'createdAt'>) =>
  `${selection.createdAt} ${selection.name}`;

/** Passages that are parts of pages, those left out that came as words already. */
function partsOfPages(
  work: Work,
  elements: readonly XmlElement[],
  read: ReadFile,
  holder: Holder,
  words: { readonly placed: readonly Selection[]; readonly missed: ReadonlyMap<string, Selection> },
  spaces: PageSpaces,
): ExchangedPassage[] {
  const guids = new Set(words.placed.map(({ element }) => element.attributes.get('guid')));
  const alike = new Set(words.placed.filter(({ name }) => name !== '').map(likeness));
  const regions = regionsOf(work, elements, read.reading.pages ?? [], spaces);
  return elements.flatMap((element, at) => {
    const guid = element.attributes.get('guid');
    const facts = {
      name: element.attributes.get('name') ?? '',
      createdAt: element.attributes.get('creationDateTime'),
    };
    if (guids.has(guid) || (work.program === 'atlas' && alike.has(likeness(facts)))) {
      work.say(
        'mended',
        'A passage that the file states both as words and as parts of pages came once, as words.',
        holder.title,
      );
      return [];
    }
    const selection = words.missed.get(guid ?? '') ?? readSelection(work, element, holder.title);
    const place = work.restored?.region(selection.id) ?? regions[at];
    if (!place) {
      keepUnplaced(work, [{ selection, words: '' }], holder);
      return [];
    }
    const passage = passageOf(work, selection, place, holder, selection.name === '');
    return passage ? [passage] : [];
  });
}

/** Reads a source that is a PDF: our own reading of it is the document; without the PDF the file's text of it is. */
export async function* readPdfSource(work: Work, element: XmlElement): AsyncGenerator<Piece> {
  const title = titleOf(element, element.attributes.get('path'));
  const id = claimDocument(work, element, title);
  const holder = { id, title };
  const paths = ['path', 'currentPath'].map((name) => element.attributes.get(name));
  const file = await findFile(work, paths, title);
  const representation = childOf(element, 'Representation');
  const text = representation && (await loadText(work, textPlaceOf(representation), title));
  const pdf = file && (await readPdf(work, id, file, text?.raw ?? '', title));
  const selections = [...childrenOf(representation, 'PlainTextSelection'), ...annotationsOf(work, element)];
  const parts = childrenOf(element, 'PDFSelection');
  if (!pdf && !text) {
    work.say('left', 'A PDF is neither in the file nor is its text.', title);
    const guids = new Set(selections.map(({ attributes }) => attributes.get('guid')));
    const others = parts.filter(({ attributes }) => !guids.has(attributes.get('guid')));
    keepWithoutText(work, [...selections, ...others], holder);
    return;
  }
  const read = pdf ?? (text && textSource(text.raw, work.language, text.bytes ?? undefined).read);
  if (!read) return;
  const found = text
    ? wordsOf(work, selections, text, read, holder)
    : { passages: [], unplaced: [], placed: [] };
  const guidsOfParts = new Set(parts.map((part) => part.attributes.get('guid')));
  const missed = new Map(
    found.unplaced
      .filter(({ selection }) => pdf && guidsOfParts.has(selection.element.attributes.get('guid')))
      .map(({ selection }) => [selection.element.attributes.get('guid') ?? '', selection]),
  );
  keepUnplaced(
    work,
    found.unplaced.filter(({ selection }) => ![...missed.values()].includes(selection)),
    holder,
  );
  const spaces = pdf && parts.length > 0 ? await pageSpaces(file.bytes, pagesOf(work, parts)) : NO_SPACES;
  const passages = [
    ...found.passages,
    ...partsOfPages(work, parts, read, holder, { placed: found.placed, missed }, spaces),
  ];
  const fileName = pdf
    ? /\.pdf$/i.test(title)
      ? title
      : `${title}.pdf`
    : `${title.replace(/\.pdf$/i, '')}.txt`;
  yield documentPiece(work, element, { id, title, fileName, read, passages });
}
