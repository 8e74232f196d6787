import * as z from 'zod';
import { type Citation, doiIn } from '../../contract/exports.ts';
import { keep, recall } from '../state/storage.ts';

const Draft = z.object({
  creators: z.string(),
  licence: z.string(),
  title: z.string(),
  version: z.string(),
  year: z.string(),
  doi: z.string(),
  publisher: z.string(),
  keywords: z.string(),
  description: z.string(),
});

/** How the dataset is to be cited, as it stands in the fields: creators a line each, keywords with commas between. */
export type CitationDraft = z.infer<typeof Draft>;

const EMPTY: CitationDraft = {
  creators: '',
  licence: '',
  title: '',
  version: '',
  year: '',
  doi: '',
  publisher: '',
  keywords: '',
  description: '',
};

const NOUN = 'citation';

/** @returns what was said of the project's dataset before */
export const recallCitation = (projectId: string | null): CitationDraft =>
  (projectId === null ? undefined : recall(projectId, NOUN, Draft)) ?? EMPTY;

/** Remembers it for the next export of the project. */
export function keepCitation(projectId: string | null, draft: CitationDraft): void {
  if (projectId !== null) keep(projectId, NOUN, draft);
}

/** @returns the fields that hold what cannot be understood */
export function mistakesIn({ doi, year }: CitationDraft): ('doi' | 'year')[] {
  return [
    ...(doi.trim() !== '' && doiIn(doi) === null ? (['doi'] as const) : []),
    ...(year.trim() !== '' && !/^[1-9]\d{3}$/.test(year.trim()) ? (['year'] as const) : []),
  ];
}

const pieces = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** @returns what the fields say, for the contract; undefined where they say nothing */
export function citationIn(draft: CitationDraft): Citation | undefined {
  const creators = pieces(draft.creators, /\n/);
  const keywords = pieces(draft.keywords, /[,;\n]/);
  const [licence, title, version, publisher, description] = [
    draft.licence,
    draft.title,
    draft.version,
    draft.publisher,
    draft.description,
  ].map((text) => text.trim() || undefined);
  const doi = doiIn(draft.doi) ?? undefined;
  const year = draft.year.trim() === '' ? undefined : Number(draft.year);
  const said = { licence, title, version, publisher, description, doi, year };
  if (creators.length + keywords.length === 0 && Object.values(said).every((value) => value === undefined)) {
    return undefined;
  }
  return { ...said, creators, keywords };
}
