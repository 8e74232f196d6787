import { VERSION } from '../../contract/version.ts';
import { citedOf, referenceTo } from './citation/cited.ts';
import { CFF, DATACITE } from './citation/files.ts';
import { PARTIAL, type WrittenFile } from './descriptor.ts';
import type { Face } from './faces/face.ts';
import { type Field, isFreeText, type Table } from './fields/field.ts';
import type { Frame } from './frame.ts';
import { LOADING } from './loading.ts';
import { IMAGE_SCALE } from './rows/images.ts';
import { naming, tablesOf } from './tables.ts';

/** The file that describes the dataset to people. */
export const DICTIONARY = 'DICTIONARY.md';

/** How the tables are written, by the ending of their files. */
const WRITING = {
  '.csv': `- **Files.** UTF-8 without a byte order mark. CSV as in RFC 4180 with LF after each row; a cell may hold line ends of its own.
- **Escaped text.** Text cells that would begin with one of the characters = + - @ TAB CR or ' begin with one ' more, so that spreadsheet programs do not run them as formulas. Remove one leading ' from a cell that has it, and the text is as it was. Columns in which this can happen are marked "text, escaped". Numbers are never escaped.
`,
  '.jsonl':
    '- **Files.** UTF-8, a JSON object a line with every column in its order. Numbers, `true` and `false` are written as such; an empty cell is `null`.\n',
  '.parquet': '- **Files.** Apache Parquet. An empty cell is a null. Text is UTF-8.\n',
};

const NAMELESS =
  '- **Coders have no names here.** They are numbered in the order of their ids in the project, whoever of them is in this dataset, and their ids are replaced. What people wrote (comments, definitions, titles) was not searched for names.\n';

const QUOTES = 'Quotes, titles and texts are words of the documents and stay under the licences of these.\n';

const RULES = `- **Empty is not zero.** An empty cell is a missing value; what it means is said for each column. A zero is always a true zero: in matrix.csv it says "reviewed and absent", never "not judged".
- **Offsets** count Unicode code points from 0; the end is the first character that no longer belongs. R and Python count the same way, JavaScript, Java and C# do not. Each quote equals that slice of the text in texts/.
- **Pages** are given twice: as printed (page_label: iv, 12, A-3), for references, and counted from 1 (page), for finding them in the file. **Parts of pages** are rectangles that were coded as such, for instance figures and maps. They have no offsets and no words; their corners are given in points (1/72 inch) from the top left corner of the page as it is shown.
- **Moments** are UTC, ISO 8601 with milliseconds. **Identities** are UUIDs in lower case: join tables by them, never by names.
- **Order and bytes.** The same project gives the same bytes, whatever the shell, time zone and language of the machine.
- **Not in here:** memos, passages without a coding, earlier versions of documents, and the history of changes.

## How to read presence, zero and empty

| presence | meaning |
|---|---|
| 1 | The coder applied the code in at least one document of the unit. |
| 0 | The coder reviewed every document of the unit for the code as it reads now, and applied it in none. |
| empty | Not judged. Treat it as missing; counting it as absent would invent data. |

A review stops counting when the document gets a new version or the code is redefined; a coding goes on counting unless its passage was lost in the new version. A case without documents is not judged.
`;

/**
 * @param face the form of the dataset
 * @param files the tables, texts and pictures that were written
 * @returns the text of DICTIONARY.md: every table and column from the same definitions as datapackage.json
 */
export function dictionaryOf(frame: Frame, face: Face, files: readonly WrittenFile[]): string {
  const { project, part, pseudonyms } = frame;
  const { tables } = face;
  const described = tablesOf(frame);
  const text = [
    `# Data dictionary: ${inline(project.title)}\n`,
    ...(project.description === '' ? [] : [`${project.description.trim().replace(/^/gm, '> ')}\n`]),
    `${face.about} Written by Colligo ${VERSION}. \`datapackage.json\` says the same for machines (Frictionless Data Package 2.0); \`sha256sum --check SHA256SUMS\` verifies every file.\n`,
    ...citationSection(frame),
    ...(part.words === null ? [] : [scopeSection(part.words)]),
    overview(described, face, files),
    `## Rules that hold for every table\n\n${tables ? WRITING[tables] : ''}${face.rule ?? ''}${pseudonyms ? NAMELESS : ''}${RULES}`,
    ...described.map((table) => describe(table, face)),
    ...(tables === '.csv' ? [LOADING] : []),
  ].join('\n');
  return tables === null ? text : naming(tables, text);
}

/** How it is cited and under which licence, as far as that was said. */
function citationSection(frame: Frame): string[] {
  const cited = citedOf(frame);
  if (!cited) return [];
  const { licence, keywords } = cited;
  const lines = [
    referenceTo(cited),
    licence &&
      `Licence: ${licence.title}${licence.url && licence.url !== licence.title ? `, ${licence.url}` : ''}`,
    keywords.length > 0 && `Keywords: ${keywords.join(', ')}`,
  ];
  const said = lines
    .filter((line) => typeof line === 'string' && line !== '')
    .map((line) => `${inline(String(line))}\n`);
  if (said.length === 0) return [];
  const files =
    cited.creators.length > 0 ? [`\`${CFF}\` and \`${DATACITE}\` say the same for machines.\n`] : [];
  return [`## Citation and licence\n\n${[...said, ...files, QUOTES].join('\n')}`];
}

function scopeSection(scope: string): string {
  return `## Scope

${PARTIAL} ${inline(scope)}

Documents, cases and their attributes, codings, reviews and coders outside of it are not in these tables; the codebook is whole. A case holds its documents in scope only. Words are counted in the whole documents. Where the scope chooses passages, presence means a coding on one of them, and a review is left out if all that its coder found for the code in that document lies outside: the cell is then empty and not zero.
`;
}

function overview(described: readonly Table[], { tables }: Face, files: readonly WrittenFile[]): string {
  const rows = described.map(({ name, title }) => {
    const whole = files.find(({ path }) => path === `${name}${tables}`);
    const parts = whole ? [whole] : files.filter(({ path }) => path.startsWith(`${name}/`));
    const count = parts.reduce((sum, file) => sum + (file.rows ?? 0), 0);
    return `| ${whole ? whole.path : `${name}/`} | ${title} | ${count} |\n`;
  });
  const texts = files.filter(({ path }) => path.startsWith('texts/')).length;
  const about =
    texts > 0
      ? `\`texts/<document_id>.txt\`: the canonical text of each document (${texts} files), as offsets count in it.\n`
      : 'The texts of the documents were left out of this dataset.\n';
  const images = files.filter(({ path }) => path.startsWith('images/')).length;
  const pictures =
    images > 0
      ? `\`images/<passage_id>.png\`: a picture of each coded part of a page (${images} files), ${IMAGE_SCALE * 72} dots an inch unless a side would then have more than 4,096.\n`
      : 'Pictures of parts of pages were left out of this dataset, or there are none.\n';
  return `## Files\n\n| file | what | rows |\n|---|---|---:|\n${rows.join('')}\n${about}\n${pictures}`;
}

function describe({ name, title, about, fields, primaryKey, foreignKeys }: Table, face: Face): string {
  const links = foreignKeys.map(
    ({ field, table, column }) => `- ${field} → ${table ? `${table}.csv` : 'this table'}, ${column}\n`,
  );
  return [
    `## ${name}.csv: ${title}\n\n${about}\n`,
    `Key: ${primaryKey.join(', ')}\n`,
    ...(links.length > 0 ? [`Refers to:\n\n${links.join('')}`] : []),
    `| column | type | unit | meaning | if empty |\n|---|---|---|---|---|\n${fields.map((field) => row(field, face)).join('')}`,
  ].join('\n');
}

function row(field: Field, { tables }: Face): string {
  const values = Object.entries(field.values ?? {}).map(([value, meaning]) => `\`${value}\`: ${meaning}`);
  const meaning = [field.about, ...(values.length > 0 ? [`${values.join('; ')}.`] : [])].join(' ');
  const cells = [
    field.name,
    typeOf(field, tables === '.csv'),
    field.unit ?? '',
    meaning,
    field.empty ?? 'never empty',
  ];
  return `| ${cells.map((cell) => cell.replace(/[|<]/g, '\\$&')).join(' | ')} |\n`;
}

function typeOf(field: Field, isCsv: boolean): string {
  if (field.format) return 'UUID';
  if (field.values) return field.type === 'string' ? 'one of' : `${field.type}, one of`;
  if (isCsv && isFreeText(field)) return 'text, escaped';
  return field.type === 'string' ? 'text' : field.type;
}

/** A title within a line of Markdown, shown as it is. */
const inline = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/g, '\\$&');
