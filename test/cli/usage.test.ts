import { describe, expect, it } from 'vitest';
import { Place, projectPlace } from './kit/place.ts';

const COMMANDS = [
  'new',
  'import',
  'codebook import',
  'codebook list',
  'code',
  'passages',
  'review',
  'attributes',
  'attributes import',
  'table',
  'words',
  'kwic',
  'analyse crosstab',
  'analyse similarity',
  'analyse saturation',
  'export',
  'undo',
  'redo',
  'history',
  'check',
  'open',
];

describe('help', () => {
  it.each(COMMANDS)('colligo %s --help explains the command and each of its options', async (command) => {
    const place = new Place();
    const help = await place.ok(...command.split(' '), '--help');
    expect(help).toContain(`Usage: colligo ${command}`);
    // A line for every option, with a word of explanation behind it.
    const options = help.split('\n').filter((line) => /^ {2}-/.test(line));
    expect(options.length).toBeGreaterThan(0);
    for (const line of options)
      expect(line).toMatch(/^ {2}(-\w, )?--[\w-]+( [<[].*[>\]])? {2,}\S+|^ {2}--\S+ <[^>]*>$/);
    if (command !== 'open') expect(help).toContain('--json');
  });

  it('lists every command', async () => {
    const help = await new Place().ok('--help');
    for (const command of COMMANDS) expect(help).toContain(`\n  ${command.split(' ')[0]} `);
  });

  it('colligo --version prints the version alone', async () => {
    expect(await new Place().ok('--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

const code = (...more: string[]) => ['code', 'p.colligo', '--document', 'north', '--code', 'Data', ...more];

const MISUNDERSTOOD: Record<string, string[]> = {
  'no command': [],
  'an unknown command': ['bogus'],
  'an unknown option': ['check', 'p.colligo', '--bogus'],
  'a missing project': ['check'],
  'one argument too many': ['check', 'p.colligo', 'q.colligo'],
  'a missing file to import': ['import', 'p.colligo'],
  'a missing document': ['code', 'p.colligo', '--code', 'Data', '--match', 'x'],
  'a missing code': ['code', 'p.colligo', '--document', 'north', '--match', 'x'],
  'neither words nor a span': code(),
  'a start without an end': code('--start', '1'),
  'an unknown unit': code('--match', 'x', '--unit', 'page'),
  'a weight beyond 100': code('--match', 'x', '--weight', '101'),
  'a weight that is no number': code('--match', 'x', '--weight', 'much'),
  'an offset that is no whole number': code('--start', '1.5', '--end', '2'),
  'a review of nothing': ['review', 'p.colligo', '--document', 'north'],
  'a review of everything and of a code': [
    'review',
    'p.colligo',
    '--document',
    'north',
    '--all',
    '--code',
    'Data',
  ],
  'an export without a target': ['export', 'p.colligo'],
  'a history of nothing': ['history', 'p.colligo', '--limit', '0'],
  'a codebook without a verb': ['codebook'],
  'statistics without a verb': ['analyse'],
  'a crosstab without an attribute': ['analyse', 'crosstab', 'p.colligo'],
  'a taxonomy from nowhere': ['codebook', 'import', 'p.colligo'],
  'a taxonomy from two places': [
    'codebook',
    'import',
    'p.colligo',
    'codes.json',
    '--ready',
    'ai-action-plans',
  ],
  'an unknown verb of the codebook': ['codebook', 'burn', 'p.colligo'],
};

it('ends with exit code 2 where it is not understood, and nothing happens', async () => {
  const place = await projectPlace();
  const before = await place.ok('history', 'p.colligo', '--json');
  for (const [what, args] of Object.entries(MISUNDERSTOOD)) {
    const said = await place.fails(2, ...args);
    expect(said, what).toMatch(/--help|^Usage: colligo|^error: /);
  }
  expect(await place.ok('history', 'p.colligo', '--json')).toBe(before);
});

it('is told where words and a span are both given', async () => {
  const place = await projectPlace();
  const said = await place.fails(2, ...code('--match', 'x', '--start', '0', '--end', '1'));
  expect(said).toContain('either --match, or --start and --end');
});
