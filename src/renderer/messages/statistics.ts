/** Messages of the views of statistics: codes by groups, documents that are alike, and codes that come with documents. */
export const statistics = {
  'statistics.crosstab': 'Codes and groups',
  'statistics.crosstab.title': 'Codes by {name}, and what would be expected',
  'statistics.crosstab.sentence':
    'Most above what would be expected is “{code}” in {group}: {count, plural, one {# passage} other {# passages}} instead of {expected, number, ::.0}. Cramér’s V is {v, number, ::.00}.',
  'statistics.crosstab.even': 'No code is commoner in a group than would be expected.',
  'statistics.crosstab.counts':
    'Numbers are passages. Shaded are those above what would be expected if codes and groups had nothing to do with each other; the deeper, the greater the adjusted residual. This describes: passages of one document are not independent, so there is no p-value for them. The table has Fisher’s exact test of cases, and after Holm’s correction for all codes tested.',
  'statistics.crosstab.leftOut':
    'Left out: {documents, plural, one {# document} other {# documents}} and {cases, plural, one {# case} other {# cases}} with no value or several.',
  'statistics.crosstab.sharing':
    '{count, plural, one {# case} other {# cases}} share documents: what one has the other has, too, and the test takes them for independent.',
  'statistics.crosstab.hint':
    '{code}, {group}: {count, plural, one {# passage} other {# passages}}, {expected, number, ::.0} expected',
  'statistics.crosstab.file': 'codes-and-groups',
  'statistics.crosstab.empty': 'There are no groups to compare',
  'statistics.crosstab.empty.body':
    'Groups are documents or cases with the same value of an attribute. Give cases or documents attributes first, or choose another attribute.',
  'statistics.attribute': 'Groups by',
  'statistics.column.group': 'Group',
  'statistics.column.expected': 'Expected',
  'statistics.column.residual': 'Adjusted residual',
  'statistics.column.present': 'Cases with it',
  'statistics.column.absent': 'Cases without',
  'statistics.column.notJudged': 'Not judged',
  'statistics.column.p': 'p (cases)',
  'statistics.column.holm': 'p after Holm',
  'statistics.similarity': 'Similarity of documents',
  'statistics.similarity.title': 'How alike documents are by their codes',
  'statistics.similarity.sentence': 'Most alike are {a} and {b}: {value, number, ::.00} of 1.',
  'statistics.similarity.few': 'Fewer than two documents have codes.',
  'statistics.similarity.counts.jaccard':
    'The codes that two documents share, of those that either has: 1 for the same codes, 0 for none in common. Codes that nobody has judged count as not there. Those that are alike stand together.',
  'statistics.similarity.counts.cosine':
    'How far two documents have their passages on the same codes, in the same proportions: 1 for equal proportions, 0 for no code in common. Those that are alike stand together.',
  'statistics.similarity.first':
    'The picture has the {count, number} documents with most codes, the table all pairs.',
  'statistics.similarity.hint': '{a} and {b}: {value, number, ::.00}',
  'statistics.similarity.listed': 'Shared codes',
  'statistics.similarity.by': 'By',
  'statistics.similarity.jaccard': 'Codes (Jaccard)',
  'statistics.similarity.cosine': 'Passages (cosine)',
  'statistics.similarity.file': 'similarity',
  'statistics.column.other': 'Other document',
  'statistics.column.likeness': 'Likeness',
  'statistics.column.open': 'Codes not judged in one',
  'statistics.saturation': 'Code saturation',
  'statistics.saturation.title': 'How many codes each document adds',
  'statistics.saturation.sentence':
    '{documents, plural, one {# document has} other {# documents have}} {codes, plural, one {# code} other {# codes}}. The last, {title}, adds {fresh, plural, =0 {none} other {#}}.',
  'statistics.saturation.nothing': 'No document has been coded yet.',
  'statistics.saturation.counts':
    'What is new depends on the order; the broken line is the mean over all orders. A flat end says that these documents bring no new codes, not that no other document would.',
  'statistics.saturation.untouched':
    'Left out: {count, plural, one {# document} other {# documents}} that nobody has coded or reviewed.',
  'statistics.saturation.hint':
    '{title}: {fresh, plural, one {# new code} other {# new codes}}, {cumulative, number} so far',
  'statistics.saturation.order': 'Order',
  'statistics.saturation.project': 'As in the library',
  'statistics.saturation.imported': 'As imported',
  'statistics.saturation.cumulative': 'Codes so far',
  'statistics.saturation.expected': 'In any order',
  'statistics.saturation.file': 'saturation',
  'statistics.column.codes': 'Codes',
  'statistics.column.fresh': 'New',
} as const;
