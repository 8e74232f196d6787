import type { UnitTable } from '../../../contract/exports.ts';
import { count, type Field, type ForeignKey, id, type Table, text } from '../fields/field.ts';
import type { Frame } from '../frame.ts';
import { codeColumns } from './columns.ts';
import { IDENTITY, type IdentityColumn, UNIT_WORDS } from './identity.ts';

/** The name of the table. */
export const UNITS_TABLE = 'units';

/** What a row is, and when a 0 is one. */
const ABOUT: Readonly<Record<UnitTable['unit'], string>> = {
  coding:
    'a coding whose passage has a place in the current version. A coding has a value for its own code only: it says nothing about others.',
  passage:
    'a distinct place in a document that somebody coded, in words or as a part of a page; passages with equal places are one. A code is present on a passage if a coding lies on that very place. It is 0 if a coder reviewed the document for the code as it reads now and nothing with the code touches the passage (for a part of a page: no part of the same page has it). Else it is not judged, also where the code lies on a place that only overlaps.',
  paragraph:
    'a paragraph: a block of the text of any kind (a heading, a list item and a table cell are paragraphs in this sense) but for page ends. ',
  sentence: 'a sentence as found at import; sentences never cross a paragraph. ',
  section:
    'a section: a heading with its own text up to the next heading of any level, or what stands before the first. ',
  document: 'a document. ',
  case: 'a case, or a document that belongs to none. A document in several cases counts in each. ',
};

const TOUCHING =
  'A code is present in it if a coding touches it by at least one character. It is 0 if a coder reviewed the document for the code as it reads now and no coding touches the unit. Else it is not judged: that the code was found elsewhere in the document says nothing about this unit. Parts of pages have no place in the text and do not count.';

const WHOLE =
  'A code is present if a coder applied it in one of the documents. It is 0 if one coder reviewed every document for the code as it reads now and nobody applied it. Else it is not judged.';

const RULES: Readonly<Record<UnitTable['unit'], string>> = {
  coding: '',
  passage: '',
  paragraph: TOUCHING,
  sentence: TOUCHING,
  section: TOUCHING,
  document: WHOLE,
  case: WHOLE,
};

/** What a value is. */
const VALUE: Readonly<Record<UnitTable['measure'], string>> = {
  presence: '1: present. 0: absent.',
  count:
    'Distinct places with the code; one that several coders gave it counts once, one that touches several units in each.',
  words:
    'Words of the unit that places with the code cover, each once. A word belongs to where its first character lies; parts of pages cover none.',
};

const PERSONS =
  'All coders in scope who are persons count together; a consensus does not. Codes count for themselves, without those under them; codes that the scope does not ask for are left out.';

const UNJUDGED = 'Not judged. This is not a zero.';

/** @returns the table of units as the dataset was asked for it */
export function unitTableOf(frame: Frame, { unit, shape, measure }: UnitTable): Table {
  const identity = IDENTITY[unit];
  const isOwn = unit === 'coding';
  const isWhole = unit === 'document' || unit === 'case';
  const missing = isOwn ? 'The coding is one of another code.' : UNJUDGED;
  const value = (name: string, about: string, empty: string | undefined): Field => ({
    ...count(name, about),
    ...(measure === 'presence' && { values: { 0: 'absent', 1: 'present' } }),
    ...(measure === 'words' && { unit: 'words' }),
    ...(measure === 'count' && { unit: 'places' }),
    ...(empty !== undefined && { empty }),
  });
  const columns: readonly Field[] =
    shape === 'wide'
      ? codeColumns(frame).map(({ code, name }) =>
          value(name, `The code “${code.path.replace(/\s+/gu, ' ')}”.`, missing),
        )
      : [
          id('code_id', 'The code.'),
          text('code_path', 'The path of the code, as in codes.csv.'),
          value('value', VALUE[measure], isWhole ? UNJUDGED : undefined),
        ];
  const row = shape === 'wide' ? 'row' : isOwn ? 'row' : 'row for each code';
  const holes =
    shape === 'wide' || isOwn
      ? ''
      : isWhole
        ? 'Every unit has a row for every code.'
        : 'Only what was judged has a row: a unit and code without one is missing and no zero.';
  const said = [
    `A ${row} of ${ABOUT[unit]}${RULES[unit]}`,
    holes,
    shape === 'wide' ? `A column for each code: ${VALUE[measure]}` : '',
    PERSONS,
  ];
  return {
    name: UNITS_TABLE,
    title: `Codes by ${unit}`,
    about: said.filter(Boolean).join(' '),
    fields: [...identity, UNIT_WORDS, ...columns],
    primaryKey: shape === 'wide' || isOwn ? ['unit_id'] : ['unit_id', 'code_id'],
    foreignKeys: [
      ...POINTERS.filter(({ field }) => identity.some(({ name }) => name === field)),
      ...(shape === 'long' ? [{ field: 'code_id', table: 'codes', column: 'code_id' }] : []),
    ],
  };
}

const POINTERS: readonly (ForeignKey & { readonly field: IdentityColumn })[] = [
  { field: 'case_id', table: 'cases', column: 'case_id' },
  { field: 'document_id', table: 'documents', column: 'document_id' },
  { field: 'coder_id', table: 'coders', column: 'coder_id' },
];
