import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import {
  CODINGS_ENDINGS,
  type ExchangeEvent,
  type ExchangeFormat,
  type ExchangeReport,
  isForeignProject,
} from '../contract/exchange.ts';
import { isProjectFolder, recognise } from '../engine/exchange/recognise.ts';
import { counted } from '../engine/find.ts';
import { terminalBar } from './bar.ts';
import { type CommonOptions, type OpenTools, withEngine, withProject } from './program.ts';
import { usage } from './usage.ts';

/** How another program's project is read. */
export interface ExchangeOptions extends CommonOptions {
  readonly format?: ExchangeFormat;
  readonly language?: string;
  readonly elsewhere?: boolean;
  /** A folder to look in for files that the project names. */
  readonly lookIn?: string;
  /** Where a new project goes. */
  readonly to?: string;
}

/** @returns whether a path is a whole project of another program, by its name or, of a folder, by what lies in it */
export async function isForeign(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => null);
  if (facts?.isDirectory()) return isProjectFolder(path);
  return isForeignProject(path);
}

/** @returns whether a path holds codings of texts that the project has; a .json file is a manifest unless it begins otherwise */
export async function holdsCodings(path: string): Promise<boolean> {
  if (!CODINGS_ENDINGS.includes(extname(path).toLowerCase())) return false;
  return recognise(path).then(
    () => true,
    () => false,
  );
}

/** Reads one project or list of codings into the open project. */
export async function exchangeInto(
  { engine, client, signal }: OpenTools,
  path: string,
  { format, language, elsewhere = false, lookIn }: ExchangeOptions,
  adopt = false,
): Promise<ExchangeReport> {
  const events = await client.exchange.run(
    {
      grant: engine.grants.issue(resolve(path), 'import'),
      adopt,
      elsewhere,
      ...(lookIn !== undefined && { folders: [engine.grants.issue(resolve(lookIn), 'folder')] }),
      ...(format !== undefined && { format }),
      ...(language !== undefined && { language }),
    },
    { signal },
  );
  return follow(events);
}

/**
 * Makes a project of another program's project, beside it or where `--to` says.
 * @returns the report, and the file that was made
 * @throws an error for the person where there is a file of that name; what was begun is removed where the reading fails
 */
export async function exchangeAnew(
  path: string,
  options: ExchangeOptions,
): Promise<{ report: ExchangeReport; file: string }> {
  const source = resolve(path);
  const name = basename(source, extname(source));
  const wanted = options.to === undefined ? join(dirname(source), `${name}.colligo`) : resolve(options.to);
  const file = extname(wanted) === '.colligo' ? wanted : `${wanted}.colligo`;
  if (existsSync(file)) throw usage(`${basename(file)} is there already: name another file with --to`);
  let isMade = false;
  try {
    await withEngine(async ({ engine, client }) => {
      const grant = engine.grants.issue(file, 'save');
      const coder = options.coder;
      await client.project.create({ grant, title: name, ...(coder !== undefined && { coder }) });
      isMade = true;
    });
    const report = await withProject(file, 'write', options, (tools) =>
      exchangeInto(tools, source, options, true),
    );
    return { report, file };
  } catch (error) {
    if (isMade) await rm(file, { force: true });
    throw error;
  }
}

/** Shows progress on a terminal only, and waits for the end. */
async function follow(events: AsyncIterable<ExchangeEvent>): Promise<ExchangeReport> {
  const bar = terminalBar('{bar} {percentage} % {name}');
  bar?.start(100, 0, { name: '' });
  try {
    for await (const event of events) {
      if (event.type === 'finished') return event.report;
      if (event.type === 'reading') bar?.update(Math.floor(event.share * 100), { name: event.name });
      else bar?.update(100, { name: 'writing' });
    }
  } finally {
    bar?.stop();
  }
  throw new Error('the import ended without a report');
}

const NOUNS: Readonly<Record<keyof ExchangeReport['came'], string>> = {
  documents: 'document',
  codes: 'code',
  coders: 'coder',
  cases: 'case',
  attributes: 'attribute',
  passages: 'passage',
  codings: 'coding',
  memos: 'memo',
  reviews: 'review',
  versions: 'version of the codebook',
  files: 'kept file',
};

const SAID = { left: 'Not carried', kept: 'Kept as something else', mended: 'Mended' } as const;

/** @returns the report as lines for people */
export function exchangeLines(report: ExchangeReport): string[] {
  const list = (counts: ExchangeReport['came']) =>
    (Object.keys(NOUNS) as (keyof typeof NOUNS)[])
      .filter((kind) => counts[kind] > 0)
      .map((kind) => many(counts[kind], NOUNS[kind]))
      .join(', ');
  const came = list(report.came);
  const already = list(report.already);
  return [
    `${report.name}, written by ${report.tool}: ${came === '' ? 'nothing new' : came}.`,
    ...(already === '' ? [] : [`There already: ${already}.`]),
    ...report.lines.flatMap(({ what, message, count, subjects }) => [
      `${SAID[what]}${count > 1 ? ` (${count}×)` : ''}: ${message}`,
      ...(subjects.length > 0
        ? [`    ${subjects.slice(0, 5).join('; ')}${subjects.length > 5 ? '; …' : ''}`]
        : []),
    ]),
  ];
}

function many(count: number, noun: string): string {
  if (noun === 'version of the codebook') return `${count} version${count === 1 ? '' : 's'} of the codebook`;
  return counted(count, noun);
}
