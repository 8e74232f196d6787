import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TABLES } from '../../../src/engine/dataset/tables.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { ANNA, tempFolder } from '../kit/project.ts';
import { readBack } from './read-back.ts';
import { newStudy } from './study.ts';
import { as, writeFrom } from './work.ts';

async function exported(title = 'Test') {
  const { project } = await newStudy();
  as(project, ANNA, ({ db }) => db.run(sql`UPDATE projects SET title = ${title}, description = 'Why.'`));
  const folder = join(tempFolder(), 'dataset');
  await writeFrom(project, folder);
  return readBack(folder);
}

test('every table and column is explained, with what an empty cell means', async () => {
  const text = (await exported()).raw('DICTIONARY.md');
  for (const { name, fields } of TABLES) {
    const [, section = ''] = text.split(`## ${name}.csv: `);
    const rows = section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| '));
    expect(rows?.slice(1).map((line) => line.split(' | ')[0]?.slice(2))).toEqual(
      fields.map((field) => field.name),
    );
    for (const line of rows ?? []) expect(line.split(/(?<!\\)\|/)).toHaveLength(7);
  }
});

test('the columns and keys that code refers to are there', () => {
  const byName = new Map(TABLES.map((table) => [table.name, table]));
  for (const table of TABLES) {
    const names = table.fields.map((field) => field.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...table.primaryKey]));
    for (const { field, table: other = table.name, column } of table.foreignKeys) {
      expect(names).toContain(field);
      expect(byName.get(other)?.primaryKey).toEqual([column]);
    }
  }
});

test('a title is shown as it is, and names the package in plain letters', async () => {
  const data = await exported('A*I* | plans\n# “Zoë” 计划');
  expect(data.raw('DICTIONARY.md').split('\n')[0]).toBe(
    '# Data dictionary: A\\*I\\* \\| plans \\# “Zoë” 计划',
  );
  expect(data.json().name).toBe('a-i-plans-zoe');
  expect(data.raw('DICTIONARY.md')).toContain('\n> Why.\n');
});

test('the Python of the dictionary runs as printed', async () => {
  const data = await exported();
  const [, script = ''] = /```python\n(.*?)```/s.exec(data.raw('DICTIONARY.md')) ?? [];
  const file = join(tempFolder(), 'load.py');
  writeFileSync(file, `${script}\nprint(presence.count(1), presence.count(0), presence.count(None))\n`);
  const said = execFileSync('python3', [file], { cwd: data.folder, encoding: 'utf8' });
  const cells = data.table('matrix').map((row) => row['presence']);
  const counts = ['1', '0', ''].map((presence) => cells.filter((cell) => cell === presence).length);
  expect(said.trim()).toBe(counts.join(' '));
});
