/** Messages of the analysis: its frame, and the pictures of codes. */
export const analyse = {
  'analyse.views': 'View',
  'analyse.view.frequencies': 'Code frequencies',
  'analyse.view.heat': 'Codes by case or document',
  'analyse.view.matrix': 'Co-occurrence: matrix',
  'analyse.view.network': 'Co-occurrence: network',
  'analyse.faces': 'Show as',
  'analyse.face.picture': 'Picture',
  'analyse.face.table': 'Table',
  'analyse.face.query': 'Query',
  'analyse.picture': '{title}. {sentence}',
  'analyse.picture.table': 'Show as table: the same numbers, row by row.',
  'analyse.export': 'Export',
  'analyse.export.svg': 'Save picture as SVG',
  'analyse.export.png': 'Save picture as PNG, {times, number}×',
  'analyse.export.copy': 'Copy table as CSV',
  'analyse.export.csv': 'Save table as CSV',
  'analyse.saved': '{name} goes to your downloads',
  'analyse.copied': 'The table was copied: {rows, plural, one {# row} other {# rows}}',
  'analyse.tooLarge':
    'This picture is too large for a PNG at {times, number}×. Choose fewer codes, or save it as SVG.',
  'analyse.noRollUp': 'This view counts each code by itself',
  'analyse.noResult': 'There is no result to take',
  'analyse.query.command':
    'On the command line this gives the same numbers. Say where the project file lies.',
  'analyse.query.procedure': 'What the engine was asked: a procedure of Colligo and its input.',
  'analyse.query.copy': 'Copy the query',
  'analyse.query.copied': 'The query was copied',
  'analyse.sorted.down': 'Sorted by {column}, the last first',
  'analyse.sorted.up': 'Sorted by {column}, the first first',
  'analyse.sorted.picture': 'Sorted as in the picture',
  'analyse.table.none': 'There are no rows.',
  'analyse.counting': 'Counting…',
  'analyse.measure': 'Count',
  'analyse.measure.passages': 'Passages',
  'analyse.measure.codings': 'Codings',
  'analyse.measure.words': 'Words',
  'analyse.measure.documents': 'Documents',
  'analyse.measure.share': 'Share of words',
  'analyse.measure.presence': 'Presence',
  'analyse.amount.passages': '{count, plural, one {# passage} other {# passages}}',
  'analyse.amount.codings': '{count, plural, one {# coding} other {# codings}}',
  'analyse.amount.words': '{count, plural, one {# word} other {# words}}',
  'analyse.amount.documents': '{count, plural, one {# document} other {# documents}}',
  'analyse.most': 'Codes',
  'analyse.most.all': 'All',
  'analyse.most.some': 'The {count, number} with most',
  'analyse.coder': 'Coder',
  'analyse.coder.all': 'All together',
  'analyse.rollUp': 'With codes below',
  'analyse.column.code': 'Code',
  'analyse.frequencies.passages':
    '{ties, plural, =0 {{code} is the commonest code} one {{code} and # other code are the commonest} other {{code} and # other codes are the commonest}}: {count, plural, one {# passage} other {# passages}} in {documents, number} of {among, plural, one {# document} other {# documents}}.',
  'analyse.frequencies.codings':
    '{ties, plural, =0 {{code} was applied most often} one {{code} and # other code were applied most often} other {{code} and # other codes were applied most often}}: {count, plural, one {once} other {# times}}, in {documents, number} of {among, plural, one {# document} other {# documents}}.',
  'analyse.frequencies.words':
    '{ties, plural, =0 {{code} covers most} one {{code} and # other code cover most} other {{code} and # other codes cover most}}: {count, plural, one {# word} other {# words}} in {documents, number} of {among, plural, one {# document} other {# documents}}.',
  'analyse.frequencies.documents':
    '{ties, plural, =0 {{code} occurs in most documents} one {{code} and # other code occur in most documents} other {{code} and # other codes occur in most documents}}: {documents, number} of {among, number}.',
  'analyse.frequencies.rarest': '{code} is the rarest, with {count, number}.',
  'analyse.frequencies.title': 'How often each code occurs',
  'analyse.frequencies.nothing': 'No code has a passage here yet.',
  'analyse.frequencies.counts.passages':
    'Passages are distinct places: one that several people coded counts once. Bars are the codes with most; the table has all of them.',
  'analyse.frequencies.counts.codings':
    'Codings are judgements: a passage that two people coded alike counts twice. Bars are the codes with most; the table has all of them.',
  'analyse.frequencies.counts.words':
    'Words that the passages of a code cover, each once, however often it was coded. Bars are the codes with most; the table has all of them.',
  'analyse.frequencies.counts.documents':
    'Documents in which a code occurs at least once. Bars are the codes with most; the table has all of them.',
  'analyse.frequencies.file': 'code-frequencies',
  'analyse.column.other': 'Other code',
  'analyse.column.case': 'Case',
  'analyse.column.document': 'Document',
  'analyse.column.judgement': 'Judgement',
  'analyse.column.times': 'Meetings',
  'analyse.column.places.a': 'Passages of the code',
  'analyse.column.places.b': 'Passages of the other',
  'analyse.heat.inOrder': 'Order of the codebook',
  'analyse.heat.counts':
    'Passages are distinct places, whoever coded them. An outlined square says that all documents of the column were reviewed for the code and none has it; a dot says that nobody has judged it. The picture has the codes with most passages; the table has all codes, without what nobody has judged.',
  'analyse.heat.file': 'codes-by-{by}',
  'analyse.near': 'Meet',
  'analyse.near.place': 'on the same place',
  'analyse.near.overlap': 'where they overlap',
  'analyse.near.paragraph': 'in the same paragraph',
  'analyse.near.section': 'in the same section',
  'analyse.near.words': 'within {within, plural, one {# word} other {# words}}',
  'analyse.least': 'At least',
  'analyse.least.times': '{count, plural, one {once} other {# times}}',
  'analyse.meetings.title.place': 'Codes on the same place',
  'analyse.meetings.title.overlap': 'Codes on the same words',
  'analyse.meetings.title.paragraph': 'Codes in the same paragraph',
  'analyse.meetings.title.section': 'Codes in the same section',
  'analyse.meetings.title.words': 'Codes within {within, plural, one {# word} other {# words}} of each other',
  'analyse.meetings.most':
    '{a} and {b} meet most often, {times, plural, one {once} other {# times}} in {documents, plural, one {# document} other {# documents}}{ties, plural, =0 {} one {, as one other pair does} other {, as # other pairs do}}.',
  'analyse.meetings.pairs':
    '{pairs, number} of {possible, plural, one {# possible pair} other {# possible pairs}} of codes meet.',
  'analyse.meetings.nothing': 'No two codes meet.',
  'analyse.meetings.hint':
    '{a} and {b}: {times, plural, one {once} other {# times}} in {documents, plural, one {# document} other {# documents}}',
  'analyse.meetings.listed.place': '{a} and {b} on the same place',
  'analyse.meetings.listed.overlap': '{a} and {b} where they overlap',
  'analyse.meetings.listed.paragraph': '{a} and {b} in the same paragraph',
  'analyse.meetings.listed.section': '{a} and {b} in the same section',
  'analyse.meetings.listed.words':
    '{a} and {b} within {within, plural, one {# word} other {# words}} of each other',
  'analyse.meetings.counts.place':
    'Codes meet where both lie on the very same place; each such place counts once.',
  'analyse.meetings.counts.overlap':
    'Codes meet where a passage of the one has words in common with a passage of the other; each two such passages count once.',
  'analyse.meetings.counts.paragraph':
    'Codes meet where a passage of the one touches the same paragraph as a passage of the other; each two such passages count once.',
  'analyse.meetings.counts.section':
    'Codes meet where a passage of the one touches the same section as a passage of the other; each two such passages count once.',
  'analyse.meetings.counts.words':
    'Codes meet where at most {within, plural, one {# word lies} other {# words lie}} between a passage of the one and a passage of the other; each two such passages count once.',
  'analyse.meetings.counts.matrix':
    'Figures in the diagonal are the passages of a code. The picture has the codes that meet most; the table has all pairs.',
  'analyse.meetings.counts.network':
    'A circle grows with the passages of its code, a line with how often two meet. The picture has the codes that meet most, and three lines a code at most, the strongest; the table has all pairs. Where a circle lies says nothing by itself.',
  'analyse.meetings.file.matrix': 'co-occurrence',
  'analyse.meetings.file.network': 'co-occurrence-network',
  'analyse.empty.documents': 'Nothing to analyse yet',
  'analyse.empty.documents.body':
    'Import documents and code them: pictures and tables of what was found appear here.',
  'analyse.empty.codes': 'No codes yet',
  'analyse.empty.codes.body':
    'Make codes in the codebook, and apply them to passages. What was found is counted here.',
  'analyse.empty.scope': 'Nothing is coded in this scope',
  'analyse.empty.scope.body': 'Every view obeys the conditions in the bar above.',
  'analyse.empty.scope.way': 'Show everything',
  'analyse.empty.codings': 'Nothing is coded here yet',
  'analyse.empty.codings.body':
    'Open a document, select words and apply a code: then there is something to count.',
  'analyse.empty.codings.way': 'Count the codings of all coders',
  'analyse.empty.cases': 'No document belongs to a case',
  'analyse.empty.cases.body':
    'A case is what you compare: a country, a city, an organisation. Say in the library which case a document belongs to, or look at documents.',
  'analyse.empty.cases.way': 'Show documents',
  'analyse.empty.meetings': 'No two codes meet',
  'analyse.empty.meetings.body':
    'As codes are asked to be near each other here, none are. Passages that overlap are nearer than those in one section.',
  'analyse.empty.meetings.way': 'Count codes in the same section',
  'analyse.empty.few': 'No two codes meet as often as that',
  'analyse.empty.few.body': 'Some meet, but fewer times than you have asked for.',
  'analyse.empty.few.way': 'Count every meeting',
  'command.analyse.face': 'Show the result as picture, table or query',
  'command.analyse.rollUp': 'Analyse with codes below, or without',
  'command.analyse.copy': 'Copy the analysis as CSV',
  'command.analyse.back': 'Back to the analysis',
} as const;
