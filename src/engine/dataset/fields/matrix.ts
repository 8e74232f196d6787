import { count, defineTable, id, text } from './field.ts';

const unjudged = 'Not judged.';

export const MATRIX = defineTable({
  name: 'matrix',
  title: 'Unit × code × coder',
  about:
    'One row for every case, and every document without a case, with every code and every coder who is a person; rows without a judgement included. A document in several cases counts in each. Each code counts for itself: the codes under it are not added to it. Codes that only group others have rows too, empty unless somebody applied or reviewed them.',
  primaryKey: ['unit_id', 'code_id', 'coder_id'],
  foreignKeys: [
    { field: 'case_id', table: 'cases', column: 'case_id' },
    { field: 'document_id', table: 'documents', column: 'document_id' },
    { field: 'code_id', table: 'codes', column: 'code_id' },
    { field: 'coder_id', table: 'coders', column: 'coder_id' },
  ],
  fields: [
    text('unit_kind', 'What the row is about.', {
      values: { case: 'a case with all its documents', document: 'a document that belongs to no case' },
    }),
    id('unit_id', 'The case or document.'),
    id('case_id', 'The unit again, where it is a case.', { empty: 'The unit is a document.' }),
    id('document_id', 'The unit again, where it is a document.', { empty: 'The unit is a case.' }),
    text('unit', 'The name of the case or the title of the document.'),
    id('code_id', 'The code.'),
    text('code_path', 'The path of the code, as in codes.csv.'),
    id('coder_id', 'The coder.'),
    text('coder', 'The name of the coder, as in coders.csv.'),
    {
      name: 'presence',
      type: 'integer',
      about:
        'Whether the unit has the code, according to the coder. 1: the coder applied it in a document of the unit. 0: the coder reviewed every document of the unit for the code as it reads now and applied it in none.',
      values: { 0: 'absent: reviewed and not found', 1: 'present' },
      empty:
        'Not judged: no coding, and not every document was reviewed, or the code was redefined since. This is not a zero.',
    },
    count(
      'spans',
      'Distinct places that the coder gave the code: passages with equal spans in one document count once, lost ones not at all, parts of pages each.',
      { unit: 'places', empty: unjudged },
    ),
    count(
      'words',
      'Words that those places cover. A word belongs to a place if its first character lies in it; where places overlap it counts once; parts of pages cover none.',
      { unit: 'words', empty: unjudged },
    ),
    count('denominator_words', 'All words of the current versions of the documents of the unit.', {
      unit: 'words',
    }),
    {
      name: 'share_of_words',
      type: 'number',
      about: 'words divided by denominator_words, rounded to six digits after the point.',
      unit: 'proportion from 0 to 1',
      minimum: 0,
      maximum: 1,
      decimals: 6,
      empty: 'Not judged, or the documents of the unit have no words.',
    },
  ],
});
