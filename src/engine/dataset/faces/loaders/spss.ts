import { VERSION } from '../../../../contract/version.ts';
import { type Field, isFreeText, type Table } from '../../fields/field.ts';
import { FLAT_RULE, flatLoader, type Met } from './flat.ts';
import { loaderFace } from './loader.ts';
import { fitted, labelOf, legalNames, plainTitle, valuesOf } from './wording.ts';

/**
 * Words that no variable may be called, from the command syntax reference of SPSS; and the command COMMENT, which PSPP takes
 * a line for that begins with a variable of this name.
 */
const RESERVED = new Set('all and by comment eq ge gt le lt ne not or to with'.split(' '));

/** In bytes, as SPSS has them; labels are shorter than it allows, so that a line of syntax keeps below 256. */
const NAME = 64;
const LABEL = 200;
const VALUE_LABEL = 120;
const WIDEST = 32_767;

/** The tables with syntax for SPSS. */
export const SPSS = loaderFace({
  format: 'spss',
  about: 'CSV with load.sps, syntax that opens the tables labelled in SPSS and PSPP.',
  script: 'load.sps',
  rule: FLAT_RULE,
  begin: flatLoader(scriptOf),
});

function scriptOf(tables: readonly Table[], met: ReadonlyMap<string, Met>): string {
  return [
    `* Opens the tables of this dataset with their types, labels and missing values. Written by Colligo ${VERSION}.
* Make the folder that this file lies in the working directory first, for instance: CD "C:\\dataset".
* SPSS has to be in Unicode mode, as it is unless somebody changed that. Each table becomes a dataset of its name.
* DICTIONARY.md explains every table and column.
* In matrix, presence is 1, 0 or not judged, which is missing (SYSMIS) and not zero.

SET DECIMAL=DOT.
`,
    ...tables.map((table) => tableOf(table, met.get(table.name))),
  ].join('\n');
}

function tableOf(table: Table, met: Met | undefined): string {
  const { name, title, fields, primaryKey, foreignKeys } = table;
  if (!met?.rows) return `* ${plainTitle(title)}: ${name}.csv has no rows.\n`;
  const names = legalNames(
    fields.map((field) => field.name),
    { longest: NAME, reserved: RESERVED },
  );
  const columns = fields.map((field, index) => ({ field, name: names[index] ?? '' }));
  const called = (column: string) => columns.find(({ field }) => field.name === column)?.name;
  const widthOf = ({ name: column }: Field) => met.widths.get(column) ?? 1;
  const refers = foreignKeys.map((key) => `${called(key.field)} in ${key.table ?? name}`);
  const texts = columns.filter(({ field }) => isFreeText(field)).map((column) => column.name);
  const moments = columns.filter(({ field }) => field.type === 'datetime').map((column) => column.name);
  const blank = columns.filter(({ field }) => field.type === 'string' && field.empty !== undefined);
  const cut = columns.filter(({ field }) => widthOf(field) > WIDEST).map((column) => column.name);
  return [
    `* ${plainTitle(title)}. Key: ${primaryKey.map(called).join(' ')}.`,
    ...(refers.length > 0 ? [`* Refers to: ${refers.join(', ')}.`] : []),
    ...(cut.length > 0
      ? [`* SPSS holds ${WIDEST} bytes of a text at most; cut here: ${cut.join(' ')}.`]
      : []),
    `GET DATA /TYPE=TXT /FILE=${quoted(`${name}.csv`)} /ENCODING='UTF8'`,
    `  /ARRANGEMENT=DELIMITED /FIRSTCASE=2 /DELIMITERS=',' /QUALIFIER='"'`,
    '  /VARIABLES=',
    ...columns.map(({ field, name: variable }) => `    ${variable} ${formatOf(field, widthOf(field))}`),
    '  .',
    ...(texts.length > 0
      ? [
          `DO REPEAT text = ${texts.join(' ')}.`,
          `IF (SUBSTR(text, 1, 1) = "'") text = SUBSTR(text, 2).`,
          'END REPEAT.',
        ]
      : []),
    ...moments.flatMap(momentOf),
    'VARIABLE LABELS',
    ...columns.map(({ field, name: variable }) => `  ${variable} ${quoted(labelOf(field, LABEL))}`),
    '  .',
    ...columns.flatMap(({ field, name: variable }) => labelsOf(field, variable)),
    ...(blank.length > 0 ? [`MISSING VALUES ${blank.map((column) => column.name).join(' ')} ('').`] : []),
    'EXECUTE.',
    // A name of its own would go to the next table in PSPP; a copy stays in both.
    `DATASET COPY ${name}.`,
    '',
  ].join('\n');
}

/** A moment is read as text first, because the form of ISO 8601 is none that SPSS reads. */
const momentOf = (variable: string): string[] => [
  `NUMERIC ${variable}_m (DATETIME24.3).`,
  `COMPUTE ${variable}_m = DATE.DMY(NUMBER(SUBSTR(${variable}, 9, 2), F2.0),`,
  `  NUMBER(SUBSTR(${variable}, 6, 2), F2.0), NUMBER(SUBSTR(${variable}, 1, 4), F4.0))`,
  `  + 3600 * NUMBER(SUBSTR(${variable}, 12, 2), F2.0) + 60 * NUMBER(SUBSTR(${variable}, 15, 2), F2.0)`,
  `  + NUMBER(SUBSTR(${variable}, 18, 6), F6.3).`,
  'EXECUTE.',
  `DELETE VARIABLES ${variable}.`,
  `RENAME VARIABLES (${variable}_m = ${variable}).`,
];

function formatOf({ type, decimals, format }: Field, width: number): string {
  switch (type) {
    case 'integer':
      return 'F12.0';
    case 'number':
      return `F16.${decimals ?? 6}`;
    case 'boolean':
      return 'F1.0';
    case 'datetime':
      return 'A24';
    case 'string':
      return `A${format ? 36 : Math.min(width, WIDEST)}`;
  }
}

function labelsOf(field: Field, variable: string): string[] {
  const isText = field.type === 'string';
  const values: [string, string][] =
    field.type === 'boolean'
      ? [
          ['0', 'false'],
          ['1', 'true'],
        ]
      : valuesOf(field);
  if (values.length === 0) return [];
  return [
    `VALUE LABELS ${variable}`,
    ...values.map(
      ([value, meaning]) => `  ${isText ? quoted(value) : value} ${quoted(fitted(meaning, VALUE_LABEL))}`,
    ),
    '  .',
    `VARIABLE LEVEL ${variable} (NOMINAL).`,
  ];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
