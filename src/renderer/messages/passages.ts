/** Messages of the passages drawer. */
export const passages = {
  'passages.title': 'Passages',
  'passages.of': 'Passages of',
  'passages.ofCode': 'Code',
  'passages.ofDocument': 'Document',
  'passages.below': 'With codes below',
  'passages.count':
    '{name}: {passages, plural, one {# passage} other {# passages}} in {documents, plural, one {# document} other {# documents}}',
  'passages.countDocument': '{name}: {passages, plural, one {# passage} other {# passages}}',
  'passages.first': 'The first {shown, number} are listed.',
  'passages.paragraph': '¶ {number, number}',
  'passages.row': '{quote}, paragraph {number}, {codes}',
  'passages.none.noCode': 'No code is selected',
  'passages.none.noCode.body':
    'Select a code in the codebook to see every passage that carries it, in all documents.',
  'passages.none.noDocument': 'No document is open',
  'passages.none.noDocument.body': 'Open one in the library to see its passages.',
  'passages.none.code': 'No passage has {name}',
  'passages.none.code.body': 'Select words in a text, press C and choose it.',
  'passages.none.below.body': 'Passages of the codes under it are not counted here.',
  'passages.none.document': 'Nothing is coded in {name} yet',
  'passages.none.document.body': 'Select words in its text, or move to a paragraph, and press C.',
  'passages.none.widen': 'Count the codes below too',
} as const;
