/** Messages of the margin. */
export const margin = {
  'margin.title': 'Margin',
  'margin.comment': 'Comment: {words}',
  'margin.name': '{name}, {words, plural, one {# word} other {# words}}, by {people}',
  'margin.plain': '{name}, {words, plural, one {# word} other {# words}}',
  'margin.more': '{count, number} more',
} as const;
