import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { EXCHANGE_FORMATS, type ExchangeReport } from '../../contract/exchange.ts';
import type { ImportEvent, ImportFile } from '../../contract/imports.ts';
import { counted } from '../../engine/find.ts';
import { terminalBar } from '../bar.ts';
import {
  type ExchangeOptions,
  exchangeAnew,
  exchangeInto,
  exchangeLines,
  holdsCodings,
  isForeign,
} from '../exchange.ts';
import { coder, json, onProject } from '../options.ts';
import { type OpenTools, print, withProject } from '../program.ts';
import { usage } from '../usage.ts';
import { takeHighlights } from './highlights.ts';

interface Options extends ExchangeOptions {
  readonly title?: string;
  readonly case?: string;
  readonly highlights?: string | true;
}

/** `colligo import` */
export function addImport(program: Command): void {
  onProject(program.command('import'))
    .description(
      'add plans (.pdf, .docx, .html, .md, .txt, pictures, folders of them, a manifest) or projects of other programs (.qdpx, QualCoder, Taguette, RQDA); one of these alone becomes a new project',
    )
    .argument('[path...]', 'files, folders or manifests')
    .option('--title <title>', 'for a single file: its title')
    .option('--case <name>', 'the case (jurisdiction, organisation) of files that do not say')
    .option('--language <tag>', 'the language of files that do not say, as a BCP 47 tag', 'en')
    .addOption(
      new Option(
        '--format <format>',
        'what a file of another program is, where its name does not say',
      ).choices(EXCHANGE_FORMATS),
    )
    .option(
      '--elsewhere',
      'read files, too, that a project of another program names and that lie neither in it nor beside it',
    )
    .option('--look-in <folder>', 'where to look for files that a project of another program names')
    .option('--to <file>', 'where the new project goes; beside the other program’s by default')
    .option('--highlights [code]', 'make passages of the highlights that came with PDF files, with this code')
    .addOption(coder())
    .addOption(json())
    .action(async (path: string, paths: string[], options: Options) => {
      if (paths.length === 0) return importAnew(path, options);
      const foreign = new Set<string>();
      for (const one of paths) {
        const other = options.format !== undefined || (await isForeign(one)) || (await holdsCodings(one));
        if (other) foreign.add(one);
      }
      const plans = paths.filter((one) => !foreign.has(one));
      return withProject(path, 'write', options, async (tools) => {
        const exchanged: ExchangeReport[] = [];
        for (const one of foreign) exchanged.push(await exchangeInto(tools, one, options));
        const reports = exchanged.length > 0 ? { exchanged } : {};
        const lines = exchanged.flatMap(exchangeLines);
        if (plans.length === 0) print(options.json, exchanged.length === 1 ? exchanged[0] : reports, lines);
        else await importPlans(tools, plans, options, reports, lines);
      });
    });
}

/** A project of another program becomes one of its own. */
async function importAnew(path: string, options: Options): Promise<void> {
  if (options.format === undefined && !(await isForeign(path)))
    throw usage('say what to import: files, folders, manifests or projects of other programs');
  const { report, file } = await exchangeAnew(path, options);
  print(options.json, { ...report, file }, [...exchangeLines(report), `Made ${basename(file)}.`]);
}

async function importPlans(
  tools: OpenTools,
  paths: readonly string[],
  options: Options,
  reports: { readonly exchanged?: readonly ExchangeReport[] },
  lines: readonly string[],
): Promise<void> {
  const { engine, client, signal } = tools;
  const request = {
    grants: paths.map((one) => engine.grants.issue(resolve(one), 'import')),
    ...(options.language !== undefined && { language: options.language }),
    ...(options.title !== undefined && { title: options.title }),
    ...(options.case !== undefined && { case: options.case }),
  };
  const last = await follow(await client.imports.run(request, { signal }));
  const failed = last.files.filter((file) => file.state === 'failed');
  for (const file of failed) console.error(`${file.name}: ${file.message}`);
  const taken = await highlightsOf(last, tools, options.highlights);
  print(options.json, { ...last, ...reports, ...(options.highlights && { highlights: taken }) }, [
    ...lines,
    ...report(last),
    ...taken.flatMap(({ step }) => (step ? [`${step.label}.`] : [])),
  ]);
  // What could be read is in; what could not must not pass for done in a script.
  if (failed.length > 0) process.exitCode = 1;
  else if (last.files.length === 0) {
    console.error('There is nothing to import at that place.');
    process.exitCode = 1;
  }
}

type Finished = Extract<ImportEvent, { type: 'finished' }>;

/** Makes passages of the highlights that came with the files, a step a file, where that was asked for. */
async function highlightsOf(last: Finished, tools: OpenTools, code: string | true | undefined) {
  const taken: Awaited<ReturnType<typeof takeHighlights>>[] = [];
  if (code === undefined) return taken;
  for (const { documentId, highlights = 0 } of last.files) {
    if (documentId !== undefined && highlights > 0)
      taken.push(await takeHighlights(tools, documentId, code, true));
  }
  return taken;
}

/** Shows progress on a terminal only, and waits for the end. */
async function follow(events: AsyncIterable<ImportEvent>): Promise<Finished> {
  const bar = terminalBar('{bar} {value}/{total} {name}');
  try {
    for await (const event of events) {
      if (event.type === 'finished') return event;
      if (event.type === 'files')
        bar?.start(event.files.filter((file) => file.state === 'waiting').length, 0, { name: '' });
      else bar?.update(event.finished, { name: showProgress(event.file) });
    }
  } finally {
    bar?.stop();
  }
  throw new Error('the import ended without a report');
}

/** The name of a file, and how far it is where that takes a while. */
function showProgress({ name, state, progress }: ImportFile): string {
  if (state !== 'reading' || progress === undefined) return name;
  const { stage, share, page, pages } = progress;
  if (stage !== 'parsing' || page === undefined) return `${name} ${Math.floor(share * 100)} %`;
  return `${name}, page ${page} of ${pages}`;
}

/** Highlights are asked about, not taken: what came, and how they become passages. */
const offer = ({ highlights = 0 }: ImportFile): string[] =>
  highlights === 0 ? [] : [`${counted(highlights, 'highlight')} came with it (see “colligo highlights”).`];

function report(last: Finished): string[] {
  const line = (file: ImportFile) => {
    const more = [...(file.notices ?? []), ...offer(file)];
    // What came is no sentence, unless others follow it.
    const said = file.state === 'done' && more.length > 0 ? `${file.message}.` : file.message;
    return `${SIGNS[file.state]} ${file.name}: ${[said, ...more].join(' ')}`;
  };
  return [
    ...last.files.filter((file) => file.state !== 'failed').map(line),
    `${counted(last.imported, 'document')} imported, ${last.failed} failed, ${last.skipped} left out.`,
  ];
}

const SIGNS: Record<ImportFile['state'], string> = {
  waiting: ' ',
  reading: ' ',
  done: '+',
  failed: '!',
  skipped: '-',
};
