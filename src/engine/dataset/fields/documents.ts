import { count, defineTable, id, moment, SHA256, text } from './field.ts';

export const DOCUMENTS = defineTable({
  name: 'documents',
  title: 'Documents',
  about:
    'One row per document, in the order of the project. Everything in the dataset refers to the current version of a document, the one with the highest number.',
  primaryKey: ['document_id'],
  fields: [
    id('document_id', 'The document. Its text is in texts/<document_id>.txt, if texts were exported.'),
    text('short_key', 'A short name for use in scripts, unique in the project.', {
      empty: 'The document has no short name.',
    }),
    text('title', 'The title of the document.'),
    text('language', 'The language that words and sentences were found by, as a BCP 47 tag.', {
      pattern: '^[A-Za-z0-9-]+$',
    }),
    count(
      'words',
      'All words of the text, as found at import by the rules of Unicode (UAX #29) and the dictionaries of the ICU version in the column icu. The denominator of every share.',
      { unit: 'words' },
    ),
    count('characters', 'Length of the text.', { unit: 'Unicode code points' }),
    id('version_id', 'The current version.'),
    count('version', 'Number of the current version, counted from 1 within the document.', { minimum: 1 }),
    text('file_name', 'Name of the file that the version was imported from.'),
    text('media_type', 'Media type of that file.', { pattern: '^.+/.+$' }),
    text('original_sha256', 'SHA-256 of that file, in hexadecimal.', SHA256),
    text(
      'text_sha256',
      "SHA-256 of the text in UTF-8, in hexadecimal; also the hash of the document's file in texts/.",
      SHA256,
    ),
    text('extractor', 'Which reader of Colligo made the text from the file, with its version.'),
    text('icu', 'Version of the ICU library whose rules found the words.', { pattern: '^[0-9.]+$' }),
    moment('created_at', 'When the document was added to the project.'),
  ],
});
