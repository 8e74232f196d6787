import { defineTable, id, text } from './field.ts';

export const ATTRIBUTES = defineTable({
  name: 'attributes',
  title: 'Attribute values',
  about:
    'One row per value of an attribute (a variable of documents or cases), in long format. A value that was not given has no row.',
  primaryKey: ['attribute_id', 'owner_id'],
  foreignKeys: [
    { field: 'document_id', table: 'documents', column: 'document_id' },
    { field: 'case_id', table: 'cases', column: 'case_id' },
  ],
  fields: [
    id('attribute_id', 'The attribute. Two attributes may have the same name.'),
    text('attribute', 'The name of the attribute.'),
    text('description', 'What the attribute means.', { empty: 'Nothing was written.' }),
    text('applies_to', 'What the attribute is a variable of.', {
      values: { document: 'a variable of documents', case: 'a variable of cases' },
    }),
    id('owner_id', 'The document or case that has the value.'),
    id('document_id', 'The owner again, where it is a document.', { empty: 'The owner is a case.' }),
    id('case_id', 'The owner again, where it is a case.', { empty: 'The owner is a document.' }),
    text('kind', 'What kind of value it is.', {
      values: {
        text: 'text',
        number: 'a number with a decimal point',
        boolean: 'true or false',
        choice: 'the label of one of the choices of the attribute',
        date: 'a date: 2025, 2025-07 or 2025-07-26',
      },
    }),
    text('value', 'The value. Values of the kind number are never escaped.', {
      empty: 'The value is an empty text.',
    }),
    text('date_precision', 'How exact a date is.', {
      values: { year: 'the year is known', month: 'the month is known', day: 'the day is known' },
      empty: 'The value is not a date.',
    }),
  ],
});
