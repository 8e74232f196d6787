import { type Command, InvalidArgumentError, Option } from 'commander';
import { UNITS } from '../../contract/passages.ts';
import { findCode } from '../../engine/codebook/read.ts';
import { findDocument } from '../../engine/documents/find.ts';
import { loadCurrent } from '../../engine/documents/load.ts';
import { ColligoError } from '../../engine/errors.ts';
import { counted } from '../../engine/find.ts';
import { findPage } from '../../engine/passages/pages.ts';
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
  readonly page?: string;
  readonly region?: Box;
  readonly weight?: number;
}

/** `colligo code` */
export function addCode(program: Command): void {
  onProject(program.command('code'))
    .description('apply a code where words occur, to a span, or to a part of a page')
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
    .option(
      '--page <label or number>',
      'instead of --match: a page by what is printed on it, else counted from 1',
    )
    .option(
      '--region <x,y,width,height>',
      'with --page: a part of it, in points (1/72 inch) from the top left corner of the page as it is shown',
      box,
    )
    .addOption(weight())
    .addOption(coder())
    .addOption(json())
    .action((path: string, options: Options) => {
      const { match, start, end, page, region } = options;
      const ways = [
        { code: codeMatches, given: [match] },
        { code: codeSpan, given: [start, end] },
        { code: codeRegion, given: [page, region] },
      ].filter(({ given }) => given.some((option) => option !== undefined));
      const [way, other] = ways;
      if (!way || other || way.given.includes(undefined)) {
        throw usage('give either --match, or --start and --end, or --page and --region');
      }
      return withProject(path, 'write', options, (tools) => way.code(tools, options));
    });
}

type Box = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

function box(text: string): Box {
  const [x, y, width, height, ...more] = text
    .split(',')
    .map((part) => (NUMBER.test(part) ? Number(part) : Number.NaN));
  if (x === undefined || y === undefined || !width || !height || more.length > 0 || Number.isNaN(x + y)) {
    throw new InvalidArgumentError('It is four numbers with commas between: x,y,width,height.');
  }
  return { x, y, width, height };
}

/** A number of points, as it is typed; nothing on a page lies left of it or above. */
const NUMBER = /^\d+(\.\d+)?$/;

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

async function codeRegion({ client, project }: OpenTools, options: Options): Promise<void> {
  const id = findDocument(project.db, options.document);
  const { key } = loadCurrent(project.db, idBytes(id)).reading;
  const { number } = findPage(project.db, key, options.page ?? '');
  const made = await client.codings.applyRegion({
    document: id,
    region: { page: number, ...(options.region ?? { x: 0, y: 0, width: 0, height: 0 }) },
    codes: [findCode(project.db, options.code)],
    weight: options.weight ?? null,
  });
  print(options.json, made, [made.step ? `${made.step.label}.` : (made.note ?? '')]);
}
