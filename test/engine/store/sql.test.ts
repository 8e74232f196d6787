import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { join, name, type Query, Sql, sql } from '../../../src/engine/store/sql.ts';

const db = new Sql(new Database(':memory:'));
afterAll(() => db.close());

describe('the sql tag', () => {
  test('never puts a value into the text, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const query = sql`SELECT ${text} AS value`;
        expect(query.text).toBe('SELECT ? AS value');
        expect(query.values).toEqual([text]);
        expect(db.one(query)).toEqual({ value: text });
      }),
    );
  });

  test('takes strings that look like SQL as words', () => {
    for (const text of ["'; DROP TABLE t --", '?', '"', '$1', ':name', '@x', '`', '\\', '\0'])
      expect(db.one(sql`SELECT ${text} AS a, ${text} || 'x' AS b`)).toEqual({ a: text, b: `${text}x` });
  });

  test('keeps the values of fragments in their order, however deep they nest', () => {
    const inner = sql`${2} + ${3}`;
    const outer = sql`SELECT ${1} AS a, (${inner}) AS b, ${join([sql`${4}`, sql`${5} * (${inner})`], ', ')}, ${'end'} AS z`;
    expect(outer.values).toEqual([1, 2, 3, 4, 5, 2, 3, 'end']);
    expect(outer.text.match(/\?/g)).toHaveLength(outer.values.length);
    expect(Object.values(db.one<Record<string, unknown>>(outer))).toEqual([1, 5, 4, 25, 'end']);
  });

  test('takes nothing for a fragment that did not come from the tag', () => {
    const forged = { text: '1; DROP TABLE t', values: [] } as Query;
    expect(() => sql`SELECT ${forged}`).toThrow('SQLite cannot hold a value of type object');
  });

  test.for([undefined, true, new Date(), {}, [], [1], Symbol('s'), Number.NaN, () => 1])(
    'refuses what SQLite has no type for: %s',
    (value) => {
      expect(() => sql`SELECT ${value as unknown as string}`).toThrow(/^SQLite cannot hold/);
    },
  );
});

describe('name', () => {
  test.for(['codes', 'a', 'sha256', 'created_by'])('takes %s', (identifier) => {
    expect(name(identifier)).toMatchObject({ text: `"${identifier}"`, values: [] });
  });

  test.for(['', 'Codes', 'a b', 'a"b', 'a;b', "a'", '1a', '_a', 'a.b', 'ä', 'a\n', 'a--', 'a\0'])(
    'refuses %j',
    (identifier) => {
      expect(() => name(identifier)).toThrow('is not an identifier');
    },
  );
});

describe('a connection', () => {
  test('gives rows, the first row, the one row, or how many changed', () => {
    db.script('CREATE TABLE numbers (n INTEGER) STRICT');
    expect(db.run(sql`INSERT INTO numbers VALUES (${1}), (${2}), (${3})`)).toBe(3);
    expect(db.all(sql`SELECT n FROM numbers WHERE n > ${1}`)).toEqual([{ n: 2 }, { n: 3 }]);
    expect(db.get(sql`SELECT n FROM numbers WHERE n > ${9}`)).toBeUndefined();
    expect(() => db.one(sql`SELECT n FROM numbers WHERE n > ${9}`)).toThrow(/no row for: SELECT n/);
    expect([...db.iterate(sql`SELECT n FROM numbers WHERE n < ${3}`)]).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('runs loops within loops over the same statement', () => {
    db.script('CREATE TABLE pairs (n INTEGER) STRICT; INSERT INTO pairs VALUES (1), (2)');
    const query = sql`SELECT n FROM pairs`;
    const pairs: number[][] = [];
    for (const { n } of db.iterate<{ n: number }>(query))
      for (const { n: m } of db.iterate<{ n: number }>(query)) pairs.push([n, m]);
    expect(pairs).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ]);
  });

  test('goes on after the table of a remembered statement was made anew', () => {
    const insert = () => db.run(sql`INSERT INTO anew VALUES (${1})`);
    db.script('CREATE TEMP TABLE anew (a)');
    insert();
    db.script('DROP TABLE anew; CREATE TEMP TABLE anew (a)');
    expect(insert()).toBe(1);
  });
});
