import { count, defineTable, flag, id, moment, text } from './field.ts';

export const REVIEWS = defineTable({
  name: 'reviews',
  title: 'Reviews',
  about:
    'One row per statement of a coder to have looked for a code in a version of a document. Together with no coding this makes an absence, but only where current is true and stale is false.',
  primaryKey: ['review_id'],
  foreignKeys: [
    { field: 'document_id', table: 'documents', column: 'document_id' },
    { field: 'code_id', table: 'codes', column: 'code_id' },
    { field: 'coder_id', table: 'coders', column: 'coder_id' },
  ],
  fields: [
    id('review_id', 'The review.'),
    id('document_id', 'The document that was reviewed.'),
    id('version_id', 'The version that was reviewed.'),
    count('version', 'Number of that version.', { minimum: 1 }),
    flag('current', 'Whether that is the current version. A review of an earlier one says nothing about it.'),
    id('code_id', 'The code that was looked for.'),
    text('code_path', 'The path of the code, as in codes.csv.'),
    id('coder_id', 'The coder who looked.'),
    text('coder', 'The name of the coder, as in coders.csv.'),
    moment('created_at', 'When the review was stated.'),
    flag(
      'stale',
      'Whether the name, definition or rules of use of the code have changed since: the coder looked for something else.',
    ),
  ],
});
