import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Citation, doiIn, SHAPES, UNIT_MEASURES, UNITS, type UnitTable } from '../contract/exports.ts';
import { collect, whole } from './options.ts';
import { usage } from './usage.ts';

/** What was typed of how a dataset is written, beside its format and what goes along. */
export interface DatasetOptions {
  readonly pseudonyms?: true;
  readonly unit?: UnitTable['unit'];
  readonly shape?: UnitTable['shape'];
  readonly measure?: UnitTable['measure'];
  readonly title?: string;
  readonly creator?: string[];
  readonly licence?: string;
  readonly edition?: string;
  readonly doi?: string;
  readonly publisher?: string;
  readonly year?: number;
  readonly keyword?: string[];
  readonly abstract?: string;
}

/** Adds the options to a command. */
export function withDatasetOptions(command: Command): Command {
  const several = (flags: string, about: string) =>
    new Option(flags, `${about}; may be given several times`).argParser(collect);
  return command
    .option('--pseudonyms', 'call coders “Coder 1”, “Coder 2” … instead of by their names')
    .addOption(
      new Option('--unit <unit>', 'add a table for analysis, units: codes by these units').choices(UNITS),
    )
    .addOption(
      new Option('--shape <shape>', 'with --unit: a row a unit and code, or a column a code').choices(SHAPES),
    )
    .addOption(new Option('--measure <measure>', 'with --unit: what its cells hold').choices(UNIT_MEASURES))
    .addOption(
      several(
        '--creator <name>',
        'who made the dataset: “Family, Given”, or an organisation without a comma',
      ),
    )
    .option('--licence <id, address or words>', 'the licence it is passed on under, for instance CC-BY-4.0')
    .option('--title <title>', 'its title; without it, that of the project')
    .option('--edition <version>', 'its version')
    .addOption(new Option('--doi <doi>', 'its DOI').argParser(doi))
    .option('--publisher <name>', 'who publishes it, for instance a repository')
    .addOption(
      new Option('--year <year>', 'of publication; without it, that of the newest entry').argParser((text) =>
        whole(text, 1000, 9999),
      ),
    )
    .addOption(several('--keyword <word>', 'what it is about'))
    .option('--abstract <text>', 'what it is; without it, the description of the project');
}

function doi(text: string): string {
  const found = doiIn(text);
  if (found !== null) return found;
  throw new InvalidArgumentError('It looks like 10.5281/zenodo.1234567.');
}

/**
 * @returns what the options ask for, as the contract has it
 * @throws CommanderError where a shape or measure is given without a unit
 */
export function datasetOptionsOf(options: DatasetOptions) {
  const { pseudonyms = false, unit, shape = SHAPES[0], measure = UNIT_MEASURES[0] } = options;
  if (unit === undefined && (options.shape ?? options.measure) !== undefined) {
    throw usage('--shape and --measure say how the table of --unit looks: give a unit too');
  }
  const citation = citationOf(options);
  return {
    pseudonyms,
    ...(unit !== undefined && { units: { unit, shape, measure } }),
    ...(citation && { citation }),
  };
}

function citationOf(options: DatasetOptions): Citation | undefined {
  const { title, creator = [], licence, edition, doi: ofWork, publisher, year, keyword = [] } = options;
  const said = {
    title,
    licence,
    version: edition,
    doi: ofWork,
    publisher,
    year,
    description: options.abstract,
  };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  if (creator.length + keyword.length + Object.keys(given).length === 0) return undefined;
  return { ...given, creators: creator, keywords: keyword };
}
