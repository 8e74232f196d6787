import { VERSION } from '../../contract/version.ts';
import { SCHEMA_VERSION } from '../store/format.ts';
import { type Cited, citedOf } from './citation/cited.ts';
import type { Face } from './faces/face.ts';
import { type Field, isFreeText, type Table } from './fields/field.ts';
import type { Frame } from './frame.ts';
import { naming, tablesOf } from './tables.ts';

/** The file that describes the dataset to machines. */
export const DESCRIPTOR = 'datapackage.json';

/** Layout of the dataset; goes up when a file or column changes its meaning or goes away. */
const DATASET_FORMAT = 1;

/** Frictionless Data Package 2.0, https://datapackage.org/standard/data-package/. */
const PROFILE = 'https://datapackage.org/profiles/2.0';

/** A file that was written, with what it is. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of a table: how many rows it has, the header not counted. */
  readonly rows: number | null;
  /** Of a text or picture: the title of its document. */
  readonly title?: string;
}

const ESCAPE =
  "Text cells that would begin with = + - @ TAB CR or ' begin with one ' more, so that spreadsheets do not run them as formulas: remove one leading ' after reading.";

const ABOUT = `A coded dataset of qualitative research, written by Colligo ${VERSION}.`;

const RULES =
  'Offsets count Unicode code points from 0, ends are exclusive. An empty cell is a missing value and never a zero.';

const EXPLAINED = 'DICTIONARY.md explains every table and column.';

/** Stands before the scope of a dataset that does not hold the whole project. */
export const PARTIAL = 'This dataset holds a part of the project.';

/**
 * @param face the form of the dataset
 * @param files the tables, texts and pictures that were written, and what else the face holds
 * @returns the text of datapackage.json
 */
export function descriptorOf(frame: Frame, face: Face, files: readonly WrittenFile[]): string {
  const { project, part, images, pseudonyms, citation, units } = frame;
  const cited = citedOf(frame);
  const tables = tablesOf(frame);
  const descriptor = {
    $schema: `${PROFILE}/datapackage.json`,
    name: nameOf(project.title),
    title: cited?.title ?? project.title,
    ...(cited && citedAs(cited)),
    description: [
      cited?.description ?? project.description,
      part.words && `${PARTIAL} ${part.words}`,
      aboutOf(face),
    ]
      .filter(Boolean)
      .join('\n\n'),
    colligo: {
      version: VERSION,
      dataset: DATASET_FORMAT,
      schema: SCHEMA_VERSION,
      project: project.id,
      format: face.format,
      ...(images && { images }),
      ...(pseudonyms && { pseudonyms }),
      ...(units && { units }),
      ...(citation && { citation }),
      ...(part.scope !== null && { scope: part.words, filter: part.scope }),
    },
    resources: files.map((file) => resourceOf(file, face, tables)),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** What the standard has places for; the dataset's own part has it as it was said. */
function citedAs({ creators, licence, version, doi, keywords }: Cited) {
  return {
    ...(doi !== null && { id: `https://doi.org/${doi}` }),
    ...(version !== null && { version }),
    ...(licence && {
      licenses: [
        {
          ...(licence.spdx !== null && { name: licence.spdx }),
          ...(licence.url !== null && { path: licence.url }),
          // One of the two has to be there; SPDX begins names like this that are in no list.
          ...(licence.spdx === null && licence.url === null && { name: 'LicenseRef-other' }),
          title: licence.title,
        },
      ],
    }),
    ...(creators.length > 0 && {
      contributors: creators.map(({ name, person, orcid }) => ({
        title: name,
        ...(person && { givenName: person.given, familyName: person.family }),
        ...(orcid !== null && { path: `https://orcid.org/${orcid}` }),
        roles: ['creator'],
      })),
    }),
    ...(keywords.length > 0 && { keywords }),
  };
}

/**
 * @param text of a datapackage.json
 * @returns the tables, texts and pictures that it lists; null where no version of Colligo wrote it
 */
export function pathsIn(text: string): Set<string> | null {
  try {
    const { colligo, resources } = JSON.parse(text) as {
      colligo?: { dataset?: unknown };
      resources: { path: string }[];
    };
    return typeof colligo?.dataset === 'number' ? new Set(resources.map(({ path }) => path)) : null;
  } catch {
    return null;
  }
}

function aboutOf({ tables }: Face): string {
  if (tables === null) return `${ABOUT} README.md explains the files.`;
  return [ABOUT, RULES, ...(tables === '.csv' ? [ESCAPE] : []), EXPLAINED].join(' ');
}

/** The media types of files that a face may hold, by the ending of their names. */
const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
  png: 'image/png',
  txt: 'text/plain',
  md: 'text/markdown',
  py: 'text/x-python',
  json: 'application/json',
  cff: 'application/yaml',
};

/** Files that are no text, so that they have no encoding. */
const BINARY: ReadonlySet<string> = new Set(['png', 'parquet']);

function resourceOf(
  { path, bytes, sha256, title }: WrittenFile,
  { tables: ending }: Face,
  tables: readonly Table[],
) {
  const format = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const facts = {
    format,
    mediatype: MEDIA[format] ?? 'text/plain',
    ...(!BINARY.has(format) && { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${sha256}`,
  };
  const table = tables.find(({ name }) => path === `${name}${ending}`);
  if (!table) return { name: resourceName(path), path, ...(title !== undefined && { title }), ...facts };
  return {
    name: table.name,
    path,
    type: 'table',
    title: table.title,
    description: naming(`.${format}`, table.about),
    ...facts,
    ...(format === 'csv' && {
      dialect: { $schema: `${PROFILE}/tabledialect.json`, lineTerminator: '\n' },
    }),
    schema: schemaOf(table, format),
  };
}

/** A name of the letters that names of resources may have, told apart by the path that it is made of. */
function resourceName(path: string): string {
  return path
    .replace(/^(text|image)s\/(.+)\.(txt|png)$/, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-');
}

function schemaOf({ fields, primaryKey, foreignKeys }: Table, format: string) {
  return {
    $schema: `${PROFILE}/tableschema.json`,
    fields: fields.map((field) => fieldOf(field, format)),
    missingValues: format === 'csv' ? [''] : [],
    primaryKey,
    ...(foreignKeys.length > 0 && {
      foreignKeys: foreignKeys.map(({ field, table, column }) => ({
        fields: [field],
        // Version 2.0: no resource is named where a table refers to itself.
        reference: { ...(table && { resource: table }), fields: [column] },
      })),
    }),
  };
}

function fieldOf(field: Field, file: string) {
  const { name, type, format, about, unit, empty, values, pattern, minimum, maximum } = field;
  const sentences = [
    about,
    unit && `Unit: ${unit}.`,
    empty && `Empty: ${empty}`,
    file === 'csv' && isFreeText(field) && "May be escaped by a leading apostrophe (').",
  ];
  const listed = Object.entries(values ?? {}).map(([value, label]) => ({
    value: type === 'integer' ? Number(value) : value,
    label,
  }));
  return {
    name,
    type,
    ...(format && { format }),
    description: naming(`.${file}`, sentences.filter(Boolean).join(' ')),
    ...(values && { categories: listed }),
    constraints: {
      required: empty === undefined,
      ...(values && { enum: listed.map(({ value }) => value) }),
      ...(pattern && { pattern }),
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
    },
  };
}

/** @returns the title as a name for addresses: ASCII letters, digits and hyphens */
function nameOf(title: string): string {
  const plain = title.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const name = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'colligo-dataset' : name;
}
