import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Format } from '../../../../src/contract/exports.ts';
import { fitted, legalNames } from '../../../../src/engine/dataset/faces/loaders/wording.ts';
import { TABLES } from '../../../../src/engine/dataset/tables.ts';
import { tempFolder } from '../../kit/project.ts';
import { type Dataset, parseCsv, readBack } from '../read-back.ts';
import { newStudy } from '../study.ts';
import { writeFrom } from '../work.ts';

async function exported(format: Format): Promise<Dataset> {
  const { project } = await newStudy();
  const folder = join(tempFolder(), format);
  await writeFrom(project, folder, { texts: true, format });
  return readBack(folder);
}

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

/** How often matrix.csv says present, absent and nothing. */
function presences(data: Dataset): number[] {
  const cells = data.table('matrix').map((row) => row['presence']);
  return ['1', '0', ''].map((presence) => cells.filter((cell) => cell === presence).length);
}

test('load.py gives every cell in its type, and None where nothing is', async (context) => {
  if (!has('python3')) return context.skip('there is no python3 here');
  const data = await exported('python');
  const file = join(tempFolder(), 'show.py');
  writeFileSync(
    file,
    `import json, runpy, sys
tables = runpy.run_path(sys.argv[1])["load"]()
def show(cell):
    if cell is None or isinstance(cell, (bool, int, float, str)):
        return cell
    return cell.isoformat(timespec="milliseconds").replace("+00:00", "Z")
print(json.dumps({name: [{k: show(v) for k, v in row.items()} for row in rows] for name, rows in tables.items()}))
`,
  );
  const said = execFileSync('python3', [file, join(data.folder, 'load.py')], { encoding: 'utf8' });
  const tables = JSON.parse(said) as Record<string, Record<string, unknown>[]>;
  for (const { name, fields } of TABLES) {
    const typed = data.table(name).map((row) =>
      Object.fromEntries(
        fields.map(({ name: column, type }) => {
          const cell = row[column] ?? '';
          if (cell === '') return [column, null];
          if (type === 'integer' || type === 'number') return [column, Number(cell)];
          return [column, type === 'boolean' ? cell === 'true' : cell];
        }),
      ),
    );
    expect(tables[name], name).toEqual(typed);
  }
  const counts = [1, 0, null].map(
    (presence) => tables['matrix']?.filter((row) => row['presence'] === presence).length,
  );
  expect(counts).toEqual(presences(data));
});

const hasPandas = spawnSync('python3', ['-c', 'import pandas']).status === 0;

test('load.py gives pandas data frames with nullable types and categories', async (context) => {
  if (!hasPandas) return context.skip('there is no pandas here');
  const data = await exported('python');
  const script = `
import runpy
frames = runpy.run_path("load.py")["frames"]()
presence = frames["matrix"]["presence"]
print((presence == 1).sum(), (presence == 0).sum(), presence.isna().sum())
print(list(frames["codings"]["status"].cat.categories), presence.dtype, frames["codings"]["created_at"].isna().sum())
print(all(name in frame.attrs["labels"] for frame in frames.values() for name in frame.columns))
`;
  const said = execFileSync('python3', ['-c', script], { cwd: data.folder, encoding: 'utf8' });
  expect(said.trim().split('\n')).toEqual([
    presences(data).join(' '),
    "['exact', 'moved', 'changed', 'lost'] Int64 0",
    'True',
  ]);
});

test('load.R gives labelled data frames with factors', async (context) => {
  if (!has('Rscript')) return context.skip('there is no Rscript here');
  const data = await exported('r');
  const script = `
    dataset <- source("load.R", chdir = TRUE, encoding = "UTF-8")$value
    stopifnot(identical(names(dataset), c(${TABLES.map(({ name }) => `"${name}"`).join(', ')})))
    for (table in dataset) for (column in table) stopifnot(nzchar(attr(column, "label")))
    matrix <- dataset$matrix
    stopifnot(is.integer(matrix$presence), is.numeric(matrix$share_of_words), is.factor(matrix$unit_kind))
    stopifnot(identical(levels(dataset$codings$status), c("exact", "moved", "changed", "lost")))
    stopifnot(identical(unname(attr(matrix$presence, "labels")), 0:1))
    stopifnot(is.logical(dataset$codes$codable), inherits(dataset$codings$created_at, "POSIXct"))
    stopifnot(!anyNA(dataset$codings$created_at), !anyNA(dataset$codings$status))
    stopifnot(identical(attr(matrix, "key"), c("unit_id", "code_id", "coder_id")))
    stopifnot(all(dataset$codings$code_id %in% dataset$codes$code_id))
    cat(vapply(dataset, nrow, 0L), "\\n")
    cat(sum(matrix$presence == 1, na.rm = TRUE), sum(matrix$presence == 0, na.rm = TRUE), sum(is.na(matrix$presence)), "\\n")
    con <- stdout(); writeLines(enc2utf8(dataset$codings$quote), useBytes = TRUE)
  `;
  const said = execFileSync('Rscript', ['-e', script], {
    cwd: data.folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const [rows = '', counts = ''] = said.split('\n');
  expect(rows.trim().split(' ').map(Number)).toEqual(TABLES.map(({ name }) => data.table(name).length));
  expect(counts.trim().split(' ').map(Number)).toEqual(presences(data));
  for (const { quote = '' } of data.table('codings')) expect(said).toContain(quote.replaceAll('\r', '\n'));
});

test('load.sps runs in PSPP, with each dataset under its name', async (context) => {
  if (!has('pspp')) return context.skip('there is no pspp here');
  const data = await exported('spss');
  const folder = tempFolder();
  const ask = join(folder, 'ask.sps');
  const about = (table: string, column: string) =>
    `DATASET ACTIVATE ${table}.\nFREQUENCIES ${column} /FORMAT=NOTABLE /STATISTICS=SUM.`;
  const save = (table: string) =>
    `DATASET ACTIVATE ${table}.\nSAVE TRANSLATE /OUTFILE='${join(folder, `${table}.csv`)}' /TYPE=CSV /FIELDNAMES.`;
  writeFileSync(
    ask,
    [
      "INSERT FILE='load.sps'.",
      about('matrix', 'presence'),
      save('codings'),
      save('matrix'),
      save('codes'),
      '',
    ].join('\n'),
  );
  const { status, stdout } = spawnSync('pspp', [ask], { cwd: data.folder, encoding: 'utf8' });
  expect(status, stdout).toBe(0);
  const [present = 0, absent = 0, nothing = 0] = presences(data);
  expect(stdout).toMatch(new RegExp(`Valid *\\| *${present + absent}\\|`));
  expect(stdout).toMatch(new RegExp(`Missing *\\| *${nothing}\\|`));
  const read = (table: string) => parseCsv(readFileSync(join(folder, `${table}.csv`), 'utf8'));
  const trimmed = (cell = '') => cell.replace(/ +$/, '');
  for (const [table, column] of [
    ['codings', 'quote'],
    ['codes', 'definition'],
    ['codes', 'name'],
    ['matrix', 'spans'],
  ] as const) {
    expect(read(table).map((row) => trimmed(row[column]))).toEqual(
      data.table(table).map((row) => trimmed(row[column])),
    );
  }
  const created = data.table('codings').map((row) => Date.parse(row['created_at'] ?? ''));
  for (const [index, row] of read('codings').entries()) {
    // PSPP writes whole seconds.
    const shown = Date.parse(`${row['created_at']} UTC`);
    expect(Math.abs(shown - (created[index] ?? 0))).toBeLessThanOrEqual(1000);
  }
});

/** The part of a script that loads a table. */
const partFor = (script: string, start: string) => script.slice(script.indexOf(start)).split('\n\n')[0] ?? '';

test('load.sps labels every column and value, with quotes doubled and lines that SPSS takes', async () => {
  const data = await exported('spss');
  const script = data.raw('load.sps');
  expect(script).toMatch(/^[\x20-\x7e\n]*$/);
  for (const line of script.split('\n')) {
    expect(line.length, line).toBeLessThan(256);
    // Each quote within a text is doubled, so that quotes come in pairs; comments may have any.
    if (!line.startsWith('*')) expect((line.replace(`"'"`, '').match(/'/g) ?? []).length % 2, line).toBe(0);
  }
  for (const { name, title, fields } of TABLES) {
    const part = partFor(script, `* ${title.replaceAll('×', 'x')}. Key`);
    const names = fields.map((field) => (field.name === 'comment' ? 'comment_2' : field.name));
    expect(part).toContain(`GET DATA /TYPE=TXT /FILE='${name}.csv'`);
    const [, read = ''] = /\/VARIABLES=\n(.*?)\n {2}\.\n/s.exec(part) ?? [];
    expect(read.split('\n').map((line) => line.trim().split(' ')[0])).toEqual(names);
    const [, labels = ''] = /VARIABLE LABELS\n(.*?)\n {2}\.\n/s.exec(part) ?? [];
    expect(labels.split('\n').map((line) => /^ {2}(\w+) '.+'$/.exec(line)?.[1])).toEqual(names);
    for (const { name: column, values, type } of fields) {
      const [, listed = ''] = new RegExp(`VALUE LABELS ${column}\n(.*?)\n {2}\\.\n`, 's').exec(part) ?? [];
      const expected = type === 'boolean' ? ['0', '1'] : Object.keys(values ?? {});
      const found = listed === '' ? [] : listed.split('\n').map((line) => line.trim().split(' ')[0]);
      expect(found.map((value) => value?.replaceAll("'", ''))).toEqual(expected);
    }
  }
  expect(script).toContain("where it was marked'");
  // Labels and truth values are numbers; nothing stands for what was not judged.
  expect(partFor(script, '* Unit')).toContain(
    "VALUE LABELS presence\n  0 'absent: reviewed and not found'\n  1 'present'\n",
  );
  expect(partFor(script, '* Unit')).not.toMatch(/RECODE|SYSMIS *=/);
});

test('for SPSS and Stata a row is a line, as wide as the syntax says', async () => {
  for (const format of ['spss', 'stata'] as const) {
    const data = await exported(format);
    for (const { name, fields } of TABLES) {
      const lines = data.raw(`${name}.csv`).split('\n').slice(0, -1);
      expect(lines).toHaveLength(data.table(name).length + 1);
      expect(data.raw(`${name}.csv`)).not.toContain('\r');
      if (format === 'stata') continue;
      const [, read = ''] =
        new RegExp(`FILE='${name}\\.csv'.*?/VARIABLES=\n(.*?)\n {2}\\.`, 's').exec(data.raw('load.sps')) ??
        [];
      for (const { name: column, type } of fields) {
        const width = Number(
          new RegExp(`^ +${column === 'comment' ? 'comment_2' : column} A(\\d+)$`, 'm').exec(read)?.[1],
        );
        if (type !== 'string') continue;
        for (const row of data.table(name))
          expect(Buffer.byteLength(row[column] ?? '')).toBeLessThanOrEqual(width);
      }
    }
    expect(data.raw('DICTIONARY.md')).toContain('A row is a line');
  }
});

test('load.do labels every column and value under names that Stata takes', async () => {
  const script = (await exported('stata')).raw('load.do');
  expect(script).toMatch(/^[\x20-\x7e\n]*$/);
  for (const { name, title, fields } of TABLES) {
    const part = partFor(script, `* ${title.replaceAll('×', 'x')}. Key`);
    expect(part).toContain(
      `import delimited ${fields.map((field) => field.name).join(' ')} using "${name}.csv"`,
    );
    for (const { name: column, values, type } of fields) {
      expect(column).toMatch(/^[a-z][a-z0-9_]{0,29}$/);
      expect(part).toMatch(new RegExp(`^label variable ${column} "[^"$\`]{1,80}"$`, 'm'));
      const labels = Object.entries(values ?? {}).map(([value, meaning], index) =>
        type === 'integer' ? `${value} "${meaning}"` : `${index + 1} "${value}"`,
      );
      if (labels.length > 0) expect(part).toContain(`label define ${column} ${labels.join(' ')}, replace`);
      if (type === 'integer' || type === 'number')
        expect(part).toMatch(new RegExp(`^destring .*\\b${column}\\b`, 'm'));
    }
  }
  expect(script).not.toMatch(/presence == \.|mvencode/);
});

test('names become legal and stay different, labels fit', () => {
  const rules = { longest: 8, reserved: new Set(['with']) };
  expect(legalNames(['a', 'A', 'with', '1st', 'a b', 'longername1', 'longername2'], rules)).toEqual([
    'a',
    'A_2',
    'with_2',
    'v1st',
    'a_b',
    'longerna',
    'longer_2',
  ]);
  expect(fitted('one\ntwo  three', 20)).toBe('one two three');
  expect(fitted('one two three', 11)).toBe('one two ...');
});

test('the loaders know the table of units, and its missing values', async (context) => {
  if (!has('python3') || !has('Rscript')) return context.skip('there is no python3 or no Rscript here');
  const { project } = await newStudy();
  const units = { unit: 'document', shape: 'wide', measure: 'presence' } as const;
  const write = async (format: Format) => {
    const folder = join(tempFolder(), format);
    await writeFrom(project, folder, { texts: false, format, units });
    return folder;
  };
  const python = await write('python');
  const expected = readBack(python)
    .table('units')
    .map((row) => row['c_rights']);
  expect(expected).toEqual(expect.arrayContaining(['1', '']));
  const show =
    'import runpy; print([row["c_rights"] for row in runpy.run_path("load.py")["load"]()["units"]])';
  const said = execFileSync('python3', ['-c', show], { cwd: python, encoding: 'utf8' });
  expect(said.trim()).toBe(`[${expected.map((cell) => cell || 'None').join(', ')}]`);
  const inR =
    'd <- source("load.R", chdir = TRUE, encoding = "UTF-8")$value; cat(d$units$c_rights, attr(d$units$c_rights, "label"))';
  const r = execFileSync('Rscript', ['-e', inR], { cwd: await write('r'), encoding: 'utf8' });
  expect(r.trim()).toBe(
    `${expected.map((cell) => cell || 'NA').join(' ')} The code “Values / aims / Rights”`,
  );
});
