/** Messages of a document that is shown as its pages. */
export const pages = {
  'pages.page':
    '{named, select, yes {Page {label}, {number, number} of {of, number}} other {Page {number, number} of {of, number}}}',
  'pages.short': 'p. {label}',
  'pages.at': 'Page {label}, {number, number} of {of, number}',
  'pages.of': 'of {of, number}',
  'pages.ofLabelled': '({number, number} of {of, number})',
  'pages.field': 'Page: go to another by its number',
  'pages.failed': 'This page could not be drawn. Its words can still be read and coded as flowing text.',
  'pages.none': 'This document was not published as pages',
  'pages.notShown': 'Show the pages first',

  'pages.mode': 'Shown as',
  'pages.mode.next': 'Show as pages or as text',
  'pages.mode.pages': 'Pages',
  'pages.mode.flow': 'Text',
  'pages.mode.pages.now': 'Shown as pages',
  'pages.mode.flow.now': 'Shown as text',
  'pages.next': 'Next page',
  'pages.previous': 'Previous page',
  'pages.goTo': 'Go to page…',
  'pages.zoom.width': 'Fit the width',
  'pages.zoom.page': 'Fit the page',
  'pages.turn': 'Turn pages clockwise',
  'pages.turnBack': 'Turn pages back',
  'pages.turned': '{turn, plural, =0 {Pages upright} other {Pages turned by # degrees}}',
  'pages.paper': 'Paper',
  'pages.paper.next': 'Paper white, dim or dark',
  'pages.paper.white': 'White',
  'pages.paper.dim': 'Dim',
  'pages.paper.dark': 'Dark',

  'region.mark': 'Mark a part of the page',
  'region.marking':
    'A part of the page is marked. Arrows move it, with Shift they change its size, Enter applies a code.',
  'region.role': 'part of a page',
  'region.on': 'Part of page {label}',
  'region.keys':
    'Arrows move it, with Shift they change its size, with Alt by a point. Enter applies a code.',
  'region.noPicture': 'Part of page {label}; its picture could not be drawn',
} as const;
