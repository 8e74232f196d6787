import { expect, test } from 'vitest';
import type { DocumentRow } from '../../src/contract/documents.ts';
import { groupByCase, kindOfFile } from '../../src/renderer/library/groups.ts';

function document(id: string, ...cases: string[]): DocumentRow {
  return { id, cases: cases.map((name) => ({ id: name, name })) } as unknown as DocumentRow;
}

const shape = (documents: DocumentRow[], cases: { id: string; name: string }[] = []) =>
  groupByCase(documents, cases)?.map((group) => [group.name, group.documents.map(({ id }) => id)]);

test('documents stand under their cases, under each of several, and none is dropped', () => {
  const documents = [document('1', 'North'), document('2'), document('3', 'South', 'North')];
  expect(shape(documents)).toEqual([
    ['North', ['1', '3']],
    ['South', ['3']],
    [null, ['2']],
  ]);
});

test('cases without documents come before those that have some', () => {
  const cases = ['East', 'North'].map((name) => ({ id: name, name }));
  expect(shape([document('1', 'North'), document('2')], cases)).toEqual([
    ['East', []],
    ['North', ['1']],
    [null, ['2']],
  ]);
});

test('without any case there are no groups', () => {
  expect(groupByCase([document('1'), document('2')], [])).toBeNull();
});

test('the kind of a file is its extension', () => {
  expect(kindOfFile('plan.md')).toBe('MD');
  expect(kindOfFile('plan.v2.markdown')).toBe('MD');
  expect(kindOfFile('README')).toBe('');
});
