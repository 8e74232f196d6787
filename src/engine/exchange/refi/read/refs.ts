import type { XmlElement } from '../../xml/elements.ts';
import { identified } from './identities.ts';

/** @returns what a reference names; Transana says `guid` instead of `targetGUID` */
export const targetOf = ({ attributes }: XmlElement): string | null =>
  identified(attributes.get('targetGUID') ?? attributes.get('guid'));

/** @returns what the references of a name among some elements point at */
export const targetsOf = (elements: readonly XmlElement[], name: string): string[] =>
  elements
    .filter((each) => each.name === name)
    .map(targetOf)
    .filter((id) => id !== null);

/** @returns the notes that elements refer to */
export const noteRefs = (elements: readonly XmlElement[]): string[] => targetsOf(elements, 'NoteRef');
