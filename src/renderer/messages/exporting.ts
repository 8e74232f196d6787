/** Messages of the export of a dataset. */
export const exporting = {
  'export.title': 'Export the coded dataset',
  'export.about':
    'Tables of documents, codes, passages, codings and judgements with a dictionary and where everything came from, so that the numbers can be checked and computed again.',
  'export.extent': 'What is written',
  'export.extent.scope':
    'In scope: {documents, number} of {ofDocuments, plural, one {# document} other {# documents}}',
  'export.extent.everything': 'Everything',
  'export.form': 'Written as',
  'export.form.zip': 'One .zip file',
  'export.form.folder': 'Folder',
  'export.texts': 'With the texts of the documents',
  'export.texts.hint':
    'Leave them out if the texts may not be passed on; the quotes of coded passages stay in.',
  'export.choose': 'Choose a place…',
  'export.name': '{title} dataset',
  'export.writing': 'Writing the dataset…',
  'export.done': '{name} was written',
  'export.done.sum':
    '{files, plural, one {# file} other {# files}}, {kilobytes, number} kB. Nothing else on this computer was changed.',
  'export.files': 'What was written',
  'export.file': 'File',
  'export.rows': 'Rows',
  'export.size': 'Size',
  'export.bytes': '{kilobytes, number} kB',
} as const;
