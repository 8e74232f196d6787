import type { CodebookFormat, CodebookLoss } from '../../../contract/codebook-exchange.ts';
import type { CodebookNode, CodeLabel } from '../../codebook/whole.ts';
import { MOST_UNITS } from '../../dataset/faces/xlsx/text.ts';
import { isHeld } from '../refi/write/xml.ts';
import { pathsOf } from './book.ts';

/** What may get lost of a code, with the sentence that says so and how to tell. */
interface Test {
  readonly field: string;
  readonly message: string;
  readonly isLost: (node: CodebookNode) => boolean;
}

const SUBJECTS = 20;

const has = (kinds: readonly CodeLabel['kind'][]) => (node: CodebookNode) =>
  node.labels.some(({ kind }) => kinds.includes(kind));

const labels = (field: string, what: string, ...kinds: CodeLabel['kind'][]): Test => ({
  field,
  message: `${what} cannot be held.`,
  isLost: has(kinds),
});

const ALIASES = labels('alias', 'Aliases', 'alias');
const NOTATION = labels('notation', 'The notation', 'notation');
const HIDDEN = labels('hidden', 'Words to find a code by', 'hidden');
const NOTES = labels('note', 'Notes', 'note');
const LANGUAGES = labels(
  'language',
  'Names, definitions and examples in other languages',
  'name',
  'definition',
  'example',
);
const CHANGES = labels('change', 'Why a code was changed', 'change');
const SEE: Test = {
  field: 'see_also',
  message: 'Links “see also” cannot be held.',
  isLost: ({ links }) => links.some(({ kind }) => kind === 'see_also'),
};
const CONFUSED: Test = {
  field: 'not_to_be_confused',
  message: 'Links “not to be confused with” cannot be held.',
  isLost: ({ links }) => links.some(({ kind }) => kind === 'not_to_be_confused'),
};
const IDENTITY: Test = {
  field: 'id',
  message: 'Identities are not written: another project knows the codes by their names alone.',
  isLost: () => true,
};
const COLOUR: Test = { field: 'colour', message: 'Colours cannot be held.', isLost: () => true };
const CODABLE: Test = {
  field: 'codable',
  message: 'That a code only groups others cannot be held.',
  isLost: ({ codable }) => !codable,
};
const field = (key: 'definition' | 'useWhen' | 'useNotWhen' | 'example', what: string): Test => ({
  field: key,
  message: `${what} cannot be held.`,
  isLost: (node) => node[key] !== '',
});
const RULES = [
  field('definition', 'Definitions'),
  field('useWhen', 'When to use a code'),
  field('useNotWhen', 'When not to use a code'),
  field('example', 'Examples'),
];
const WORDS = [ALIASES, NOTATION, HIDDEN, NOTES, LANGUAGES, CHANGES];
const LINKS = [SEE, CONFUSED];

const texts = ({ name, definition, useWhen, useNotWhen, example }: CodebookNode) => [
  name,
  definition,
  useWhen,
  useNotWhen,
  example,
];

const CONTROL: Test = {
  field: 'characters',
  message: 'Characters that XML cannot hold become U+FFFD.',
  isLost: (node) => !texts(node).every(isHeld),
};
const LINES: Test = {
  field: 'name',
  message: 'Line breaks and several spaces in a name become one space.',
  isLost: ({ name }) => name !== name.replace(/\s+/g, ' '),
};
const SPACES: Test = {
  field: 'text',
  message: 'Blank lines and spaces at the ends of texts are left out.',
  isLost: (node) => texts(node).some((text) => text !== text.trim() || /\r/.test(text)),
};

function tableTests(nodes: readonly CodebookNode[], isBook: boolean): Test[] {
  const paths = new Map([...pathsOf(nodes)].map(([id, path]) => [id, path.join(' / ')]));
  const counts = new Map<string, number>();
  for (const path of paths.values()) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [
    LANGUAGES,
    CHANGES,
    {
      field: 'language',
      message: 'The language of aliases, notes and other words cannot be held.',
      isLost: (node) => node.labels.some(({ kind, language }) => language !== '' && LISTED.includes(kind)),
    },
    {
      field: 'lines',
      message: 'An alias or note of several lines is read as several, since each stands on a line.',
      isLost: (node) =>
        node.labels.some(
          ({ kind, text }) => LISTED.includes(kind) && (/[\n\r]/.test(text) || text !== text.trim()),
        ),
    },
    {
      field: 'links',
      message: 'A link to a code that has the path of another cannot be followed.',
      isLost: (node) =>
        node.links.some(
          ({ other }) =>
            (counts.get(paths.get(other) ?? '') ?? 0) > 1 || /\s{2}|[\n\r]/.test(paths.get(other) ?? ''),
        ),
    },
    ...(isBook
      ? [
          {
            field: 'length',
            message: 'A text of more than 32,767 characters is cut, since a cell holds no more.',
            isLost: (node: CodebookNode) => texts(node).some((text) => text.length > MOST_UNITS),
          },
        ]
      : []),
  ];
}
const LISTED: readonly CodeLabel['kind'][] = ['alias', 'hidden', 'notation', 'note'];

function testsOf(format: CodebookFormat, nodes: readonly CodebookNode[]): readonly Test[] {
  switch (format) {
    case 'json':
    case 'ttl':
    case 'jsonld':
      return [];
    case 'qdc':
      return [...WORDS, ...LINKS, CONTROL];
    case 'csv':
      return tableTests(nodes, false);
    case 'xlsx':
      return tableTests(nodes, true);
    case 'txt':
      return [IDENTITY, ...RULES, COLOUR, CODABLE, ...WORDS, ...LINKS, LINES];
    case 'md':
      return [IDENTITY, COLOUR, ...WORDS.map(readOnly), ...LINKS, LINES, SPACES];
    case 'html':
    case 'docx':
      return [
        {
          field: 'all',
          message: 'This form is for people: no program reads the codebook back from it.',
          isLost: () => true,
        },
      ];
  }
}

/** Aliases and notations are there to be read in Markdown, and nowhere to be told apart. */
const readOnly = (test: Test): Test =>
  test === ALIASES || test === NOTATION
    ? {
        ...test,
        message: test.message.replace('cannot be held', 'can be read by people, and are not read back'),
      }
    : test;

/** @returns what of a codebook a form cannot hold, a line for each field that any code loses; empty where it is held exactly */
export function lossesOf(format: CodebookFormat, nodes: readonly CodebookNode[]): CodebookLoss[] {
  return testsOf(format, nodes).flatMap(({ field, message, isLost }) => {
    const lost = nodes.filter(isLost);
    if (lost.length === 0) return [];
    return [
      { field, message, codes: lost.length, subjects: lost.slice(0, SUBJECTS).map(({ name }) => name) },
    ];
  });
}
