import { Command, CommanderError } from 'commander';
import { VERSION } from '../contract/version.ts';
import { addAnalyse } from './commands/analyse.ts';
import { addAnnotate } from './commands/annotate.ts';
import { addAttributes } from './commands/attributes.ts';
import { addCheck } from './commands/check.ts';
import { addCode } from './commands/code.ts';
import { addCodebook } from './commands/codebook.ts';
import { addExport } from './commands/export.ts';
import { addFiles } from './commands/files.ts';
import { addHighlights } from './commands/highlights.ts';
import { addHistory } from './commands/history.ts';
import { addImport } from './commands/import.ts';
import { addKwic } from './commands/kwic.ts';
import { addNew } from './commands/new.ts';
import { addOpen } from './commands/open.ts';
import { addPassages } from './commands/passages.ts';
import { addReport } from './commands/report.ts';
import { addReview } from './commands/review.ts';
import { addSample } from './commands/sample.ts';
import { addTable } from './commands/table.ts';
import { addUndo } from './commands/undo.ts';
import { addWords } from './commands/words.ts';
import { sentenceOf } from './failure.ts';
import { Interrupted } from './interrupted.ts';

const NOTES = `
Every writing command is one step that “colligo undo” takes back. Who codes: --coder, else your profile, else the
project's only coder. With --json, stdout holds one JSON document. Errors are one sentence on stderr; the exit code is 1,
or 2 where the command was not understood.`;

/**
 * Runs one command.
 * @param args what stands after the program's name
 * @returns the exit code: 0, 1 where it failed, 2 where it was not understood, 128 + n after signal n
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('colligo')
    .description('Read, code and compare plans. A project is one file on this computer.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(“colligo --help” lists the commands, “colligo <command> --help” explains one)')
    .addHelpText('after', NOTES);
  for (const add of [
    addNew,
    addOpen,
    addSample,
    addImport,
    addHighlights,
    addFiles,
    addCodebook,
    addCode,
    addPassages,
    addReview,
    addAttributes,
    addTable,
    addWords,
    addKwic,
    addAnalyse,
    addExport,
    addReport,
    addAnnotate,
    addUndo,
    addHistory,
    addCheck,
  ]) {
    add(program);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.error(error instanceof Interrupted ? error.message : sentenceOf(error));
    return error instanceof Interrupted ? error.exitCode : 1;
  }
}
