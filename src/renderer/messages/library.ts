/** Messages of the library and of imports. */
export const library = {
  'library.title': 'Library',
  'library.tree': 'Documents by case',
  'library.counts': '{documents, number}',
  'library.words': '{words, number} words',
  'library.without': 'Without a case',
  'library.row':
    '{title}, {kind}, {words, plural, one {# word} other {# words}}, {codings, plural, one {# coding} other {# codings}}',
  'library.group': '{name}, {count, plural, one {# document} other {# documents}}',
  'library.menu': 'Library menu',
  'library.rowMenu': 'What can be done with {title}',
  'library.rename.label': 'Title of the document',
  'library.remove.title': 'Remove “{title}”?',
  'library.remove.body':
    'Its text goes from the project{passages, plural, =0 {} one {, with # passage and {codings, plural, one {# coding} other {# codings}}} other {, with # passages and {codings, plural, one {# coding} other {# codings}}}}. The file it came from stays where it is. Undo brings everything back.',
  'library.remove.confirm': 'Remove document',
  'library.empty.title': 'Add the plans you want to read',
  'library.empty.body':
    'Drop Markdown or text files here, or choose files, a folder or a manifest. They are copied into the project file.',
  'library.empty.choose': 'Choose files',
  'library.empty.folder': 'A folder',
  'command.documents.import': 'Import documents…',
  'command.documents.importFolder': 'Import a folder…',
  'command.documents.rename': 'Rename document',
  'command.documents.remove': 'Remove document…',
  'command.documents.open': 'Open document',

  'import.title': 'Import',
  'import.aside': 'Put aside',
  'import.running':
    '{total, plural, =0 {Looking at the files…} other {{finished, number} of {total, number} read}}',
  'import.reportWaits': 'Import report',
  'import.openFirst': 'Open the first',
  'import.cancelled': 'The import was cancelled. Nothing was added to the project.',
  'import.announce':
    '{imported, plural, =0 {Nothing was added} one {# document was added} other {# documents were added}}{skipped, plural, =0 {} other {, # skipped}}{failed, plural, =0 {} other {, # could not be read}}.',
  'import.words': '{words, plural, one {# word} other {# words}}',
  'import.state.waiting': 'waiting',
  'import.state.reading': 'reading…',
  'import.state.done': 'read',
  'import.state.failed': 'could not be read',
  'import.state.dropped': 'not added',
  'import.state.skipped': 'skipped',
} as const;
