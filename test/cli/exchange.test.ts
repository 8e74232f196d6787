import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ExchangeReport } from '../../src/contract/exchange.ts';
import { guid, projectXml } from '../engine/exchange/refi-read-kit.ts';
import { everythingIn } from './kit/content.ts';
import { Place } from './kit/place.ts';

const CODED = `<TextSource guid="${guid(40)}" name="Plan" plainTextPath="internal://plan.txt"><PlainTextSelection guid="${guid(50)}" name="grid" startPosition="4" endPosition="8"><Coding guid="${guid(51)}" creatingUser="${guid(1)}"><CodeRef targetGUID="${guid(11)}"/></Coding></PlainTextSelection></TextSource>`;

function placeWith(name = 'heat.qdpx'): Place {
  const place = new Place();
  const files = {
    'project.qde': strToU8(projectXml({ sources: CODED })),
    'sources/plan.txt': strToU8('The grid is the limit.'),
  };
  writeFileSync(place.at(name), zipSync(files));
  return place;
}

it('makes a project of another program’s project, beside it, and says what came', async () => {
  const place = placeWith();
  const report = await place.json<ExchangeReport & { file: string }>(
    'import',
    'heat.qdpx',
    '--coder',
    'A. Coder',
  );
  expect(report).toMatchObject({
    format: 'refi',
    title: 'Made up',
    came: { documents: 1, codes: 2, passages: 1, codings: 1 },
    file: place.at('heat.colligo'),
  });
  expect(await place.ok('check', 'heat.colligo')).toContain('1 document');
  // A second time there is a project already, which is not touched.
  const before = everythingIn(place.at('heat.colligo'));
  const again = await place.run(['import', 'heat.qdpx']);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('--to')]);
  expect(everythingIn(place.at('heat.colligo'))).toBe(before);
  await place.ok('import', 'heat.qdpx', '--to', 'other');
  expect(existsSync(place.at('other.colligo'))).toBe(true);
});

it('reads it into a project beside plans, as one step, which a second time finds nothing to do', async () => {
  const place = placeWith();
  await place.ok('new', 'p.colligo', '--coder', 'A. Coder');
  writeFileSync(place.at('north.txt'), 'Northland is small.');
  const lines = await place.ok('import', 'p.colligo', 'heat.qdpx', 'north.txt');
  expect(lines).toContain('heat.qdpx, written by Some program 1: 1 document, 2 codes');
  expect(lines).toContain('1 document imported, 0 failed, 0 left out.');
  const again = await place.json<ExchangeReport>('import', 'p.colligo', 'heat.qdpx');
  expect(again.step).toBeNull();
  expect(again.already).toMatchObject({ documents: 1, codings: 1 });
});

it('refuses a broken file in one sentence with exit code 1, and leaves nothing of it', async () => {
  const place = placeWith();
  await place.ok('new', 'p.colligo', '--coder', 'A. Coder');
  const before = everythingIn(place.at('p.colligo'));
  writeFileSync(place.at('broken.qdpx'), 'no zip at all');
  const into = await place.run(['import', 'p.colligo', 'broken.qdpx']);
  expect(into.code).toBe(1);
  expect(into.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(everythingIn(place.at('p.colligo'))).toBe(before);
  const anew = await place.run(['import', 'broken.qdpx', '--coder', 'A. Coder']);
  expect(anew.code).toBe(1);
  expect(existsSync(place.at('broken.colligo'))).toBe(false);
  expect((await place.run(['import', 'p.colligo'])).code).toBe(2);
});

it('looks for files that are missing in the folder that it is told', async () => {
  const place = new Place();
  const sources = `<TextSource guid="${guid(40)}" name="Plan" plainTextPath="absolute:///C:/gone/plan.txt"/>`;
  writeFileSync(place.at('talks.qdpx'), zipSync({ 'project.qde': strToU8(projectXml({ sources })) }));
  mkdirSync(place.at('texts'));
  writeFileSync(place.at('texts/Plan.TXT'), 'The grid is the limit.');
  const without = await place.json<ExchangeReport>('import', 'talks.qdpx', '--coder', 'A', '--to', 'one');
  expect(without.came.documents).toBe(0);
  const found = await place.json<ExchangeReport>(
    ...['import', 'talks.qdpx', '--coder', 'A', '--to', 'two', '--look-in', 'texts'],
  );
  expect(found.came.documents).toBe(1);
});
