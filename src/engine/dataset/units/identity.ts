import type { UnitTable } from '../../../contract/exports.ts';
import type { BLOCK_KINDS } from '../../../text/reading.ts';
import { count, type Field, id, text } from '../fields/field.ts';

/** The columns that may say which unit a row is about. */
export type IdentityColumn =
  | 'unit_id'
  | 'unit_kind'
  | 'unit'
  | 'case_id'
  | 'document_id'
  | 'passage_id'
  | 'coder_id'
  | 'coder'
  | 'number'
  | 'kind'
  | 'start'
  | 'end'
  | 'page'
  | 'section';

const DOCUMENT = id('document_id', 'The document.');

const SECTION = text(
  'section',
  'The headings above the beginning of the unit, outermost first, joined by " / ".',
  {
    empty: 'No heading stands above it, or the unit has no place in the text.',
  },
);

const PAGE = count('page', 'The page that it begins on, counted from 1.', {
  minimum: 1,
  empty: 'The document has no pages.',
});

const START = 'Where it begins in texts/<document_id>.txt, counted from 0.';
const END = 'Where it ends: the offset of the first character after it.';
const PLACES = { unit: 'Unicode code points' };

/** Of pieces of the text, which have no identity of their own. */
const numbered = (of: string): Field<IdentityColumn>[] => [
  text('unit_id', `The document and the number of the ${of} in it: another version may number otherwise.`, {
    pattern: '^[0-9a-f-]{36}:[0-9]+$',
  }),
  DOCUMENT,
  count('number', `Number of the ${of} within the document, from 1.`, { minimum: 1 }),
  count('start', START, PLACES),
  count('end', END, PLACES),
  PAGE,
  SECTION,
];

const UNPLACED = 'The unit is a part of a page.';

const KINDS: Readonly<Record<(typeof BLOCK_KINDS)[number], string>> = {
  heading: 'a heading',
  paragraph: 'a paragraph',
  list_item: 'an item of a list',
  quote: 'a quotation',
  code: 'program code',
  table_cell: 'a cell of a table',
  footnote: 'a footnote',
  page_break: 'the end of a page; has no row',
  artifact: 'a running head, a page number or the like',
};

/** What says which unit a row is about, by what the rows are. */
export const IDENTITY: Readonly<Record<UnitTable['unit'], readonly Field<IdentityColumn>[]>> = {
  coding: [
    id('unit_id', 'The coding, as in codings.csv.'),
    id('passage_id', 'The passage that was coded.'),
    DOCUMENT,
    id('coder_id', 'The coder.'),
    text('coder', 'The name of the coder, as in coders.csv.'),
  ],
  passage: [
    id('unit_id', 'The passage; where several have the same place, the one with the least id.'),
    DOCUMENT,
    count('start', START, { ...PLACES, empty: UNPLACED }),
    count('end', END, { ...PLACES, empty: UNPLACED }),
    PAGE,
    SECTION,
  ],
  paragraph: [...numbered('paragraph'), text('kind', 'What kind of paragraph it is.', { values: KINDS })],
  sentence: numbered('sentence'),
  section: numbered('section'),
  document: [
    id('unit_id', 'The document.'),
    id('document_id', 'The document again.'),
    text('unit', 'The title of the document.'),
  ],
  case: [
    text('unit_kind', 'What the row is about.', {
      values: { case: 'a case with all its documents', document: 'a document that belongs to no case' },
    }),
    id('unit_id', 'The case or document.'),
    id('case_id', 'The unit again, where it is a case.', { empty: 'The unit is a document.' }),
    id('document_id', 'The unit again, where it is a document.', { empty: 'The unit is a case.' }),
    text('unit', 'The name of the case or the title of the document.'),
  ],
};

/** How long a unit is. */
export const UNIT_WORDS = count('unit_words', 'All words of the unit.', { unit: 'words' });
