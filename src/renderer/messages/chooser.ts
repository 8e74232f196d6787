/** Messages of the in-page file chooser. */
export const chooser = {
  'chooser.title.project': 'Open a project',
  'chooser.title.plans': 'Choose the plans to import',
  'chooser.title.exchange': 'Choose a project of another program',
  'chooser.title.table': 'Choose a table',
  'chooser.title.codebook': 'Choose a taxonomy file',
  'chooser.title.save': 'Choose a place',
  'chooser.title.folder': 'Choose a folder',
  'chooser.hint.plans':
    'PDF, Word, web page, Markdown, text, a folder of them, or a manifest (.json). Ctrl or Shift picks several.',
  'chooser.hint.exchange':
    'REFI-QDA (.qdpx), QualCoder (data.qda in its folder), Taguette (.sqlite3), RQDA, or codings as .jsonld, .json, .csv, .xlsx or Taguette’s .html.',
  'chooser.hint.project': 'Colligo projects (.colligo).',
  'chooser.hint.table': 'A table as .csv, or a workbook as .xlsx.',
  'chooser.hint.codebook':
    'A codebook: .json, .qdc, SKOS (.ttl, .jsonld), .csv, .xlsx, .md, .txt, or a project.',
  'chooser.places': 'Places',
  'chooser.crumbs': 'Folder',
  'chooser.up': 'Up one folder',
  'chooser.newFolder': 'New folder',
  'chooser.newFolder.name': 'Name of the new folder',
  'chooser.newFolder.make': 'Make folder',
  'chooser.entries': 'Files and folders in {folder}',
  'chooser.empty': 'This folder is empty.',
  'chooser.loading': 'Reading the folder…',
  'chooser.name': 'File name',
  'chooser.open': 'Open',
  'chooser.save': 'Save',
  'chooser.import': '{count, plural, =0 {Import} one {Import # item} other {Import # items}}',
  'chooser.importFolder': 'Import this folder',
  'chooser.useFolder': 'Use this folder',
  'chooser.replace.title': 'Replace “{name}”?',
  'chooser.replace.body':
    'There is something of this name in the folder already. Replacing it cannot be undone.',
  'chooser.replace.confirm': 'Replace',
  'chooser.bytes': '{kilobytes, number} kB',
  'chooser.megabytes': '{megabytes, number, ::.0} MB',
} as const;
