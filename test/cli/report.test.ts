import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { type Place, projectPlace } from './kit/place.ts';

interface Written {
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly tables: number;
  readonly quotes: number;
}

let place: Place;
beforeEach(async () => {
  place = await projectPlace();
  for (const document of ['north', 'south'])
    await place.ok('code', 'p.colligo', '--document', document, '--code', 'Data', '--match', 'machine');
});

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

it('writes a report as HTML and as DOCX, the same again, and says what is in it', async () => {
  for (const name of ['out.html', 'out.docx']) {
    const first = await place.json<Written>('report', 'p.colligo', name, '--quotes', 'all');
    expect(first).toMatchObject({ name, format: name.slice(4), sha256: hash(place.at(name)) });
    const passages = await place.json<{ passages: unknown[] }>('passages', 'p.colligo', '--code', 'Data');
    expect(first.quotes).toBe(passages.passages.length);
    const again = await place.json<Written>('report', 'p.colligo', name, '--quotes', 'all');
    expect(again).toEqual(first);
  }
});

it('holds the sections and tables that were asked for, in scope', async () => {
  const asked = ['--sections', 'tables,quotes', '--columns', 'document', '--columns', 'case'];
  const said = await place.ok(
    'report',
    'p.colligo',
    'out.html',
    ...asked,
    '--document',
    'north',
    '--pseudonyms',
  );
  expect(said).toMatch(/^out\.html: 3 tables, \d+ quotes?\.\n$/);
  const page = readFileSync(place.at('out.html'), 'utf8');
  expect([...page.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id)).toEqual(['contents', 'tables', 'quotes']);
  expect(page).toContain('This report holds a part of the project only');
  expect(page).toContain('Coder 1');
});

it('refuses a name and a section that are none, and leaves nothing behind', async () => {
  const named = await place.run(['report', 'p.colligo', 'out.pdf']);
  expect(named).toMatchObject({ code: 1, stderr: expect.stringContaining('.html or .docx') });
  const section = await place.run(['report', 'p.colligo', 'out.html', '--sections', 'tables,figures']);
  expect(section).toMatchObject({ code: 2, stderr: expect.stringContaining('figures') });
  expect([place.at('out.pdf'), place.at('out.html')].map((path) => existsSync(path))).toEqual([false, false]);
});
