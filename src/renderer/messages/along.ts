/** Messages of codes along documents, and of the portrait of a document. */
export const along = {
  'along.view': 'Codes along the document',
  'along.portrait': 'Document portrait',
  'along.document': 'Document',
  'along.document.all': 'All',
  'along.title.all': 'Where codes lie in each document',
  'along.title.one': 'Where codes lie in {title}',
  'along.sentence.all':
    '{documents, plural, =1 {In {title}, {share, number, percent} of the words are coded.} other {{title} has the largest part of its words coded, {share, number, percent}, and {least} the smallest, {leastShare, number, percent}.}}',
  'along.sentence.one':
    '{code} covers most: {share, number, percent} of the words, from {from, number, percent} to {to, number, percent} of the way through.',
  'along.nothing': 'No code lies on words here.',
  'along.counts':
    'A line is a document from its first word to its last, and a mark the words that passages of a code cover; where they overlap, they are one mark. Drawn are the codes that cover most words; the table has all of them.',
  'along.counts.parts':
    'Left out are parts of pages, which hold no words: {count, plural, one {# place of a code} other {# places of codes}}.',
  'along.counts.beyond':
    'Left out are {count, plural, one {# document} other {# documents}} beyond the first sixty: narrow the scope, or choose one.',
  'along.hint':
    '{code}, {title}: {words, plural, one {# word} other {# words}}, {from, number, percent} to {to, number, percent}',
  'along.column.from': 'From',
  'along.column.to': 'To',
  'along.column.words': 'Words',
  'along.file': 'codes-along-documents',
  'along.portrait.title': 'Portrait of {title}',
  'along.portrait.sentence':
    '{share, number, percent} of the words are coded. {code} covers most of {count, plural, one {# stretch} other {# stretches}} out of {among, number}.',
  'along.portrait.counts':
    'The words from the first to the last, in equal stretches that are read like lines. Each has the sign and the colour of the code that covers most of its words; codes that cover as many go by the order of the codebook. The table has all codes of each stretch.',
  'along.portrait.few': 'covers less than half of the stretch',
  'along.portrait.none': 'not coded',
  'along.portrait.hint': 'From {from, number, percent}: {codes}',
  'along.portrait.share': '{code} {share, number, percent}',
  'along.portrait.column.stretch': 'Stretch',
  'along.portrait.column.most': 'Covers most',
  'along.portrait.column.share': 'Share of words',
  'along.portrait.column.others': 'Other codes',
  'along.portrait.file': 'portrait',
} as const;
