import type { Piece } from '../../model.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { type FoundFile, findFile, mediaTypeOf } from './files.ts';
import { noteRefs } from './refs.ts';
import { codeNames, readSelection } from './selections.ts';
import { readTextSource, titleOf } from './text-source.ts';
import { readValues } from './values.ts';
import { type About, partOf, type Work } from './work.ts';

/** Keeps the file of a picture or a recording as it is. */
async function keepFile(
  work: Work,
  element: XmlElement,
  id: string,
  title: string,
  document: string | undefined,
  looked: FoundFile | null | undefined,
): Promise<void> {
  const paths = ['path', 'currentPath'].map((name) => element.attributes.get(name));
  const file = looked === undefined ? await findFile(work, paths, title) : looked;
  if (!file) return;
  work.say('kept', 'A picture or recording is kept as a file; it can’t be coded here.', title);
  const ending = /\.[^.]+$/.exec(file.name)?.[0] ?? '';
  work.keep({
    id: partOf(id, 'file'),
    name: title.toLowerCase().endsWith(ending.toLowerCase()) ? title : `${title}${ending}`,
    mediaType: mediaTypeOf(file.name),
    note: 'A source that is no text.',
    ...(document !== undefined && { document }),
    // Read once more when its turn comes, so that recordings are not all in memory.
    bytes: async () => (await findFile(work.quiet(), paths, title))?.bytes ?? null,
  });
}

const clock = (milliseconds: number): string => {
  const seconds = Math.max(0, milliseconds) / 1000;
  return `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, '0')}`;
};

/** Where in its picture or recording a selection lies, for people. */
function whereIs({ name, attributes }: XmlElement): string {
  const number = (key: string) => Number(attributes.get(key) ?? 0);
  return name === 'PictureSelection'
    ? `${number('firstX')}, ${number('firstY')} to ${number('secondX')}, ${number('secondY')} (pixels)`
    : `${clock(number('begin'))} to ${clock(number('end'))}`;
}

/** Lists what is selected and coded in a picture or recording in a memo, and says what other things point at. */
function listSelections(work: Work, element: XmlElement, id: string, title: string, about: About): void {
  const lines = childrenOf(element)
    .filter(({ name }) => /^(Picture|Audio|Video)Selection$/.test(name))
    .map((each) => {
      const selection = readSelection(work, each, title);
      work.went(selection.id, about);
      work.refer(selection.notes, about);
      const codes = codeNames(work, each);
      const said = [selection.name.trim(), selection.description, codes.join(', ')].filter(
        (part) => part !== '',
      );
      return [whereIs(each), ...said].join(' · ');
    });
  const codes = codeNames(work, element);
  if (codes.length > 0) lines.unshift(`The whole: ${codes.join(', ')}`);
  const description = textOf(childOf(element, 'Description')).trim();
  if (lines.length > 0)
    work.say('kept', 'Selections of a picture or recording are listed in a memo, with their codes.', title);
  const body = [description, lines.join('\n')].filter((part) => part !== '').join('\n\n');
  if (body !== '') work.memo(about, { id: partOf(id, 'selections'), title, body });
  if (readValues(element).length > 0)
    work.say(
      'left',
      'Values of variables on a picture or recording were left out: it is no document.',
      title,
    );
}

/** Selections of a transcript as selections of its text: from one point in time to another, by where they stand in it. */
function transcriptSelections(transcript: XmlElement): XmlElement[] {
  const positions = new Map(
    childrenOf(transcript, 'SyncPoint').map(({ attributes }) => [
      attributes.get('guid')?.toLowerCase(),
      attributes.get('position') ?? '',
    ]),
  );
  return childrenOf(transcript, 'TranscriptSelection').map((selection) => {
    const at = (name: string) => positions.get(selection.attributes.get(name)?.toLowerCase()) ?? '';
    const attributes = new Map(selection.attributes);
    attributes.set('startPosition', at('fromSyncPoint'));
    attributes.set('endPosition', at('toSyncPoint'));
    return { ...selection, attributes };
  });
}

/**
 * Reads a recording with its transcripts, or a picture that can't be shown: the file is kept, its texts become documents.
 * @param looked its file, where it was looked for already
 */
export async function* readMediaSource(
  work: Work,
  element: XmlElement,
  looked?: FoundFile | null,
): AsyncGenerator<Piece> {
  const texts = childrenOf(element).filter(({ name }) => name === 'TextDescription' || name === 'Transcript');
  const title = titleOf(element, texts[0]?.attributes.get('name'), element.attributes.get('path'));
  const { id } = work.identities.claim('source', element.attributes.get('guid'));
  let document: string | undefined;
  for (const text of texts) {
    const twin = work.facts.sourceByPath.get((text.attributes.get('plainTextPath') ?? '').toLowerCase());
    const selections = text.name === 'Transcript' ? transcriptSelections(text) : undefined;
    if (twin !== undefined && (selections?.length ?? 0) === 0 && text.name === 'Transcript') {
      work.say('kept', 'A transcript is the text of another source, which is the document.', title);
      document ??= work.documents.has(twin) ? twin : undefined;
      continue;
    }
    for await (const piece of readTextSource(work, text, element, selections)) {
      if (piece.type === 'document') document ??= piece.id;
      yield piece;
    }
  }
  await keepFile(work, element, id, title, document, looked);
  const about: About = document === undefined ? { kind: 'project' } : { kind: 'document', id: document };
  listSelections(work, element, id, title, about);
  work.refer(noteRefs(childrenOf(element)), about);
  if (document !== undefined) work.aliases.set(id, document);
}
