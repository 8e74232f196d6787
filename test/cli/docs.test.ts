import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIXTURES, Place, projectPlace, ROOT } from './kit/place.ts';

const DOCS = join(ROOT, 'docs');
const BLOCK = /^```(sh|python|json)\n([\s\S]*?)^```$/gm;
/** A word of a shell's line: in quotes, or without spaces. */
const WORD = /"([^"]*)"|(\S+)/g;

interface Block {
  readonly language: string;
  readonly text: string;
}

const blocksOf = (page: string): Block[] =>
  [...readFileSync(join(DOCS, page), 'utf8').matchAll(BLOCK)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));

/** The commands of a block, each as the words after `npx colligo`. */
function commandsOf(block: string): string[][] {
  return block
    .trim()
    .split(/\n|&&/)
    .map((line) => {
      const words = [...line.matchAll(WORD)].map(([, quoted, plain]) => quoted ?? plain ?? '');
      expect(words.slice(0, 2), line).toEqual(['npx', 'colligo']);
      return words.slice(2);
    });
}

const hasPython = (() => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Where the blocks of a page run: one that does not make a project itself finds one. */
async function placeFor(blocks: readonly Block[]): Promise<Place> {
  const place = blocks.some(({ text }) => text.includes('npx colligo new '))
    ? new Place()
    : await projectPlace();
  cpSync(FIXTURES, place.at('plans'), { recursive: true });
  return place;
}

const PAGES = readdirSync(DOCS).filter((name) => name.endsWith('.md') && blocksOf(name).length > 0);

test('there are blocks to run', () => {
  expect(PAGES).toContain('command-line.md');
  expect(PAGES).toContain('exporting.md');
});

/** Runs the commands of a page in their order, and reads the JSON that it shows. */
async function follow(page: string): Promise<Place> {
  const blocks = blocksOf(page);
  const place = await placeFor(blocks);
  for (const { language, text } of blocks) {
    if (language === 'json') expect(JSON.parse(text)).toBeTypeOf('object');
    if (language !== 'sh') continue;
    for (const command of commandsOf(text)) {
      const { code, stdout, stderr } = await place.run(command);
      expect({ page, command: command.join(' '), code, stderr }).toMatchObject({ code: 0 });
      expect(stdout.trim(), command.join(' ')).not.toBe('');
    }
  }
  return place;
}

test.each(PAGES)('what %s tells one to type can be typed', async (page) => {
  await follow(page);
});

test('the lines of Python read the dataset that the commands before them wrote', async (context) => {
  if (!hasPython) context.skip('there is no Python here');
  const place = await follow('exporting.md');
  const lines = blocksOf('exporting.md').filter(({ language }) => language === 'python');
  expect(lines.length).toBeGreaterThan(0);
  for (const { text } of lines)
    expect(execFileSync('python3', ['-c', text], { cwd: place.folder, encoding: 'utf8' })).toMatch(
      /\d+ present, \d+ absent, \d+ not judged/,
    );
});

test('the taxonomy that the page on the codebook shows can be imported', async () => {
  const [shown] = blocksOf('codebook.md').filter(({ language }) => language === 'json');
  const place = await projectPlace();
  writeFileSync(place.at('water.json'), shown?.text ?? '');
  expect(await place.ok('codebook', 'import', 'p.colligo', 'water.json')).toContain('2 codes added');
  expect(await place.ok('codebook', 'import', 'p.colligo', 'water.json')).toContain('2 codes were there');
});
