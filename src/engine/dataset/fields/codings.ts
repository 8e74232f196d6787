import { count, defineTable, id, moment, text } from './field.ts';

const unplaced = 'The passage has no span in the current version: it was lost, or is a region of a page.';

export const CODINGS = defineTable({
  name: 'codings',
  title: 'Codings',
  about:
    'One row per coding: the judgement of one coder that one code applies to one passage. Several rows may have the same span. In the order of the documents, within a document by start and end; lost passages come last. Passages with a comment or memo only are not in the dataset.',
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
    count('page', 'The page that the passage begins on, counted from 1.', {
      empty: 'The document has no pages, or the passage was lost.',
      minimum: 1,
    }),
    text('section', 'The headings above the beginning of the passage, outermost first, joined by " / ".', {
      empty: 'No heading stands above it, or the passage has no span.',
    }),
    text('quote', 'The passage: exactly the characters of the text from start up to end.', {
      empty: unplaced,
    }),
    count('words', 'Words whose first character lies in the passage.', { unit: 'words', empty: unplaced }),
    text('anchor', 'How the passage is marked.', {
      values: { span: 'a span of the text', region: 'a rectangle on a page' },
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
