/** Messages of the contents of a document: its pages in small, and its headings. */
export const contents = {
  'contents.title': 'Contents',
  'contents.toggle': 'Contents: pages and outline',
  'contents.divider': 'Width of the contents',
  'contents.tab': 'What is listed',
  'contents.tab.pages': 'Pages',
  'contents.tab.outline': 'Outline',

  'contents.page':
    '{named, select, yes {Page {label}, {number, number} of {of, number}} other {Page {number, number} of {of, number}}}{passages, plural, =0 {} one {, # coded passage} other {, # coded passages}}',
  'contents.passages': '{count, plural, one {# coded passage} other {# coded passages}}',
  'contents.notDrawn': 'Not drawn',

  'contents.heading': '{page, select, none {{text}} other {{text}, page {page}}}',
  'contents.filter': 'Filter headings',
  'contents.noMatch': 'No heading has these words.',
  'contents.loading': 'The headings are still coming…',
  'contents.noHeadings.title': 'This text has no headings',
  'contents.noHeadings.body':
    'Headings are listed here as the file marks them: styles in Word, # in Markdown, h1 to h6 in web pages, tags or large type in a PDF.',
} as const;
