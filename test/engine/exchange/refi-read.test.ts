import { expect, test } from 'vitest';
import { guid, id, readParts, selection, textFile } from './refi-read-kit.ts';

const TEXT = 'Some words of a first text.\nAnd a second line of it.';
const inlineText = (number: number, inner = '', name = `Text ${number}`) =>
  `<TextSource guid="${guid(number)}" name="${name}"><PlainTextContent>${TEXT}</PlainTextContent>${inner}</TextSource>`;

test('coders, codes and codings come with who made them and when', async () => {
  const codes = `<Code guid="{${guid(11).toLowerCase()}}" name="Group" isCodable="false" color="#F0a"><Description>What it is

Use when:
often</Description><Code guid="${guid(12)}" name="Below" isCodable="true" color="#102030"/></Code>`;
  const pieces = await readParts({
    codes,
    sources: inlineText(
      21,
      selection(100, 5, 10, { code: 12, inner: '<Description>Because.</Description>' }),
    ),
  });
  expect(pieces.of('coder').map(({ id, name }) => [id, name])).toEqual([
    [id(1), 'Coder A'],
    [id(2), 'Coder B'],
  ]);
  expect(pieces.of('code')).toEqual([
    {
      type: 'code',
      id: id(11),
      parentId: null,
      name: 'Group',
      codable: false,
      definition: 'What it is',
      useWhen: 'often',
      colour: '#ff00aa',
    },
    { type: 'code', id: id(12), parentId: id(11), name: 'Below', codable: true, colour: '#102030' },
  ]);
  expect(pieces.document().passages).toEqual([
    {
      id: id(100),
      place: { start: 5, end: 10 },
      comment: 'Because.',
      createdAt: '2024-05-01T10:00:00.000Z',
      createdBy: id(1),
      codings: [{ id: id(5100), code: id(12), coder: id(2), createdAt: '2024-05-02T10:00:00.000Z' }],
    },
  ]);
  expect(pieces.of('project')[0]).toMatchObject({
    tool: 'Some program 1',
    title: 'Made up',
    keepsPassages: false,
  });
  expect(pieces.of('attachment').map(({ name }) => name)).toEqual(['project.qde']);
});

test('pieces come in their order', async () => {
  const pieces = await readParts({
    sources: inlineText(21, `<NoteRef targetGUID="${guid(40)}"/>`),
    cases: `<Case guid="${guid(30)}" name="A case"><SourceRef targetGUID="${guid(21)}"/></Case>`,
    notes: `<Note guid="${guid(40)}" name="N"><PlainTextContent>Words</PlainTextContent></Note>`,
  });
  expect(pieces.all.map(({ type }) => type)).toEqual([
    'project',
    'coder',
    'coder',
    'code',
    'code',
    'document',
    'case',
    'memo',
    'attachment',
  ]);
});

test('variables become attributes of documents or cases, whichever have values', async () => {
  const value = (variable: number, inner: string) =>
    `<VariableValue><VariableRef targetGUID="${guid(variable)}"/>${inner}</VariableValue>`;
  const kinds = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'];
  const pieces = await readParts({
    variables: kinds
      .map((kind, at) => `<Variable guid="${guid(50 + at)}" name="${kind}" typeOfVariable="${kind}"/>`)
      .join(''),
    cases: `<Case guid="${guid(30)}" name="A case">${value(50, '<TextValue>red</TextValue>')}${value(51, '<BooleanValue>true</BooleanValue>')}${value(53, '<FloatValue>1.5</FloatValue>')}${value(99, '<TextValue>x</TextValue>')}<SourceRef targetGUID="${guid(21)}"/></Case>`,
    sources: inlineText(
      21,
      `${value(50, '<TextValue>blue</TextValue>')}${value(52, '<IntegerValue>many</IntegerValue>')}${value(54, '<DateValue>2024-02-30</DateValue>')}${value(55, '<DateTimeValue>2024-02-28T12:30:00Z</DateTimeValue>')}${value(53, '')}`,
    ),
  });
  expect(pieces.of('attribute').map(({ name, appliesTo, kind }) => `${name} ${appliesTo} ${kind}`)).toEqual([
    'Text document text',
    'Text case text',
    'Boolean case boolean',
    'Integer document number',
    'Float case number',
    'Date document date',
    'DateTime document date',
    'DateTime: time of day document text',
  ]);
  const names = new Map(pieces.of('attribute').map((each) => [each.id, each.name]));
  const said = (values: readonly { attribute: string; value: unknown }[]) =>
    values.map((each) => [names.get(each.attribute), each.value]);
  expect(said(pieces.document().values)).toEqual([
    ['Text', 'blue'],
    ['DateTime', '2024-02-28'],
    ['DateTime: time of day', '12:30:00Z'],
  ]);
  expect(said(pieces.of('case')[0]?.values ?? [])).toEqual([
    ['Text', 'red'],
    ['Boolean', true],
    ['Float', 1.5],
  ]);
  expect(pieces.said()).toEqual([
    'left: A value was not of the kind that its variable has.',
    'kept: A time of day went into an attribute of its own, since attributes hold dates.',
    'left: A value named a variable that the file does not have.',
  ]);
});

test('a nameless case of one source holds attributes of a document', async () => {
  const pieces = await readParts({
    variables: `<Variable guid="${guid(50)}" name="Age" typeOfVariable="Integer"/>`,
    cases: `<Case guid="${guid(30)}"><VariableValue><VariableRef targetGUID="${guid(50)}"/><IntegerValue>41</IntegerValue></VariableValue><SourceRef targetGUID="${guid(21)}"/></Case>`,
    sources: inlineText(21),
  });
  expect(pieces.of('case')).toEqual([]);
  expect(pieces.document().values).toEqual([{ attribute: id(50), value: 41 }]);
});

test('a case of a whole text is its document, of a part a code of its name', async () => {
  const pieces = await readParts({
    cases: `<Case guid="${guid(30)}" name="Whole"><SelectionRef targetGUID="${guid(100)}"/></Case><Case guid="${guid(31)}" name="Part"><SelectionRef targetGUID="${guid(101)}"/></Case><Case guid="${guid(32)}" name="Coded"><CodeRef targetGUID="${guid(32)}"/></Case><Case guid="${guid(33)}" name="By code"><CodeRef targetGUID="${guid(11)}"/></Case>`,
    codes: `<Code guid="${guid(11)}" name="One" isCodable="true"/><Code guid="${guid(32)}" name="Coded" isCodable="true"><Code guid="${guid(13)}" name="Below" isCodable="true"/></Code>`,
    sources: inlineText(
      21,
      `<PlainTextSelection guid="${guid(100)}" startPosition="0" endPosition="${TEXT.length}"/><PlainTextSelection guid="${guid(101)}" startPosition="0" endPosition="4" creatingUser="${guid(2)}"/>${selection(102, 0, TEXT.length, { code: 32 })}${selection(103, 5, 10, { code: 32 })}`,
    ),
  });
  expect(pieces.of('case').map(({ name, documents }) => [name, documents])).toEqual([
    ['Whole', [id(21)]],
    ['Part', []],
    ['Coded', [id(21)]],
    ['By code', []],
  ]);
  const codes = pieces.of('code');
  const path = (code: string | null): string => {
    const found = codes.find((each) => each.id === code);
    return found ? `${path(found.parentId)}/${found.name}` : '';
  };
  expect(codes.map((each) => path(each.id))).toEqual([
    '/One',
    '/Below',
    '/Cases',
    '/Cases/Part',
    '/Cases/Coded',
  ]);
  expect(
    pieces
      .document()
      .passages.map(({ place, codings }) => [place, codings.map(({ code, coder }) => [path(code), coder])]),
  ).toEqual([
    [{ start: 0, end: 4 }, [['/Cases/Part', id(2)]]],
    [{ start: 5, end: 10 }, [['/Cases/Coded', id(1)]]],
  ]);
  expect(pieces.of('memo').map(({ about, body }) => [about, body])).toEqual([
    [{ kind: 'case', id: id(33) }, 'One'],
  ]);
});

test('notes are memos about what refers to them, or what they are linked with', async () => {
  const note = (number: number, inner = '') =>
    `<Note guid="${guid(number)}" name="Note ${number}"><PlainTextContent>Words ${number}</PlainTextContent>${inner}</Note>`;
  const ref = (number: number) => `<NoteRef targetGUID="${guid(number)}"/>`;
  const link = (number: number, from: number, to: number, name = '') =>
    `<Link guid="${guid(number)}" name="${name}" direction="OneWay" originGUID="${guid(from)}" targetGUID="${guid(to)}"/>`;
  const coding = `<Coding guid="${guid(200)}"><CodeRef targetGUID="${guid(11)}"/>${ref(43)}</Coding>`;
  const pieces = await readParts({
    codes: `<Code guid="${guid(11)}" name="One" isCodable="true">${ref(40)}</Code><Code guid="${guid(12)}" name="Two" isCodable="true"/>`,
    sources: inlineText(
      21,
      `<PlainTextSelection guid="${guid(100)}" startPosition="0" endPosition="4">${coding}${ref(42)}</PlainTextSelection>${selection(101, 5, 10)}<PlainTextSelection guid="${guid(102)}" startPosition="11" endPosition="13"/>${ref(41)}${ref(40)}`,
    ),
    notes:
      [40, 41, 42, 43, 44, 45, 46].map((number) => note(number)).join('') +
      note(47, selection(150, 0, 5, { code: 12 })),
    links: [
      link(300, 44, 102),
      link(301, 100, 101, 'contradicts'),
      link(302, 11, 12, 'not to be confused with'),
      link(303, 12, 21, 'is about'),
      link(304, 12, 999, 'dangles'),
    ].join(''),
    end: ref(45),
  });
  const memos = pieces.of('memo').map(({ title, body, about }) => [title || body, about]);
  expect(memos).toEqual([
    ['contradicts', { kind: 'pair', passage: id(100), other: id(101) }],
    ['Links', { kind: 'project' }],
    ['Note 40', { kind: 'code', id: id(11) }],
    ['Note 40', { kind: 'document', id: id(21) }],
    ['Note 41', { kind: 'document', id: id(21) }],
    ['Note 42', { kind: 'passage', id: id(100) }],
    ['Note 43', { kind: 'coding', id: id(200) }],
    ['Note 44', { kind: 'passage', id: id(102) }],
    ['Note 45', { kind: 'project' }],
    ['Note 46', { kind: 'project' }],
    ['Note 47', { kind: 'project' }],
  ]);
  expect(new Set(pieces.of('memo').map((memo) => memo.id)).size).toBe(memos.length);
  expect(pieces.of('memo').at(-1)?.body).toBe('Words 47\n\nTwo: “Words”');
  expect(pieces.of('code')[0]?.links).toEqual([{ kind: 'not_to_be_confused', other: id(12) }]);
  expect(pieces.of('memo')[1]?.body.split('\n')).toEqual([
    'Two → Text 21 (is about)',
    expect.stringMatching(/^Two → .* \(dangles\)$/),
  ]);
});

test('a note that selects words of the source that refers to it is a memo on those words', async () => {
  const pieces = await readParts({
    origin: 'QualCoder 3.6',
    sources: inlineText(21, `<NoteRef targetGUID="${guid(40)}"/>`),
    notes: `<Note guid="${guid(40)}" name="Remark"><PlainTextContent>Why these</PlainTextContent><PlainTextSelection guid="${guid(100)}" startPosition="5" endPosition="10"/></Note>`,
  });
  expect(pieces.words()).toEqual(['words']);
  expect(pieces.document().passages[0]).toMatchObject({ id: id(100), codings: [] });
  expect(pieces.of('memo').map(({ body, about }) => [body, about])).toEqual([
    ['Why these', { kind: 'passage', id: id(100) }],
  ]);
  expect(pieces.said()).toEqual([]);
});

test('sets of sources are attributes, other sets and graphs are listed', async () => {
  const pieces = await readParts({
    sources: inlineText(21) + inlineText(22),
    sets: `<Set guid="${guid(60)}" name="gender: female"><MemberSource targetGUID="${guid(21)}"/></Set><Set guid="${guid(61)}" name="Some codes"><MemberCode targetGUID="${guid(11)}"/><MemberCode guid="${guid(12)}"/></Set><Set guid="${guid(62)}" name="Empty"/>`,
    graphs: `<Graph guid="${guid(70)}" name="Net"><Vertex guid="${guid(71)}" representedGUID="${guid(11)}" firstX="0" firstY="0"/><Vertex guid="${guid(72)}" name="Free" firstX="0" firstY="0"/><Edge guid="${guid(73)}" sourceVertex="${guid(71)}" targetVertex="${guid(72)}"/></Graph>`,
  });
  expect(pieces.of('attribute').map(({ name, kind, appliesTo }) => [name, kind, appliesTo])).toEqual([
    ['gender: female', 'boolean', 'document'],
  ]);
  expect(pieces.of('document').map(({ values }) => values.map(({ value }) => value))).toEqual([
    [true],
    [false],
  ]);
  expect(pieces.of('memo').map(({ title, body }) => [title, body])).toEqual([
    ['Set: Some codes', 'One\nTwo'],
    ['Set: Empty', 'An empty set.'],
    ['Graph: Net', 'One\nFree\nOne — Free'],
  ]);
});

test('old hierarchical names of ATLAS.ti nest where there is such a parent', async () => {
  const codes = ['Drinks::Coke', 'Drinks', 'Food::Bread']
    .map((name, at) => `<Code guid="${guid(11 + at)}" name="${name}" isCodable="true"/>`)
    .join('');
  const pieces = await readParts({ origin: 'ATLAS.ti 8.4.0', codes });
  expect(pieces.of('code').map(({ name, parentId }) => [name, parentId])).toEqual([
    ['Drinks', null],
    ['Coke', id(12)],
    ['Food::Bread', null],
  ]);
});

test('what has the GUID of another gets one of its own, the same each time', async () => {
  const parts = {
    codes: `<Code guid="${guid(11)}" name="One" isCodable="true"/><Code guid="${guid(11)}" name="Twin" isCodable="true"/>`,
    sources: inlineText(21, selection(100, 0, 4) + selection(100, 5, 10)) + inlineText(21),
  };
  const [pieces, again] = [await readParts(parts), await readParts(parts)];
  const ids = pieces.of('document').map((each) => each.id);
  expect(new Set([...ids, ...pieces.of('code').map((each) => each.id)]).size).toBe(4);
  expect(new Set(pieces.document().passages.map((each) => each.id)).size).toBe(2);
  expect(again.of('document').map((each) => each.id)).toEqual(ids);
  expect(pieces.said()).toEqual([
    'mended: Two things had the same GUID (code); the second got another one.',
    'mended: Two selections had the same GUID; the second got another one.',
    'mended: Two codings had the same GUID; the second got another one.',
    'mended: Two sources had the same GUID; the second got another one.',
  ]);
});

test('references that lead nowhere are said, and nothing else suffers', async () => {
  const pieces = await readParts({
    cases: `<Case guid="${guid(30)}" name="C"><SourceRef targetGUID="${guid(998)}"/><SelectionRef targetGUID="${guid(997)}"/></Case>`,
    sources:
      inlineText(
        21,
        `${selection(100, 0, 4, { code: 999 })}${selection(101, 5, 10)}<NoteRef targetGUID="${guid(996)}"/>`,
      ) + textFile(22, 'missing.txt', selection(102, 0, 4, { name: 'Some' }), 'Gone'),
    links: `<Link guid="${guid(300)}" originGUID="${guid(995)}" targetGUID="no guid"/>`,
  });
  expect(pieces.words()).toEqual(['Some', 'words']);
  expect(pieces.document().passages[0]).toMatchObject({ codings: [], comment: 'Marked' });
  expect(pieces.said().toSorted()).toEqual([
    'kept: A selection without code and comment came with the comment “Marked”.',
    'kept: Links that have no place here are listed in a memo on the project.',
    'kept: Selections of a source without a text are listed in a memo on the project, with their codes.',
    'left: A case named a selection that is not in a text.',
    'left: A case named a source that did not become a document.',
    'left: A coding named a code that the file does not have.',
    'left: A file that the project names is not in it.',
    'left: A source has no text in the file.',
  ]);
  expect(pieces.of('memo').find(({ title }) => title === 'Gone')?.body).toBe('0 to 4 · Some · One');
});

test('codes nest a thousand deep, and no deeper', async () => {
  const nested = (depth: number) =>
    Array.from(
      { length: depth },
      (_, at) => `<Code guid="${guid(1000 + at)}" name="C${at}" isCodable="true">`,
    ).join('') + '</Code>'.repeat(depth);
  expect((await readParts({ codes: nested(1000) })).of('code').length).toBe(1000);
  await expect(readParts({ codes: nested(1001) })).rejects.toThrow('1,000 deep');
});

test('codes on a source as a whole, and what a source says of itself', async () => {
  const pieces = await readParts({
    sources: `<TextSource guid="${guid(21)}" name="T" creatingUser="${guid(1)}" creationDateTime="2024-01-01T00:00:00Z"><Description>About it</Description><PlainTextContent>Words.\n</PlainTextContent><Coding guid="${guid(200)}" creatingUser="${guid(1)}"><CodeRef targetGUID="${guid(11)}"/></Coding></TextSource>`,
  });
  expect(pieces.words()).toEqual(['Words.']);
  expect(pieces.document()).toMatchObject({ createdAt: '2024-01-01T00:00:00.000Z', createdBy: id(1) });
  expect(pieces.of('memo')[0]).toMatchObject({
    title: 'Description',
    body: 'About it',
    about: { kind: 'document', id: id(21) },
  });
});
