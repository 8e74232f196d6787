import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CodebookFile, MergePlan } from '../../src/contract/codebook-exchange.ts';
import type { CodebookChange } from '../../src/contract/codebook-versions.ts';
import { projectPlace } from './kit/place.ts';

test('a codebook goes out, and comes back into a project of its own', async () => {
  const place = await projectPlace();
  const { codes } = await place.json<{ codes: readonly { name: string }[] }>('codebook', 'list', 'p.colligo');
  for (const form of ['qdc', 'ttl', 'xlsx']) {
    const made = await place.json<CodebookFile>('codebook', 'export', 'p.colligo', `book.${form}`);
    expect(made, form).toMatchObject({ name: `book.${form}`, codes: codes.length });
    await place.ok('new', `${form}.colligo`, '--coder', 'A. Coder');
    const dry = await place.ok('codebook', 'import', `${form}.colligo`, `book.${form}`, '--dry-run');
    expect(dry).toContain(`${codes.length} codes would be added`);
    await place.ok('codebook', 'import', `${form}.colligo`, `book.${form}`);
    const back = await place.json<{ codes: readonly { name: string }[] }>(
      'codebook',
      'list',
      `${form}.colligo`,
    );
    expect(
      back.codes.map(({ name }) => name),
      form,
    ).toEqual(codes.map(({ name }) => name));
    const again = await place.ok('codebook', 'import', `${form}.colligo`, `book.${form}`);
    expect(again).toContain('0 codes added');
  }
  expect(await place.ok('codebook', 'export', 'p.colligo', 'book.txt')).toContain('Lost in');
  for (const form of ['html', 'docx']) await place.ok('codebook', 'export', 'p.colligo', `book.${form}`);
  expect(readFileSync(place.at('book.html'), 'utf8')).toContain(codes[0]?.name ?? '');
  expect(await place.fails(1, 'codebook', 'export', 'p.colligo', 'book.pdf')).toContain(
    'does not end as a codebook',
  );
});

test("a colleague's copy is compared, tried and merged as one step; twice changes nothing", async () => {
  const place = await projectPlace();
  await place.ok('codebook', 'export', 'p.colligo', 'base.json');
  const text = readFileSync(place.at('base.json'), 'utf8');
  const book = JSON.parse(text) as { codes: { id: string; name: string; definition: string }[] };
  const [first] = book.codes;
  if (!first) throw new Error('there are no codes');
  const old = first.name;
  first.name = 'Called otherwise';
  writeFileSync(place.at('theirs.json'), JSON.stringify(book));
  const { changes } = await place.json<{ changes: CodebookChange[] }>(
    'codebook',
    'diff',
    'base.json',
    'theirs.json',
  );
  expect(changes).toMatchObject([{ kind: 'renamed', fields: [{ before: old, after: 'Called otherwise' }] }]);

  const merge = ['codebook', 'merge', 'p.colligo', 'theirs.json'];
  const { plan } = await place.json<{ plan: MergePlan }>(...merge, '--base', 'base.json', '--dry-run');
  expect(plan).toMatchObject({
    base: { kind: 'file' },
    changed: [{ field: 'name', mine: old }],
    conflicts: [],
  });
  const alone = await place.json<{ plan: MergePlan }>(...merge, '--dry-run');
  expect(alone.plan).toMatchObject({ base: { kind: 'none' }, changed: [], conflicts: [{ field: 'name' }] });
  expect(await place.ok(...merge, '--base', 'base.json')).toContain(
    'Merge the codebook “theirs.json”: 1 code changed',
  );
  expect(await place.ok('codebook', 'list', 'p.colligo')).toContain('Called otherwise');
  expect(await place.ok(...merge, '--base', 'base.json')).toContain('Nothing changed');
  await place.ok('undo', 'p.colligo');
  expect(await place.ok('codebook', 'list', 'p.colligo')).not.toContain('Called otherwise');
  expect(await place.ok(...merge)).toContain('this project was preferred');
  expect(await place.ok(...merge, '--prefer', 'theirs')).toContain('1 code changed');
});
