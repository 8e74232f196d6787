import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { listReady } from '../../engine/codebook/ready.ts';
import { counted } from '../../engine/find.ts';
import { coder, json, onProject } from '../options.ts';
import { type CommonOptions, print, withProject } from '../program.ts';
import { usage } from '../usage.ts';
import { addCodebookFiles, language, scheme } from './codebook-files.ts';
import { addCodebookVersions } from './codebook-versions.ts';

/** `colligo codebook import | ready | list`, and what others add. */
export function addCodebook(program: Command): void {
  const codebook = program
    .command('codebook')
    .description('import or list the codes, or the taxonomies that ship');
  addCodebookVersions(codebook);
  addCodebookFiles(codebook);
  onProject(codebook.command('import'))
    .description('add the codes of a taxonomy that are not there yet')
    .argument(
      '[file]',
      'a codebook: .json, .qdc, .ttl, .jsonld, .csv, .xlsx, .md, or indented lines of text (.txt)',
    )
    .option(
      '--ready <name>',
      'instead of a file: a taxonomy that ships with Colligo; “codebook ready” lists them',
    )
    .option('--dry-run', 'only say how many codes would be added')
    .addOption(scheme())
    .addOption(language())
    .addOption(coder())
    .addOption(json())
    .action((path: string, file: string | undefined, options: ImportOptions) => {
      if ((file === undefined) === (options.ready === undefined))
        throw usage('give either a file or --ready');
      if (options.dryRun && file === undefined) throw usage('--dry-run goes with a file');
      return options.dryRun ? tryImport(path, file ?? '', options) : runImport(path, file, options);
    });
  codebook
    .command('ready')
    .description('list the taxonomies that ship with Colligo')
    .addOption(json())
    .action(async (options: Pick<CommonOptions, 'json'>) => {
      const ready = await listReady();
      const lines = ready.map(
        ({ key, title, description, codes, themes }) =>
          `${key}: ${title}, ${counted(codes, 'code')} in ${counted(themes, 'theme')}\n    ${description}`,
      );
      print(options.json, { ready }, lines);
    });
  onProject(codebook.command('list'))
    .description('list the codes as a tree, with the passages that carry them')
    .addOption(json())
    .action((path: string, options: CommonOptions) =>
      withProject(path, 'read', options, async ({ client }) => {
        const codes = await client.codes.list();
        const lines = codes.map(
          (code) => `${'  '.repeat(code.depth)}${code.name}${code.codable ? `  ${code.passages}` : ''}`,
        );
        print(options.json, { codes }, lines.length > 0 ? lines : ['There are no codes yet.']);
      }),
    );
}

interface ImportOptions extends CommonOptions {
  readonly ready?: string;
  readonly dryRun?: true;
  readonly scheme?: string;
  readonly language?: string;
}

/** What a SKOS file is asked for. */
const wishOf = ({ scheme, language }: ImportOptions) => ({
  ...(scheme !== undefined && { scheme }),
  ...(language !== undefined && { language }),
});

function runImport(path: string, file: string | undefined, options: ImportOptions): Promise<void> {
  return withProject(path, 'write', options, async ({ engine, client }) => {
    const { ready } = options;
    const made =
      ready === undefined
        ? await client.codes.importFile({
            grant: engine.grants.issue(resolve(file ?? ''), 'import'),
            ...wishOf(options),
          })
        : await client.codes.importReady({ key: ready });
    print(options.json, made, [
      `${counted(made.added, 'code')} added from ${ready ?? basename(file ?? '')}.${thereLine(made.skipped)}`,
    ]);
  });
}

function tryImport(path: string, file: string, options: ImportOptions): Promise<void> {
  return withProject(path, 'read', options, async ({ engine, client }) => {
    const grant = engine.grants.issue(resolve(file), 'import');
    const { held, name, codes } = await client.codebookExchange.hold({ grant, ...wishOf(options) });
    const { added, remarks } = await client.codebookExchange.plan({ held, base: 'none' });
    const skipped = codes - added.length;
    print(options.json, { added: added.length, skipped, remarks }, [
      `${counted(added.length, 'code')} would be added from ${name}.${thereLine(skipped)}`,
      ...remarks.map(({ message, count }) => `${message}${count > 1 ? ` (${count} times)` : ''}`),
      'Nothing was changed.',
    ]);
  });
}

const thereLine = (skipped: number): string =>
  skipped > 0 ? ` ${counted(skipped, 'code')} ${skipped === 1 ? 'was' : 'were'} there already.` : '';
