import { beforeEach, expect, test, vi } from 'vitest';
import { disk, shell } from './screen.ts';

vi.mock('../../src/renderer/client/shell.ts', () => shell);
const { findHelp, placesOf, queryWords } = await import('../../src/renderer/help/find.ts');
const { goToHelp, leaveHelp, openHelp, travelHelp, useHelp } = await import(
  '../../src/renderer/help/open.ts'
);
const { anchorOf, readTopic, wordsOf } = await import('../../src/renderer/help/read.ts');
const { useSheet } = await import('../../src/renderer/state/sheet.ts');
const { loadScreen, sendScreen } = await import('../../src/renderer/state/storage.ts');

beforeEach(async () => {
  await sendScreen();
  disk.clear();
  await loadScreen(null);
  useHelp.setState({ place: null, back: [], forward: [], query: '' });
  useSheet.getState().show(null);
});

const PAGE = `# Reviewing

Say what you looked *for*.

## Stale reviews

Press <kbd data-command="reader.code">C</kbd> or <kbd data-keys="Enter">⏎</kbd>, see [zero](method-notes.md#zero).

| Word | Meaning |
|---|---|
| absent | looked for |

## Stale reviews

Ümläute count as plain letters.

<!-- keys -->

### Anywhere

| Undo | <kbd>Ctrl Z</kbd> |
|---|---|

<!-- /keys -->
`;

const topic = readTopic('reviewing', PAGE);

test('a page is read as sections, which are called as code hosts call them', () => {
  expect(topic.title).toBe('Reviewing');
  expect(topic.sections.map(({ anchor, title }) => [anchor, title])).toEqual([
    [null, 'Reviewing'],
    ['stale-reviews', 'Stale reviews'],
    ['stale-reviews-1', 'Stale reviews'],
    ['anywhere', 'Anywhere'],
  ]);
  expect(topic.sections[1]?.text).toBe('Press C or ⏎, see zero. Word Meaning absent looked for');
  expect(anchorOf('When is a zero — a “zero”?')).toBe('when-is-a-zero--a-zero');
});

test('keys become keys of commands, and the tables that the program makes itself are left out', () => {
  const keys = JSON.stringify(topic.root);
  expect(keys).toContain('{"command":"reader.code"}');
  expect(keys).toContain('{"keys":"Enter"}');
  expect(keys).not.toContain('kbd');
  expect(topic.root.children.at(-1)).toMatchObject({ type: 'html', value: '<!-- keys -->' });
  expect(wordsOf(topic.root)).not.toContain('Ctrl Z');
});

test('words are found where they begin, without regard to accents and case', () => {
  expect(queryWords('  Umlaute  plain PLAIN ')).toEqual(['umlaute', 'plain']);
  expect(placesOf('Ümläute, explain, plain', ['plain', 'uml'])).toEqual([
    [0, 3],
    [18, 23],
  ]);
  expect(placesOf('plain', ['pla', 'plain'])).toHaveLength(1);
});

test('sections with the words in their heading come first; all words have to be there', () => {
  const other = readTopic('coding', '# Coding\n\nA review is no coding.\n\n## Weights\n\nNone is stale.\n');
  const find = (typed: string) =>
    findHelp([other, topic], typed).map(({ topic: id, anchor }) => [id, anchor]);
  expect(find('stale')).toEqual([
    ['reviewing', 'stale-reviews'],
    ['reviewing', 'stale-reviews-1'],
    ['coding', 'weights'],
  ]);
  expect(find('stale absent')).toEqual([['reviewing', 'stale-reviews']]);
  expect(find('reviewing')[0]).toEqual(['reviewing', null]);
  expect(find('stale nowhere')).toEqual([]);
  expect(find('  ')).toEqual([]);
  const [found] = findHelp([topic], 'umlaute');
  expect(found?.line.slice(...(found.lineHits[0] ?? [0, 0]))).toBe('Ümläute');
});

test('one goes on and back, to where each topic was left', () => {
  openHelp();
  expect(useHelp.getState().place).toEqual({ topic: 'first-ten-minutes', anchor: null });
  goToHelp({ topic: 'coding', anchor: 'weights' }, 120);
  goToHelp({ topic: 'pages', anchor: null }, 30);
  travelHelp(-1, 7);
  expect(useHelp.getState().place).toEqual({ topic: 'coding', anchor: 'weights', scroll: 30 });
  travelHelp(-1, 30);
  expect(useHelp.getState().place).toMatchObject({ topic: 'first-ten-minutes', scroll: 120 });
  travelHelp(-1, 0);
  expect(useHelp.getState().place).toMatchObject({ topic: 'first-ten-minutes' });
  travelHelp(1, 120);
  travelHelp(1, 30);
  expect(useHelp.getState().place).toMatchObject({ topic: 'pages', scroll: 7 });
  travelHelp(-1, 7);
  goToHelp({ topic: 'exporting', anchor: null });
  expect(useHelp.getState().forward).toEqual([]);
});

test('the help opens where it was left, the next time the program runs too', async () => {
  openHelp({ topic: 'exporting', anchor: null });
  expect(useSheet.getState().sheet).toBe('help');
  leaveHelp(50);
  useHelp.setState({ query: 'zero' });
  openHelp();
  expect(useHelp.getState()).toMatchObject({ place: { topic: 'exporting', scroll: 50 }, query: 'zero' });
  openHelp({ topic: 'exporting', anchor: 'read-it' });
  expect(useHelp.getState()).toMatchObject({ place: { anchor: 'read-it' }, query: '' });
  await sendScreen();
  await loadScreen(null);
  useHelp.setState({ place: null });
  openHelp();
  expect(useHelp.getState().place).toEqual({ topic: 'exporting', anchor: null });
});
