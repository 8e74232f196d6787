import { count, defineTable, type Field, id, moment, text } from './field.ts';

const unplaced = 'The passage has no span in the current version: it was lost, or is a part of a page.';
const unlabelled = 'The document was not published as pages, or the passage was lost.';
const unpaged = 'The document has no pages, or the passage was lost.';

const corner = <const Name extends string>(name: Name, about: string): Field<Name> => ({
  name,
  type: 'number',
  about,
  unit: 'points (1/72 inch)',
  minimum: 0,
  decimals: 2,
  empty: 'The passage is not a part of a page, or was lost.',
});

export const CODINGS = defineTable({
  name: 'codings',
  title: 'Codings',
  about:
    'One row per coding: the judgement of one coder that one code applies to one passage. Several rows may have the same span. In the order of the documents, within a document by start and end; parts of pages follow, by page and from the top; lost passages come last. Passages with a comment or memo only are not in the dataset.',
  primaryKey: ['coding_id'],
  foreignKeys: [
    { field: 'document_id', table: 'documents', column: 'document_id' },
    { field: 'code_id', table: 'codes', column: 'code_id' },
    { field: 'coder_id', table: 'coders', column: 'coder_id' },
  ],
  fields: [
    id('coding_id', 'The coding.'),
    id('passage_id', 'The passage that was coded. Passages with equal spans may coexist.'),
    id('document_id', 'The document of the passage.'),
    count('start', 'Where the passage begins in texts/<document_id>.txt, counted from 0.', {
      unit: 'Unicode code points',
      empty: unplaced,
    }),
    count('end', 'Where it ends: the offset of the first character after it.', {
      unit: 'Unicode code points',
      empty: unplaced,
      minimum: 1,
    }),
    text('page_label', 'The page that the passage begins on, as it is printed: iv, 12, A-3.', {
      empty: unlabelled,
    }),
    count('page', 'The page that the passage begins on, counted from 1.', { empty: unpaged, minimum: 1 }),
    text('page_end_label', 'The page that the passage ends on, as it is printed.', { empty: unlabelled }),
    count('page_end', 'The page that the passage ends on, counted from 1.', { empty: unpaged, minimum: 1 }),
    corner('region_x0', 'The left edge of a part of a page, from the left edge of the page.'),
    corner('region_y0', 'Its upper edge, from the upper edge of the page.'),
    corner('region_x1', 'Its right edge, from the left edge of the page.'),
    corner('region_y1', 'Its lower edge, from the upper edge of the page.'),
    text('image', 'The file with a picture of the part of the page.', {
      pattern: '^images/[0-9a-f-]{36}\\.png$',
      empty: 'The passage is not a part of a page, or was lost; or pictures were left out of the dataset.',
    }),
    text('section', 'The headings above the beginning of the passage, outermost first, joined by " / ".', {
      empty: 'No heading stands above it, or the passage has no span.',
    }),
    text('quote', 'The passage: exactly the characters of the text from start up to end.', {
      empty: unplaced,
    }),
    count('words', 'Words whose first character lies in the passage.', { unit: 'words', empty: unplaced }),
    text('anchor', 'How the passage is marked.', {
      values: { span: 'a span of the text', region: 'a part of a page: a rectangle on it' },
      empty: 'The passage has never been placed in the current version; its status is lost.',
    }),
    text('status', 'How the place in the current version was found.', {
      values: {
        exact: 'where it was marked',
        moved: 'the same words at another place than in the version before',
        changed: 'its words are not the same as in the version before',
        lost: 'not found in the current version; does not count as present in matrix.csv',
      },
    }),
    id('code_id', 'The code.'),
    text('code_path', 'The path of the code, as in codes.csv.'),
    id('coder_id', 'The coder.'),
    text('coder', 'The name of the coder, as in coders.csv.'),
    count('weight', 'Weight that the coder gave the coding.', {
      unit: 'from 0 to 100',
      maximum: 100,
      empty: 'No weight was given.',
    }),
    text('comment', 'Comment on the passage; repeated for each of its codings.', {
      empty: 'Nothing was written.',
    }),
    moment('created_at', 'When the coding was made.'),
  ],
});
