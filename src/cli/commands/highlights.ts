import type { Command } from 'commander';
import { findCode } from '../../engine/codebook/read.ts';
import { findDocument } from '../../engine/documents/find.ts';
import { ColligoError } from '../../engine/errors.ts';
import { counted } from '../../engine/find.ts';
import type { Sql } from '../../engine/store/sql.ts';
import { coder, json, onProject } from '../options.ts';
import { type CommonOptions, type OpenTools, print, withProject } from '../program.ts';

/** What the code of highlights is called where nobody says. */
const HIGHLIGHTS = 'Highlights';

interface Options extends CommonOptions {
  readonly code: string;
  readonly oneCode?: true;
}

/** `colligo highlights` */
export function addHighlights(program: Command): void {
  onProject(program.command('highlights'))
    .description('make passages of the highlights that came with a PDF; notes become comments')
    .argument('<document>', 'the document: its short key or its title')
    .option(
      '--code <name or path>',
      'the code that they get; made where there is none of this name',
      HIGHLIGHTS,
    )
    .option('--one-code', 'the same code for all, instead of one under it for each colour')
    .addOption(coder())
    .addOption(json())
    .action((path: string, asked: string, options: Options) =>
      withProject(path, 'write', options, async (tools) => {
        const document = findDocument(tools.project.db, asked);
        const taken = await takeHighlights(tools, document, options.code, options.oneCode !== true);
        const lines = taken.step ? [`${taken.step.label}.`] : [taken.note ?? ''];
        const already = taken.step !== null && taken.already > 0;
        print(options.json, taken, [
          ...lines,
          ...(already ? [`${counted(taken.already, 'highlight')} had the code already.`] : []),
        ]);
      }),
    );
}

/**
 * Makes passages of the highlights of a document.
 * @param code a name or path; where the codebook has none, a code of this name is made at the top level
 * @param byColour whether each colour gets a code of its own under it
 * @returns the answer of `imports.takeHighlights`
 * @throws ColligoError NOT_UNIQUE for a name that several codes have, and as `imports.takeHighlights` does
 */
export async function takeHighlights(
  { client, project, signal }: OpenTools,
  document: string,
  code: string | true,
  byColour: boolean,
) {
  const name = code === true ? HIGHLIGHTS : code;
  const known = knownCode(project.db, name);
  const under = known === null ? { create: { name, parentId: null } } : { code: known };
  return client.imports.takeHighlights({ document, under, byColour }, { signal });
}

function knownCode(db: Sql, name: string): string | null {
  try {
    return findCode(db, name);
  } catch (error) {
    if (error instanceof ColligoError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
