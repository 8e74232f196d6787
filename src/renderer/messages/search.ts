/** Messages of the search of the project. */
export const search = {
  'search.field': 'Search the documents',
  'search.placeholder': 'Words, "a phrase", begin*',
  'search.inside': 'Inside words',
  'search.go': 'Search',
  'search.cancel': 'Cancel',
  'search.list': 'Places found',
  'search.progress':
    '{total, plural, one {# place} other {# places}} so far, {searched, number} of {documents, plural, one {# document} other {# documents}}',
  'search.found':
    '{total, plural, one {# place} other {# places}} in {documents, plural, one {# document} other {# documents}}',
  'search.foundScoped':
    '{total, plural, one {# place} other {# places}} in {documents, plural, one {# document} other {# documents}} in scope',
  'search.cancelled':
    'Cancelled: {total, plural, one {# place} other {# places}} in the first {searched, plural, one {# document} other {# documents}}',
  'search.first': 'The first {shown, number} are listed.',
  'search.group': '{title}, {count, plural, one {# place} other {# places}}',
  'search.row': '{before} {match} {after}',
  'search.none.title': '“{query}” is nowhere',
  'search.none.scoped': '“{query}” is nowhere in this scope',
  'search.none.body':
    'All words have to stand in one paragraph. A star finds beginnings: explain* finds explained and explanation.',
  'search.none.inside': 'Search inside words',
  'search.none.clear': 'Search everything',
  'search.empty.title': 'Find words in all documents',
  'search.empty.scoped': 'Find words in the documents in scope',
  'search.empty.words': 'paragraphs with both words',
  'search.empty.phrase': 'the words in this order',
  'search.empty.prefix': 'words that begin so',
  'search.empty.recent': 'Searched lately',
  'search.example.words': 'duty explain',
  'search.example.phrase': '"duty to explain"',
  'search.example.prefix': 'explain*',
  'search.failed': 'The search did not finish',
  'command.drawer.search': 'Search the documents',
} as const;
