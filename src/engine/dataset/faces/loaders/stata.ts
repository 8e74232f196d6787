import { VERSION } from '../../../../contract/version.ts';
import { type Field, isFreeText, type Table } from '../../fields/field.ts';
import { FLAT_RULE, flatLoader, type Met } from './flat.ts';
import { loaderFace } from './loader.ts';
import { labelOf, legalNames, plainTitle, valuesOf } from './wording.ts';

/** Words that no variable may be called ([U] 11.3 of the manual). */
const RESERVED = new Set(
  '_all _b byte _coef _cons double float if in int long _n _pi _pred _rc _skip str strl using with'.split(
    ' ',
  ),
);

/** In bytes, as Stata has them; names leave room for the ending of what is made on the way. */
const NAME = 30;
const LABEL = 80;

/** The tables with a do-file for Stata. */
export const STATA = loaderFace({
  format: 'stata',
  about: 'CSV with load.do, which opens the tables labelled as frames in Stata 16 and later.',
  script: 'load.do',
  rule: FLAT_RULE,
  begin: flatLoader(scriptOf),
});

function scriptOf(tables: readonly Table[], met: ReadonlyMap<string, Met>): string {
  return [
    `* Opens the tables of this dataset with their types, labels and missing values. Written by Colligo ${VERSION}.
* Make the folder that this file lies in the working directory first (cd), then: do load.do
* Each table becomes a frame of its name. DICTIONARY.md explains every table and column.
* In matrix, presence is 1, 0 or not judged, which is missing (.) and not zero.

version 16
`,
    ...tables.map((table) => tableOf(table, met.get(table.name))),
  ].join('\n');
}

function tableOf({ name, title, fields, primaryKey, foreignKeys }: Table, met: Met | undefined): string {
  if (!met?.rows) return `* ${plainTitle(title)}: ${name}.csv has no rows.\n`;
  const names = legalNames(
    fields.map((field) => field.name),
    { longest: NAME, reserved: RESERVED },
  );
  const columns = fields.map((field, index) => ({ field, name: names[index] ?? '' }));
  const called = (column: string) => columns.find(({ field }) => field.name === column)?.name;
  const refers = foreignKeys.map((key) => `${called(key.field)} in ${key.table ?? name}`);
  const texts = columns.filter(({ field }) => isFreeText(field)).map((column) => column.name);
  const numbers = columns.filter(({ field }) => ['integer', 'number', 'boolean'].includes(field.type));
  return [
    `* ${plainTitle(title)}. Key: ${primaryKey.map(called).join(' ')}.`,
    ...(refers.length > 0 ? [`* Refers to: ${refers.join(', ')}.`] : []),
    `capture frame drop ${name}`,
    `frame create ${name}`,
    `frame change ${name}`,
    `import delimited ${names.join(' ')} using ${quoted(`${name}.csv`)}, ///`,
    '  delimiters(",") varnames(nonames) rowrange(2) case(preserve) ///',
    '  encoding("UTF-8") bindquotes(strict) maxquotedrows(unlimited) stringcols(_all) clear',
    ...(numbers.length > 0 ? [`destring ${numbers.map((column) => column.name).join(' ')}, replace`] : []),
    ...(texts.length > 0
      ? [
          `foreach text of varlist ${texts.join(' ')} {`,
          "  replace `text' = substr(`text', 2, .) if substr(`text', 1, 1) == char(39)",
          '}',
        ]
      : []),
    ...columns.flatMap(({ field, name: variable }) => [
      ...typed(field, variable),
      `label variable ${variable} ${quoted(labelOf(field, LABEL))}`,
    ]),
    `label data ${quoted(plainTitle(title))}`,
    '',
  ].join('\n');
}

/** What makes a column of text one of moments or of labelled numbers, and gives labels to numbers. */
function typed(field: Field, variable: string): string[] {
  if (field.type === 'datetime') {
    const text = `subinstr(substr(${variable}, 1, 23), "T", " ", 1)`;
    return [
      `generate double ${variable}_m = clock(${text}, "YMDhms")`,
      `format ${variable}_m %tcCCYY-NN-DD_HH:MM:SS`,
      ...instead(variable),
    ];
  }
  const define = (labels: readonly (readonly [number | string, string])[]) =>
    `label define ${variable} ${labels.map(([value, label]) => `${value} ${quoted(label)}`).join(' ')}, replace`;
  const values = valuesOf(field);
  if (field.type === 'boolean') {
    return [
      define([
        [0, 'false'],
        [1, 'true'],
      ]),
      `label values ${variable} ${variable}`,
    ];
  }
  if (values.length === 0) return [];
  if (field.type === 'integer') return [define(values), `label values ${variable} ${variable}`];
  return [
    define(values.map(([value], index) => [index + 1, value])),
    `generate byte ${variable}_m = .`,
    ...values.map(
      ([value], index) => `replace ${variable}_m = ${index + 1} if ${variable} == ${quoted(value)}`,
    ),
    `label values ${variable}_m ${variable}`,
    ...instead(variable),
  ];
}

/** Puts what was made of a column in its place. */
const instead = (variable: string): string[] => [
  `order ${variable}_m, after(${variable})`,
  `drop ${variable}`,
  `rename ${variable}_m ${variable}`,
];

/** Quotation marks and the signs of macros mean something to Stata within a text. */
const quoted = (text: string): string => `"${text.replace(/["`]/g, "'").replaceAll('$', '')}"`;
