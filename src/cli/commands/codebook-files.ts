import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { CodebookFormat, MergeAnswers } from '../../contract/codebook-exchange.ts';
import { diffCodebooks } from '../../engine/codebook/diff.ts';
import { findVersion } from '../../engine/codebook/versions/read.ts';
import { type Book, nodeOf } from '../../engine/exchange/codebook/book.ts';
import { readBook } from '../../engine/exchange/codebook/read.ts';
import { counted } from '../../engine/find.ts';
import { changeLines } from '../change-lines.ts';
import { mergeLines } from '../merge-lines.ts';
import { coder, json, onProject } from '../options.ts';
import { type CommonOptions, print, withProject } from '../program.ts';

/** @returns the option that says which concept scheme of a SKOS file is meant */
export const scheme = () =>
  new Option('--scheme <title>', 'the concept scheme that is meant, where a SKOS file has several');
/** @returns the option that says in which language codes of a SKOS file are called */
export const language = () =>
  new Option('--language <tag>', 'the language to call codes in, where a SKOS file has several');

interface SkosOptions {
  readonly scheme?: string;
  readonly language?: string;
}

interface MergeOptions extends CommonOptions, SkosOptions {
  readonly base?: string;
  readonly dryRun?: true;
  readonly prefer?: 'mine' | 'theirs';
  readonly names?: 'same' | 'new';
  readonly removeMissing?: true;
}

/** `colligo codebook export | diff | merge` */
export function addCodebookFiles(codebook: Command): void {
  onProject(codebook.command('export'))
    .description('write the codebook as a file, and say what the form cannot hold')
    .argument('<file>', `the file; its ending decides: .${CodebookFormat.options.join(', .')}`)
    .addOption(json())
    .action((path: string, file: string, options: CommonOptions) =>
      withProject(path, 'read', options, async ({ engine, client }) => {
        const made = await client.codebookExchange.write({
          grant: engine.grants.issue(resolve(file), 'save'),
        });
        print(options.json, made, [
          `${counted(made.codes, 'code')} written to ${made.name}.`,
          ...made.losses.map(({ message, codes }) => `Lost in ${counted(codes, 'code')}: ${message}`),
        ]);
      }),
    );
  codebook
    .command('diff')
    .description('say what changed between two codebooks: files, or projects')
    .argument('<before>', 'a project, or a file with a codebook')
    .argument('<after>', 'another')
    .addOption(scheme())
    .addOption(language())
    .addOption(json())
    .action(async (before: string, after: string, options: CommonOptions & SkosOptions) => {
      const [one, other] = [
        await readBook(resolve(before), options),
        await readBook(resolve(after), options),
      ];
      const changes = diffCodebooks(nodesOf(one, other), nodesOf(other, one));
      const lines = changeLines(changes);
      print(options.json, { changes }, lines.length > 0 ? lines : ['Nothing changed.']);
    });
  onProject(codebook.command('merge'))
    .description("merge a colleague's codebook into the project, by identity and field by field, as one step")
    .argument('<theirs>', 'a file with a codebook, or a project')
    .option(
      '--base <file or version>',
      'the common ancestor: a file, or a version by its name; else it is looked for',
    )
    .option('--dry-run', 'only say what would be done')
    .addOption(
      new Option('--prefer <side>', 'whose field holds where both changed it')
        .choices(['mine', 'theirs'])
        .default('mine'),
    )
    .addOption(
      new Option(
        '--names <how>',
        'whether a code of the same name and place is the same code; else only one without an identity',
      ).choices(['same', 'new']),
    )
    .option('--remove-missing', 'also remove codes that the file no longer has, with their codings')
    .addOption(scheme())
    .addOption(language())
    .addOption(coder())
    .addOption(json())
    .action((path: string, theirs: string, options: MergeOptions) => merge(path, theirs, options));
}

function merge(path: string, theirs: string, options: MergeOptions): Promise<void> {
  const mode = options.dryRun ? 'read' : 'write';
  return withProject(path, mode, options, async ({ engine, client, project }) => {
    const pick = (file: string) => engine.grants.issue(resolve(file), 'import');
    const isFile = options.base !== undefined && existsSync(resolve(options.base));
    const base =
      options.base === undefined
        ? 'auto'
        : isFile
          ? 'file'
          : { version: findVersion(project.db, options.base) };
    const { held } = await client.codebookExchange.hold({
      grant: pick(theirs),
      ...(options.base !== undefined && isFile && { base: pick(options.base) }),
      ...(options.scheme !== undefined && { scheme: options.scheme }),
      ...(options.language !== undefined && { language: options.language }),
    });
    const { names, prefer = 'mine' } = options;
    const first = MergeAnswers.parse({ prefer });
    const { namesakes } = await client.codebookExchange.plan({ held, base, answers: first });
    const named = {
      ...first,
      names: names ? Object.fromEntries(namesakes.map(({ key }) => [key, names])) : {},
    };
    const kept = await client.codebookExchange.plan({ held, base, answers: named });
    const remove = options.removeMissing ? kept.missing.map(({ id }) => id) : [];
    // Where codes go, what lay under them lies elsewhere, so that the plan is another one.
    const plan =
      remove.length === 0
        ? kept
        : await client.codebookExchange.plan({ held, base, answers: { ...named, remove } });
    if (options.dryRun) {
      print(options.json, { plan }, [...mergeLines(plan), 'Nothing was changed.']);
      return;
    }
    const made = await client.codebookExchange.merge({ held, base, answers: { ...named, remove } });
    const open =
      plan.conflicts.length > 0
        ? [
            `Where both sides changed a field, ${prefer === 'mine' ? 'this project' : 'the file'} was preferred.`,
          ]
        : [];
    const done = made.step ? `${made.step.label}.` : (made.note ?? '');
    print(options.json, { ...made, plan }, [...mergeLines(plan), ...open, done]);
  });
}

/** What a file does not speak of is as in the other one, so that it does not count as a change. */
function nodesOf({ codes }: Book, other: Book) {
  const others = new Map(other.codes.map((code) => [code.id, code]));
  return codes.map((code) => nodeOf({ ...others.get(code.id), ...code }, '#000000'));
}
