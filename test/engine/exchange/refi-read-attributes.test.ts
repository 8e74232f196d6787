import { expect, test } from 'vitest';
import { guid, readParts } from './refi-read-kit.ts';

const inlineText = (number: number, inner = '') =>
  `<TextSource guid="${guid(number)}" name="Text ${number}"><PlainTextContent>Some words.</PlainTextContent>${inner}</TextSource>`;

test('dates whose times are all midnight are dates, and times of cases and documents are kept apart', async () => {
  const value = (variable: number, said: string) =>
    `<VariableValue><VariableRef targetGUID="${guid(variable)}"/><DateTimeValue>${said}</DateTimeValue></VariableValue>`;
  const pieces = await readParts({
    variables: ['Day', 'Moment']
      .map((name, at) => `<Variable guid="${guid(50 + at)}" name="${name}" typeOfVariable="DateTime"/>`)
      .join(''),
    cases: [
      value(50, '2024-02-27T00:00:00Z') + value(51, '2024-02-27T00:00:00'),
      value(51, '2024-02-28T23:59:59.5+02:00'),
    ]
      .map((values, at) => `<Case guid="${guid(30 + at)}" name="Case ${at}">${values}</Case>`)
      .join(''),
    sources: inlineText(21, value(51, '2024-02-29T00:00:00.000+00:00')),
  });
  const names = new Map(
    pieces.of('attribute').map((each) => [each.id, `${each.name} of a ${each.appliesTo}`]),
  );
  const said = (values: readonly { attribute: string; value: unknown }[] = []) =>
    values.map((each) => `${names.get(each.attribute)} ${each.value}`);
  expect(said(pieces.document().values)).toEqual(['Moment of a document 2024-02-29']);
  expect(pieces.of('case').map(({ values }) => said(values))).toEqual([
    [
      'Day of a case 2024-02-27',
      'Moment of a case 2024-02-27',
      // Among others that have a time, midnight is one, too.
      'Moment: time of day of a case 00:00:00',
    ],
    ['Moment of a case 2024-02-28', 'Moment: time of day of a case 23:59:59.5+02:00'],
  ]);
});

test('groups of documents of ATLAS.ti that are named like values are an attribute', async () => {
  const set = (number: number, name: string, ...members: number[]) =>
    `<Set guid="${guid(number)}" name="${name}"><Description>About ${name}</Description>${members.map((member) => `<MemberSource targetGUID="${guid(member)}"/>`).join('')}</Set>`;
  const sets = [
    set(60, 'gender: female', 21),
    set(61, 'gender: male', 22),
    set(62, 'wave: first', 21, 22),
    set(63, 'wave: second', 22),
    set(64, 'Interviews', 21),
  ].join('');
  const pieces = await readParts({
    origin: 'ATLAS.ti Windows 23.2',
    sources: inlineText(21) + inlineText(22) + inlineText(23),
    sets,
  });
  const facts = pieces.of('attribute').map(({ name, kind, choices }) => [name, kind, choices]);
  expect(facts).toEqual([
    ['gender', 'choice', ['female', 'male']],
    // A document that is in both waves has no one value.
    ['wave: first', 'boolean', undefined],
    ['wave: second', 'boolean', undefined],
    ['Interviews', 'boolean', undefined],
  ]);
  expect(pieces.of('attribute')[0]?.description).toBe(
    'female: About gender: female\nmale: About gender: male',
  );
  expect(pieces.of('document').map(({ values }) => values.map(({ value }) => value))).toEqual([
    ['female', true, false, true],
    ['male', true, true, false],
    [false, false, false],
  ]);
});
