import { type Command, Option } from 'commander';
import {
  LIKENESSES,
  type Likeness,
  SATURATION_ORDERS,
  type SaturationOrder,
} from '../../contract/analyse.ts';
import { unpackMeetings } from '../../contract/packed-meetings.ts';
import { unpackSimilarity } from '../../contract/packed-similarity.ts';
import { listAttributes } from '../../engine/cases/read.ts';
import { findCode } from '../../engine/codebook/read.ts';
import { alongLines } from '../along-lines.ts';
import { crosstabLines, saturationLines, similarityLines } from '../analyse-lines.ts';
import { meetingLines, nearnessOf } from '../meeting-lines.ts';
import { collect, json, onProject } from '../options.ts';
import { print, withProject } from '../program.ts';
import { inScope, named, type ScopeOptions, scopeOf } from '../scope.ts';
import { columnsBy } from './table.ts';

interface Options extends ScopeOptions {
  readonly rollUp?: true;
  readonly json?: true;
}

interface CrosstabOptions extends Options {
  readonly attribute: string;
  readonly row?: readonly string[];
}

interface MeetingsOptions extends ScopeOptions {
  readonly near: string;
  readonly json?: true;
}

interface SimilarityOptions extends Options {
  readonly columns: string;
  readonly by: Likeness;
}

interface SaturationOptions extends Options {
  readonly order: SaturationOrder;
}

/** `colligo analyse` with `crosstab`, `co-occurrence`, `along`, `similarity` and `saturation` */
export function addAnalyse(program: Command): void {
  const analyse = program
    .command('analyse')
    .description('statistics of codes, by documents, cases and groups, and where codes lie and meet');
  addCrosstab(analyse);
  addMeetings(analyse);
  addAlong(analyse);
  addSimilarity(analyse);
  addSaturation(analyse);
}

/** Adds what each of them has. */
const onCodes = (command: Command): Command =>
  inScope(onProject(command))
    .option('--roll-up', 'count with a code what lies on the codes under it, each place once')
    .addOption(json());

function addCrosstab(analyse: Command): void {
  onCodes(analyse.command('crosstab'))
    .description('codes by the values of an attribute: expected counts, and an exact test of cases')
    .requiredOption('--attribute <name>', 'the attribute whose values are the groups')
    .addOption(
      new Option(
        '--row <name or path>',
        'only this code as a row, beside the others that are named; may be given several times',
      ).argParser(collect),
    )
    .action((path: string, options: CrosstabOptions) =>
      withProject(path, 'read', {}, async ({ client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const attribute = named(listAttributes(project.db), options.attribute, 'attribute');
        const codes = options.row?.map((each) => findCode(project.db, each));
        const crosstab = await client.analyse.crosstab(
          { attribute, rollUp: options.rollUp ?? false, ...(codes && { codes }), ...(scope && { scope }) },
          { signal },
        );
        const paths = pathsOf(await client.codes.list());
        const rows = crosstab.rows.map((row) => ({ ...row, path: paths.get(row.code) ?? '' }));
        print(options.json, { ...crosstab, rows }, crosstabLines(crosstab, paths));
      }),
    );
}

function addMeetings(analyse: Command): void {
  inScope(onProject(analyse.command('co-occurrence')))
    .description('which codes meet, how often, and in how many documents')
    .option(
      '--near <place, overlap, paragraph, section or words>',
      'when two codes meet: on the very same place, where they overlap, in one paragraph or section, or with at most so many words between them',
      'overlap',
    )
    .addOption(json())
    .action((path: string, options: MeetingsOptions) => {
      const near = nearnessOf(options.near);
      return withProject(path, 'read', {}, async ({ client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const packed = await client.compare.cooccurrence({ near, ...(scope && { scope }) }, { signal });
        const meetings = unpackMeetings(packed);
        const paths = pathsOf(await client.codes.list());
        const codes = meetings.codes.map((id) => ({ id, path: paths.get(id) ?? '' }));
        print(options.json, { ...meetings, codes }, meetingLines(meetings, paths));
      });
    });
}

function addAlong(analyse: Command): void {
  onCodes(analyse.command('along'))
    .description('where in documents codes lie, from the first word to the last; sixty documents at most')
    .action((path: string, options: Options) =>
      withProject(path, 'read', {}, async ({ client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const along = await client.along.codes(
          { rollUp: options.rollUp ?? false, ...(scope && { scope }) },
          { signal },
        );
        const paths = pathsOf(await client.codes.list());
        const codes = along.codes.map((id) => ({ id, path: paths.get(id) ?? '' }));
        print(options.json, { ...along, codes }, alongLines(along, paths));
      }),
    );
}

function addSimilarity(analyse: Command): void {
  onCodes(analyse.command('similarity'))
    .description('how alike documents, cases or groups are by their codes, and their clusters')
    .option('--columns <document, case or attribute>', 'what is compared', 'document')
    .addOption(
      new Option('--by <likeness>', 'by the codes that both have, or by their numbers of places')
        .choices(LIKENESSES)
        .default(LIKENESSES[0]),
    )
    .action((path: string, options: SimilarityOptions) =>
      withProject(path, 'read', {}, async ({ client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const columns = columnsBy(project.db, options.columns);
        const packed = await client.analyse.similarity(
          { columns, likeness: options.by, rollUp: options.rollUp ?? false, ...(scope && { scope }) },
          { signal },
        );
        const similarity = unpackSimilarity(packed);
        const none = columns.by === 'case' ? 'no case' : 'no value';
        print(options.json, similarity, similarityLines(similarity, none));
      }),
    );
}

function addSaturation(analyse: Command): void {
  onCodes(analyse.command('saturation'))
    .description('how many codes each further document adds')
    .addOption(
      new Option('--order <order>', 'documents as they stand in the project, or as they came into it')
        .choices(SATURATION_ORDERS)
        .default(SATURATION_ORDERS[0]),
    )
    .action((path: string, options: SaturationOptions) =>
      withProject(path, 'read', {}, async ({ client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const saturation = await client.analyse.saturation(
          { order: options.order, rollUp: options.rollUp ?? false, ...(scope && { scope }) },
          { signal },
        );
        print(options.json, saturation, saturationLines(saturation));
      }),
    );
}

const pathsOf = (codes: readonly { id: string; path: string }[]): ReadonlyMap<string, string> =>
  new Map(codes.map(({ id, path }) => [id, path]));
