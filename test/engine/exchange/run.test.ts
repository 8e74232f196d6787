import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExchangeReport } from '../../../src/contract/exchange.ts';
import { type ExchangeRequest, type RunEvent, runExchange } from '../../../src/engine/exchange/run.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { newProject, tempFolder } from '../kit/project.ts';
import { guid, qdpx, writeFile } from './refi-read-kit.ts';

const TEXT = 'The grid is the limit.\n\nHeat plans by 2030.\n';

const coded = (text = TEXT, more = '') =>
  qdpx(
    {
      sources: `<TextSource guid="${guid(40)}" name="Plan" plainTextPath="internal://plan.txt"><PlainTextSelection guid="${guid(50)}" name="grid" startPosition="4" endPosition="8"><Coding guid="${guid(51)}" creatingUser="${guid(1)}"><CodeRef targetGUID="${guid(11)}"/></Coding></PlainTextSelection></TextSource>${more}`,
    },
    { 'plan.txt': text },
  );

async function run(project: Project, request: ExchangeRequest): Promise<ExchangeReport> {
  for await (const event of runExchange(project, request)) if (event.type === 'finished') return event.report;
  throw new Error('it ended without a report');
}

const contents = (project: Project) =>
  ['blobs', 'readings', 'texts', 'blocks', 'pages'].map((table) => countRows(project.db, table));

test('a project comes in through the worker, and again changes nothing', async () => {
  const project = await newProject();
  const path = await coded();
  const report = await run(project, { path });
  expect(report).toMatchObject({
    name: 'project.qdpx',
    format: 'refi',
    came: { documents: 1, codes: 2, codings: 1 },
  });
  expect(report.step?.label).toContain('Made up');
  const after = dump(project.db);
  expect((await run(project, { path })).step).toBeNull();
  expect(dump(project.db)).toBe(after);
});

test('a project that is made of it takes its title, another keeps its own', async () => {
  const title = (project: Project) => project.db.one(sql`SELECT title FROM projects`);
  const [own, adopting] = [await newProject(), await newProject()];
  const path = await coded();
  await run(own, { path });
  await run(adopting, { path, adopt: true });
  expect([title(own), title(adopting)]).toEqual([{ title: 'Test' }, { title: 'Made up' }]);
});

describe('what fails leaves the project and its content as they were', () => {
  async function fails(request: ExchangeRequest, message: RegExp): Promise<void> {
    const project = await newProject();
    const [before, content] = [dump(project.db), contents(project)];
    await expect(run(project, request)).rejects.toThrow(message);
    expect(dump(project.db)).toBe(before);
    expect(contents(project)).toEqual(content);
  }

  test('a file that is not there, or of no form that is known', async () => {
    await fails({ path: join(tempFolder(), 'gone.qdpx') }, /not there any more/);
    await fails({ path: writeFile('x', 'project.xyz') }, /no project or list of codings/);
  });

  test('a file that only its own program reads, with the way to another', async () => {
    await fails({ path: writeFile('x', 'study.nvpx') }, /Only NVivo itself .* REFI-QDA/);
    await fails({ path: writeFile('x', 'study.mx22') }, /Only MAXQDA itself/);
  });

  test('what is no archive at all', async () => {
    await fails({ path: writeFile('no zip', 'project.qdpx') }, /./);
  });

  test('a worker that says nothing for too long is ended', async () => {
    // No reader is done within a thousandth of a second.
    await fails({ path: await coded(), limits: { silence: 1, heap: 1024 } }, /too long to read/);
  });

  test('a worker that takes too much memory is ended', async () => {
    const large = await coded('Heat plans. '.repeat(400_000));
    await fails({ path: large, limits: { silence: 60_000, heap: 1 } }, /more memory/);
  });

  test('cancelling, between two pieces or as soon as it began', async () => {
    const project = await newProject();
    const [before, content] = [dump(project.db), contents(project)];
    const path = await coded();
    const early = new AbortController();
    early.abort();
    await expect(all(project, path, early.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
    for await (const _ of runExchange(project, { path })) break;
    expect(dump(project.db)).toBe(before);
    expect(contents(project)).toEqual(content);
  });
});

async function all(project: Project, path: string, signal: AbortSignal): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of runExchange(project, { path }, signal)) events.push(event);
  return events;
}

test('the folder of a project is one project', async () => {
  const folder = join(tempFolder(), 'study.qda');
  mkdirSync(folder);
  writeFileSync(join(folder, 'data.qda'), 'not SQLite');
  expect(existsSync(folder)).toBe(true);
  const project = await newProject();
  await expect(run(project, { path: folder })).rejects.toThrow(/./);
  mkdirSync(join(folder, 'other'));
  await expect(run(project, { path: join(folder, 'other') })).rejects.toThrow(/no project of a program/);
});
