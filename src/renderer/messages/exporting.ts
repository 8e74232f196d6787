/** Messages of the export of a dataset. */
export const exporting = {
  'export.title': 'Export the coded dataset',
  'export.about':
    'Tables of documents, codes, passages, codings and judgements with a dictionary and where everything came from, so that the numbers can be checked and computed again.',
  'export.extent': 'What is written',
  'export.extent.scope':
    'In scope: {documents, number} of {ofDocuments, plural, one {# document} other {# documents}}',
  'export.extent.everything': 'Everything',
  'export.format': 'Format',
  'export.format.package': 'Data package',
  'export.format.package.about':
    'The tables as CSV with the texts, a dictionary and hashes (Frictionless), for repositories and for keeping.',
  'export.format.csv': 'CSV',
  'export.format.csv.about': 'The tables alone with their dictionary, for any program.',
  'export.format.xlsx': 'Excel workbook',
  'export.format.xlsx.about': 'One .xlsx file with a sheet for each table, for spreadsheet programs.',
  'export.format.parquet': 'Parquet',
  'export.format.parquet.about':
    'Typed columns for large projects: DuckDB, Spark and BigQuery read them as they are.',
  'export.format.jsonl': 'JSON Lines',
  'export.format.jsonl.about': 'One typed object a line, for programs that stream.',
  'export.format.w3c': 'Web Annotation',
  'export.format.w3c.about': 'One .jsonld file: each coding as an annotation as the W3C defines them.',
  'export.format.spss': 'SPSS',
  'export.format.spss.about': 'CSV and load.sps, which opens the tables labelled in SPSS and PSPP.',
  'export.format.stata': 'Stata',
  'export.format.stata.about': 'CSV and load.do, which opens the tables labelled in Stata 16 and later.',
  'export.format.r': 'R',
  'export.format.r.about': 'CSV and load.R, which gives data frames with types, factors and labels.',
  'export.format.python': 'Python',
  'export.format.python.about': 'CSV and load.py, which gives typed tables, with pandas or without.',
  'export.format.qca': 'QCA',
  'export.format.qca.about':
    'Cases by conditions for fsQCA, Tosmana and R. What was not judged stays missing; calibration is left to you.',
  'export.form': 'Written as',
  'export.form.zip': 'One .zip file',
  'export.form.folder': 'Folder',
  'export.texts': 'With the texts of the documents',
  'export.texts.hint':
    'Leave them out if the texts may not be passed on; the quotes of coded passages stay in.',
  'export.images': 'With pictures of coded parts of pages',
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
