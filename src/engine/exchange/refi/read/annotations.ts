import { childrenOf, type XmlElement } from '../../xml/elements.ts';
import { noteRefs } from './refs.ts';
import type { Work } from './work.ts';

/** A reference to a note, as an element would state it. */
const refTo = (note: string): XmlElement => ({
  name: 'NoteRef',
  uri: '',
  attributes: new Map([['targetGUID', note]]),
  children: [],
});

/**
 * Places of a source's text that notes of the source annotate: QualCoder states the place within the note, as a selection
 * without a code.
 * @returns the selections, which refer to their notes
 */
export const annotationsOf = (work: Work, source: XmlElement): XmlElement[] =>
  noteRefs(childrenOf(source)).flatMap((id) =>
    (work.facts.notes.get(id)?.annotates ?? []).map((selection) => ({
      ...selection,
      children: [...selection.children, refTo(id)],
    })),
  );

/** @returns the notes that a source refers to as a whole, those left out that annotate places of it */
export const notesOnWhole = (work: Work, source: XmlElement): string[] =>
  noteRefs(childrenOf(source)).filter((id) => (work.facts.notes.get(id)?.annotates.length ?? 0) === 0);
