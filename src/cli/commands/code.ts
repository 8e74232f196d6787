import { type Command, Option } from 'commander';
import { UNITS } from '../../contract/passages.ts';
import { findCode } from '../../engine/codebook/read.ts';
import { findDocument } from '../../engine/documents/find.ts';
import { loadCurrent } from '../../engine/documents/load.ts';
import { ColligoError } from '../../engine/errors.ts';
import { counted } from '../../engine/find.ts';
import { idBytes } from '../../engine/store/ids.ts';
import { codePoint, toUtf16 } from '../../text/offsets.ts';
import { coder, document, json, onProject, weight, whole } from '../options.ts';
import { type CommonOptions, type OpenTools, print, withProject } from '../program.ts';
import { usage } from '../usage.ts';

interface Options extends CommonOptions {
  readonly document: string;
  readonly code: string;
  readonly match?: string;
  readonly unit: (typeof UNITS)[number];
  readonly start?: number;
  readonly end?: number;
  readonly weight?: number;
}

/** `colligo code` */
export function addCode(program: Command): void {
  onProject(program.command('code'))
    .description('apply a code where words occur, or to a span')
    .addOption(document())
    .addOption(
      new Option(
        '--code <name or path>',
        'the code: its name where it is unique, or its path with slashes',
      ).makeOptionMandatory(),
    )
    .option('--match <words>', 'the words to look for; upper and lower case are the same')
    .addOption(
      new Option('--unit <unit>', 'what is coded around each match').choices(UNITS).default('paragraph'),
    )
    .option('--start <offset>', 'instead of --match: the first character, counted in code points', (text) =>
      whole(text),
    )
    .option('--end <offset>', 'with --start: the end, exclusive', (text) => whole(text))
    .addOption(weight())
    .addOption(coder())
    .addOption(json())
    .action((path: string, options: Options) => {
      const bySpan = options.start !== undefined && options.end !== undefined;
      if (bySpan === (options.match !== undefined)) {
        throw usage('give either --match, or --start and --end');
      }
      return withProject(path, 'write', options, (tools) =>
        bySpan ? codeSpan(tools, options) : codeMatches(tools, options),
      );
    });
}

async function codeMatches({ client, project }: OpenTools, options: Options): Promise<void> {
  const made = await client.codings.applyMatches({
    document: findDocument(project.db, options.document),
    code: findCode(project.db, options.code),
    match: options.match ?? '',
    unit: options.unit,
    weight: options.weight ?? null,
  });
  const also = made.already > 0 ? ` ${made.already} had it already.` : '';
  print(options.json, made, [
    made.matches === 0
      ? `“${options.match}” does not occur there; nothing was coded.`
      : `${counted(made.matches, 'match', 'matches')}: ${options.code} applied to ${counted(made.applied, 'passage')}.${also}`,
  ]);
}

async function codeSpan({ client, project }: OpenTools, options: Options): Promise<void> {
  const id = findDocument(project.db, options.document);
  const { offsets } = loadCurrent(project.db, idBytes(id)).reading;
  const { start = 0, end = 0 } = options;
  if (end > offsets.codePoints || start >= end) {
    const length = counted(offsets.codePoints, 'character');
    throw new ColligoError(
      'REFUSED',
      `There are no words from ${start} to ${end}: the document has ${length}.`,
      {
        safe: 'Nothing was changed.',
      },
    );
  }
  const made = await client.codings.apply({
    document: id,
    start: toUtf16(offsets, codePoint(start)),
    end: toUtf16(offsets, codePoint(end)),
    codes: [findCode(project.db, options.code)],
    weight: options.weight ?? null,
  });
  print(options.json, made, [made.step ? `${made.step.label}.` : (made.note ?? '')]);
}
