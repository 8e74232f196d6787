import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

// Keys are written in the docs as on Windows and Linux, wherever the test runs.
vi.hoisted(() =>
  Object.defineProperty(globalThis, 'navigator', {
    value: { platform: 'Linux x86_64', languages: ['en-GB'] },
    configurable: true,
  }),
);

const { formatKeys } = await import('../../src/renderer/commands/keys.ts');
const { bornKeysOf, COMMAND_GROUPS } = await import('../../src/renderer/commands/registry.ts');
const { isTopicCommand, KNOWN_COMMANDS } = await import('../../src/renderer/help/known.ts');
const { LIBRARY } = await import('../../src/renderer/help/library.ts');
const { placeOf } = await import('../../src/renderer/help/pieces.tsx');
const { KEY_TABLES, readTopic } = await import('../../src/renderer/help/read.ts');
const { TOPIC_GROUPS, TOPIC_IDS } = await import('../../src/renderer/help/topics.ts');
const { en } = await import('../../src/renderer/messages/en.ts');

const DOCS = join(import.meta.dirname, '../../docs');
const INDEX = { begin: '<!-- topics -->', end: '<!-- /topics -->' };

/** `npm run docs` writes what can be made from the program into the docs; without it they are compared. */
const UPDATES = process.env['UPDATE'] === '1';

const sourceOf = (file: string): string => readFileSync(join(DOCS, file), 'utf8');
const PAGES = readdirSync(DOCS).filter((name) => name.endsWith('.md'));

/** Puts text between two marks that stand on lines of their own. */
function between(source: string, { begin, end }: { begin: string; end: string }, text: string): string {
  const [before, rest] = source.split(`${begin}\n`);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The marks ${begin} are not there.`);
  return `${before}${begin}\n\n${text.trim()}\n\n${end}${after}`;
}

const shown = (chords: readonly string[]): string =>
  chords.map((chord) => `<kbd>${formatKeys(chord).replace(/</g, '&lt;')}</kbd>`).join(' ');

function keyTables(): string {
  return COMMAND_GROUPS.map((group) => {
    const rows = [...KNOWN_COMMANDS.values()]
      .filter((command) => command.group === group && !isTopicCommand(command.id))
      .map((command) => {
        const keys = bornKeysOf(command, 'desktop');
        const inBrowser = bornKeysOf(command, 'browser');
        const differs = keys.join() === inBrowser.join() ? '' : shown(inBrowser);
        return `| ${en[command.title]} | ${shown(keys)} | ${differs} |\n`;
      });
    return `### ${en[`command.group.${group}`]}\n\n| Command | Keys | In a browser |\n|---|---|---|\n${rows.join('')}`;
  }).join('\n');
}

function topicList(): string {
  return TOPIC_GROUPS.map(({ id, topics }) => {
    const lines = topics.map((topic) => {
      const [first = '', , lede = ''] = sourceOf(`${topic}.md`).split('\n');
      return `- [${first.replace('# ', '')}](${topic}.md): ${lede}\n`;
    });
    return `## ${en[`help.group.${id}`]}\n\n${lines.join('')}`;
  }).join('\n');
}

/** The page as it has to be: keys as they come with the commands, tables and lists as the program knows them. */
function made(file: string): string {
  let source = sourceOf(file);
  if (file === 'keyboard.md') source = between(source, KEY_TABLES, keyTables());
  if (file === 'README.md') source = between(source, INDEX, topicList());
  return source.replace(
    /<kbd data-(command|keys)="([^"]+)">[^<]*<\/kbd>/g,
    (_, kind: string, name: string) => {
      const command = KNOWN_COMMANDS.get(name);
      const chord =
        kind === 'keys' ? name : command === undefined ? undefined : bornKeysOf(command, 'desktop')[0];
      if (chord === undefined) throw new Error(`${file} names the key of ${name}, which has none.`);
      return `<kbd data-${kind}="${name}">${formatKeys(chord)}</kbd>`;
    },
  );
}

test.each(PAGES)('%s shows the keys that commands come with, and all of them', (file) => {
  const page = made(file);
  if (UPDATES) writeFileSync(join(DOCS, file), page);
  expect(sourceOf(file), 'npm run docs writes it anew').toBe(page);
});

test('no key is written by hand', () => {
  for (const file of PAGES) {
    const source = file === 'keyboard.md' ? between(sourceOf(file), KEY_TABLES, '') : sourceOf(file);
    expect(source.match(/<kbd>/g), file).toBeNull();
    const words = source.replace(/<kbd [^>]*>/g, '');
    expect(words.match(/\b(Ctrl|Alt|Shift|⌘)\s?\+\s?\w/g), file).toBeNull();
  }
});

test('every topic has a page that begins with its title and a sentence, and the palette calls it so', () => {
  expect([...LIBRARY.keys()]).toEqual(TOPIC_IDS);
  for (const [id, { title }] of LIBRARY) {
    const [first, blank, lede] = sourceOf(`${id}.md`).split('\n');
    expect(first).toBe(`# ${title}`);
    expect(blank).toBe('');
    expect(lede, id).toMatch(/^[^#!<|].*[.]$/);
    expect(en[`command.help.${id}`]).toBe(`Help: ${title}`);
  }
});

test('every page is a topic or the list of topics', () => {
  expect(PAGES.toSorted()).toEqual([...TOPIC_IDS.map((id) => `${id}.md`), 'README.md'].toSorted());
});

const LINK = /(!?)\[[^\]]*\]\(([^)\s]+)\)/g;
/** Code is no prose: brackets in it are no links. */
const prose = (source: string): string => source.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');

test('every link leads somewhere, within the help too, and every picture is there', () => {
  for (const file of PAGES) {
    for (const [, picture, url = ''] of prose(sourceOf(file)).matchAll(LINK)) {
      if (/^https:/.test(url)) continue;
      const [path = '', anchor] = url.split('#');
      const target = path === '' ? join(DOCS, file) : join(DOCS, path);
      expect(existsSync(target), `${file}: ${url}`).toBe(true);
      if (picture === '!' || file === 'README.md') continue;
      const here = TOPIC_IDS.find((id) => `${id}.md` === file);
      const to = here === undefined ? null : placeOf(url, here);
      expect(to, `${file}: ${url} leads to no topic`).not.toBeNull();
      if (to === null || anchor === undefined) continue;
      const anchors = readTopic(to.topic, sourceOf(`${to.topic}.md`)).sections.map((each) => each.anchor);
      expect(anchors, `${file}: ${url}`).toContain(anchor);
    }
  }
});

test('every picture of the docs stands in a page, and has words for whoever cannot see it', () => {
  const used = PAGES.flatMap((file) => [...sourceOf(file).matchAll(/!\[([^\]]*)\]\((images\/[^)]+)\)/g)]);
  for (const [, words = ''] of used) expect(words.length).toBeGreaterThan(20);
  const there = readdirSync(join(DOCS, 'images')).map((name) => `images/${name}`);
  expect([...new Set(used.map(([, , path]) => path))].toSorted()).toEqual(there.toSorted());
});

test('every command that can be registered is known to the help', () => {
  const files: Record<string, Record<string, unknown>> = import.meta.glob(
    ['../../src/renderer/**/*commands.ts', '../../src/renderer/commands/*.ts'],
    { eager: true },
  );
  const all = Object.values(files).flatMap((file) =>
    Object.entries(file).flatMap(([name, value]) =>
      name.endsWith('_COMMANDS') && Array.isArray(value) ? (value as { id: string }[]) : [],
    ),
  );
  expect(all.length).toBeGreaterThan(50);
  expect(all.map(({ id }) => id).filter((id) => !KNOWN_COMMANDS.has(id))).toEqual([]);
});
