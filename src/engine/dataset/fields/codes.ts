import { count, defineTable, flag, id, text } from './field.ts';

const unwritten = { empty: 'Nothing was written.' };

export const CODES = defineTable({
  name: 'codes',
  title: 'Codes',
  about: 'The codebook: one row per code, each before the codes under it.',
  primaryKey: ['code_id'],
  foreignKeys: [{ field: 'parent_id', column: 'code_id' }],
  fields: [
    id('code_id', 'The code. Two codes may have the same name, even the same path.'),
    id('parent_id', 'The code above it.', { empty: 'The code stands at the top.' }),
    count('position', 'Place in the codebook, from 1: sorting by it gives the tree.', { minimum: 1 }),
    count('level', 'How deep the code stands; 1 is the top.', { minimum: 1 }),
    text(
      'path',
      'Names from the top to the code, joined by " / ". For reading: a name may contain " / " itself, so use parent_id to walk the tree.',
    ),
    text('name', 'The name of the code.'),
    text('definition', 'What the code means.', unwritten),
    text('use_when', 'When to apply the code.', unwritten),
    text('use_not_when', 'When not to apply the code.', unwritten),
    text('example', 'An example of a passage with the code.', unwritten),
    text('colour', 'The colour of the code.', { unit: 'sRGB as #rrggbb', pattern: '^#[0-9a-f]{6}$' }),
    flag('codable', 'Whether the code can be applied; false where it only groups the codes under it.'),
  ],
});
