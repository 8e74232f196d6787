import fc from 'fast-check';

/** Everything that breaks naive text code: pairs and lone halves, joined emoji, marks, right-to-left, CJK, ligatures, line ends. */
const PIECES = [
  ...['a', 'B', 'Z', '0', '.', '-', ' ', '\n', '\n\n', '\t', '\u00a0', '-\n', '\u00ad', '\u00ad\n', '\u200d'],
  ...[
    'é',
    'e\u0301',
    '\u0301',
    'ﬁ',
    'ß',
    'İ',
    'ı',
    'Σ',
    'ς',
    'ﾊﾞ',
    '한',
    '\u1112\u1161\u11ab',
    '\u0600',
    '\u0600' + '1',
  ],
  ...['👨‍👩‍👧', '👍🏽', '🇪🇺', '🇪', '𝒳', '𐐀', '漢字', '、', 'שלום', 'مرحبا', '\u202e', '\u202c'],
  ...['\ud800', '\udc00', '\udbff', '\ufffd', '\ufeff'],
];

/** Any JavaScript string, lone surrogates included. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
);

/** Any string that an importer may be given: no lone surrogates, no NUL, LF line ends. */
export const wellFormedText = anyText.map((text) =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'),
);
