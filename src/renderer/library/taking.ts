import { create } from 'zustand';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';

/** A document whose highlights may become passages. */
export interface Marked {
  readonly id: string;
  readonly title: string;
}

interface Taking {
  /** The document that is asked about; `HighlightsDialog` draws the question. */
  readonly about: Marked | null;
  /** How many passages were made, by document, for the report of the import. */
  readonly made: ReadonlyMap<string, number>;
}

/** What is asked about highlights that came with files, and what was made of them. */
export const useTaking = create<Taking>(() => ({ about: null, made: new Map() }));

/** Asks under which code the highlights of a document shall become passages. */
export const askForHighlights = (about: Marked): void => useTaking.setState({ about });

/** Puts the question away. */
export const stopTaking = (): void => useTaking.setState({ about: null });

/**
 * Makes passages of the highlights of a document, as one step, and says of how many.
 * @param under the id of a code, or the name of one to be made
 * @returns whether it was done; where not, the problem has been shown
 */
export async function takeHighlights(
  { id, title }: Marked,
  under: { readonly code: string } | { readonly name: string },
  byColour: boolean,
): Promise<boolean> {
  const answer = await write(api.imports.takeHighlights.mutationOptions(), {
    document: id,
    under: 'code' in under ? under : { create: { name: under.name, parentId: null } },
    byColour,
  });
  if (answer === undefined) return false;
  const { made, already } = answer;
  useTaking.setState(({ made: before }) => ({ made: new Map([...before, [id, made]]) }));
  say(answer.note ?? textOf('highlights.done', { title, made, already }));
  return true;
}
