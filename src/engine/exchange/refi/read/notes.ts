import { childOf, childrenOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { identified } from './identities.ts';
import { noteRefs, targetsOf } from './refs.ts';
import { loadText, type TextPlace, textPlaceOf } from './texts.ts';
import { type About, createdOf, partOf, type Work } from './work.ts';

/** A note as the file states it. */
export interface Note {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly text: TextPlace;
  readonly createdAt: string | undefined;
  readonly createdBy: string | undefined;
  readonly notes: readonly string[];
  /** Selections without a code, which are places in the text of a source that refers to the note. */
  readonly annotates: readonly XmlElement[];
  /** Places in its text that were coded: the codes' identities, and the places as counted in the file. */
  readonly coded: readonly { readonly code: string; readonly start: number; readonly end: number }[];
}

/** @returns a note by its element */
export const readNote = (element: XmlElement, id: string): Note => ({
  id,
  name: (element.attributes.get('name') ?? '').trim(),
  description: textOf(childOf(element, 'Description')).trim(),
  text: textPlaceOf(element),
  createdAt: element.attributes.get('creationDateTime'),
  createdBy: identified(element.attributes.get('creatingUser')) ?? undefined,
  notes: noteRefs(childrenOf(element)),
  annotates: childrenOf(element, 'PlainTextSelection').filter((each) => !childOf(each, 'Coding')),
  coded: childrenOf(element, 'PlainTextSelection').flatMap((selection) =>
    childrenOf(selection, 'Coding').flatMap((coding) => {
      const [code] = targetsOf(childrenOf(coding), 'CodeRef');
      const { startPosition, endPosition } = Object.fromEntries(selection.attributes);
      return code === undefined ? [] : [{ code, start: Number(startPosition), end: Number(endPosition) }];
    }),
  ),
});

/** What a note's coded places say, for the end of its text. */
function codedIn(work: Work, note: Note, text: string): string {
  const characters = [...text];
  return note.coded
    .map(({ code, start, end }) => {
      const name = work.facts.codes.get(code)?.name ?? 'a code that the file does not have';
      return `${name}: “${characters.slice(start, end).join('')}”`;
    })
    .join('\n');
}

/** Makes memos of the notes: about what they refer to, or what refers to them; about the project where nothing does. */
export async function writeNotes(work: Work): Promise<void> {
  for (const note of work.facts.notes.values()) {
    const subject = note.name || 'Note';
    const loaded = await loadText(work, note.text, subject);
    const text = work.text(note.id, 'text', (loaded?.raw ?? '').replace(/\r\n?/g, '\n'));
    const coded = codedIn(work, note, text);
    if (coded !== '')
      work.say('kept', 'Codings of a note are listed at its end: memos are not coded.', subject);
    const body = [note.description, text, coded].filter((part) => part !== '').join('\n\n');
    if (body === '' && note.name === '') {
      work.say('left', 'A note without name and text was left out.', subject);
      continue;
    }
    const restored = work.restored?.about(note.id);
    const about = restored ? [restored] : distinct(work.aboutOf(note.id));
    // Whoever refers to a note of a note means both.
    for (const each of about) work.refer(note.notes, each);
    const all: readonly About[] = about.length > 0 ? about : [{ kind: 'project' }];
    all.forEach((each, at) => {
      work.memo(each, {
        id: at === 0 ? note.id : partOf(note.id, JSON.stringify(each)),
        title: work.text(note.id, 'name', note.name),
        body,
        ...createdOf(work, note.createdAt, note.createdBy),
      });
    });
  }
}

const distinct = (about: readonly About[]): About[] => [
  ...new Map(about.map((each) => [JSON.stringify(each), each])).values(),
];
