import { defineTable, id, moment, text } from './field.ts';

export const CODERS = defineTable({
  name: 'coders',
  title: 'Coders',
  about:
    'One row per coder of the project, in the order in which they joined it, or of their numbers where they have no names.',
  primaryKey: ['coder_id'],
  fields: [
    id('coder_id', 'The coder.'),
    text('name', 'The name of the coder. Two coders may have the same name.'),
    text('kind', 'What the coder is.', {
      values: {
        person: 'a person who coded',
        consensus: 'the adjudicated result of comparing coders; has no rows in matrix.csv',
      },
    }),
    moment('created_at', 'When the coder joined the project.'),
  ],
});
