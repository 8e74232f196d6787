/** Messages of the margin. */
export const margin = {
  'margin.title': 'Margin',
  'margin.comment': 'Note: {words}',
  'margin.name': '{name}, {words, plural, one {# word} other {# words}}, by {people}',
  'margin.plain': '{name}, {words, plural, one {# word} other {# words}}',
  'margin.more': '+{count, number}',
  'margin.moreHere':
    '+{count, number}: show {all, plural, one {the code that begins} other {all # codes that begin}} here',
  'margin.here': 'Codes that begin here',

  'margin.above': '{count, number} above',
  'margin.below': '{count, number} below',
  'margin.goAbove': '{count, number} above: go to the nearest passage',
  'margin.goBelow': '{count, number} below: go to the nearest passage',

  'margin.choose': 'What the margin shows',
  'margin.show.codes': 'Codes',
  'margin.show.notes': 'Comments and memos',
  'margin.show.coders': 'Initials of coders',
  'margin.show.onlyBranch': 'Only the selected code and those under it',
  'margin.colour': 'Colour by',
  'margin.colour.code': 'Code',
  'margin.colour.branch': 'Head of its branch',
  'margin.colour.coder': 'Coder',
  'margin.oneCoder': 'Only one person codes here',
  'margin.noCode': 'Select a code in the codebook first',

  'margin.menu': 'Actions for {name}',
  'margin.add': 'Apply another code…',
  'margin.replace': 'Replace with…',
  'margin.remove': 'Remove this code',
  'margin.inspect': 'Show in the inspector',
  'margin.notOwn': 'Only the person who applied it can remove it',
  'margin.notOwnToReplace': 'Only the person who applied it can replace it',
  'margin.pending': 'It is being saved',
} as const;
