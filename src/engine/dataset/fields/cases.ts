import { defineTable, id, moment, text } from './field.ts';

export const CASES = defineTable({
  name: 'cases',
  title: 'Cases',
  about:
    'One row per case (a unit of comparison: a jurisdiction, an organisation), in the order of the project.',
  primaryKey: ['case_id'],
  fields: [
    id('case_id', 'The case.'),
    text('name', 'The name of the case.'),
    text('description', 'What the case is.', { empty: 'Nothing was written.' }),
    moment('created_at', 'When the case was added to the project.'),
  ],
});

export const CASE_DOCUMENTS = defineTable({
  name: 'case_documents',
  title: 'Documents of cases',
  about:
    'One row per document of a case. A case may have several documents or none, a document may belong to several cases or to none.',
  primaryKey: ['case_id', 'document_id'],
  foreignKeys: [
    { field: 'case_id', table: 'cases', column: 'case_id' },
    { field: 'document_id', table: 'documents', column: 'document_id' },
  ],
  fields: [id('case_id', 'The case.'), id('document_id', 'A document of the case.')],
});
