/** Messages of the reader. */
export const reader = {
  'reader.code': 'Apply a code',
  'reader.removeCodes': 'Remove codes',
  'reader.comment': 'Write a comment',
  'reader.nextParagraph': 'Next paragraph',
  'reader.previousParagraph': 'Previous paragraph',
  'reader.extendDown': 'Take the next paragraph too',
  'reader.extendUp': 'Take the previous paragraph too',
  'reader.takeAll': 'Take the whole text',
  'reader.nextPassage': 'Next passage',
  'reader.previousPassage': 'Previous passage',
  'reader.clear': 'Clear the selection',

  'reader.noTarget': 'Select words or a paragraph first',
  'reader.noPassage': 'Select a passage first',
  'reader.nothingToRemove': 'You have applied no code here',
  'reader.nothingSelected': 'Nothing is selected',
  'reader.noNextPassage': 'No passage follows',
  'reader.noPreviousPassage': 'No passage comes before',
  'reader.passageOf': 'Passage {number} of {total}, paragraph {paragraph}',
  'reader.paragraphs': '{count, plural, one {# paragraph} other {# paragraphs}} taken together',

  'reader.pageBreak': 'Page break',
  'reader.codesOn': '{count, plural, one {# code} other {# codes}}: {names}',
  'reader.loading': 'Reading the text…',
  'reader.size':
    '{words, plural, one {# word} other {# words}}, {paragraphs, plural, one {# paragraph} other {# paragraphs}}',
  'reader.empty.title': 'Open a plan to read it',
  'reader.empty.body':
    'Choose one in the library. Select words in it, or move to a paragraph with J and K, and press C to apply a code.',
  'reader.empty.none':
    'This project has no plans yet. Import some in the library, then read and code them here.',
  'reader.blank.title': 'There is no text in this document',
  'reader.blank.body': 'The file was read, and nothing in it was text.',
} as const;
