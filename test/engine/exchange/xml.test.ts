import { expect, test } from 'vitest';
import { ExchangeError } from '../../../src/engine/exchange/error.ts';
import {
  childOf,
  childrenOf,
  elementsOf,
  readXml,
  textOf,
  XML_LIMITS,
} from '../../../src/engine/exchange/xml/elements.ts';

const read = (xml: string | Uint8Array, limits = XML_LIMITS) => readXml(Buffer.from(xml as string), limits);

test('an element has its name, namespace, attributes and text', async () => {
  const root = await read(
    '<?xml version="1.0"?><q:a xmlns:q="urn:x" one="&lt;1&gt;" q:two="2"><q:b>te<![CDATA[x&]]>t</q:b><!-- no --><c/></q:a>',
  );
  expect([root.name, root.uri, [...root.attributes]]).toEqual([
    'a',
    'urn:x',
    [
      ['one', '<1>'],
      ['two', '2'],
    ],
  ]);
  expect(textOf(childOf(root, 'b'))).toBe('tex&t');
  expect(childrenOf(root).map(({ name }) => name)).toEqual(['b', 'c']);
});

test('elements come one after the other, the root first and alone', async () => {
  async function* pieces() {
    for (const byte of Buffer.from('<p name="x"><s><t a="1">ü</t><t a="2"/></s></p>'))
      yield Uint8Array.of(byte);
  }
  const found: string[] = [];
  for await (const { element, trail } of elementsOf(pieces(), ({ length }) => length === 3))
    found.push(
      `${trail.join('/')} ${element.attributes.get('a') ?? ''}${textOf(element)} ${element.children.length}`,
    );
  expect(found).toEqual(['p  0', 'p/s/t 1ü 1', 'p/s/t 2 0']);
});

test.each([
  ['UTF-8 with a mark', Buffer.from('\uFEFF<?xml version="1.0" encoding="utf-8"?><a>ü</a>')],
  ['UTF-16 with a mark', Buffer.from('\uFEFF<?xml version="1.0" encoding="utf-16"?><a>ü</a>', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('<?xml version="1.0"?><a>ü</a>', 'utf16le')],
  ['UTF-8 that says it is UTF-16', Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>ü</a>')],
  ['Windows-1252', Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\u00fc</a>', 'latin1')],
  ['no declaration', Buffer.from('<a>ü</a>')],
])('the encoding is found out: %s', async (_, bytes) => {
  expect(textOf(await read(bytes))).toBe('ü');
});

test.each([
  [
    'bytes of another encoding',
    Buffer.concat([Buffer.from('<a>'), Buffer.from([0xfc, 0x20]), Buffer.from('</a>')]),
    /not in the encoding/,
  ],
  ['an unknown encoding', '<?xml version="1.0" encoding="klingon"?><a/>', /“klingon”/],
  [
    'entities of its own',
    '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;">]><a>&y;</a>',
    /own entities/,
  ],
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', /own entities/],
  ['an entity that nobody declared', '<a>&x;</a>', /not well-formed/],
  ['an end that is missing', '<a><b></b>', /not well-formed/],
  ['elements that cross', '<a><b></a></b>', /not well-formed/],
  ['text alone', 'words', /not well-formed/],
  ['nothing', '', /not well-formed|holds no XML/],
])('refuses %s', async (_, xml, message) => {
  const error = await read(xml as string).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ExchangeError);
  expect((error as Error).message).toMatch(message);
});

test('refuses what nests too deeply, codes far later than others', async () => {
  const nested = (name: string, depth: number) =>
    `<r>${`<${name}>`.repeat(depth)}${`</${name}>`.repeat(depth)}</r>`;
  await expect(read(nested('b', 256))).rejects.toThrow('256 deep');
  await expect(read(nested('Code', 1001))).rejects.toThrow('1,000 deep');
  expect((await read(nested('Code', 1000))).name).toBe('r');
  expect((await read(nested('b', 255))).name).toBe('r');
});

test('refuses a text, an attribute and a tree beyond all measure, while it comes', async () => {
  const limits = { ...XML_LIMITS, run: 200_000, tree: 100 };
  await expect(read(`<a b="${'x'.repeat(300_000)}"/>`, limits)).rejects.toThrow('too long');
  await expect(read(`<a>${'x'.repeat(300_000)}</a>`, limits)).rejects.toThrow('too long');
  await expect(read(`<a>${'<b/>'.repeat(200)}</a>`, limits)).rejects.toThrow('too many elements');
  let given = 0;
  async function* endless() {
    yield Buffer.from('<a b="');
    for (;;) {
      given += 65_536;
      yield Buffer.alloc(65_536, 'x');
    }
  }
  const all = async () => {
    for await (const _ of elementsOf(endless(), () => true, limits));
  };
  await expect(all()).rejects.toThrow('too long');
  expect(given).toBeLessThan(500_000);
});

test('control characters that XML forbids are let through as they are, but NUL', async () => {
  expect(textOf(await read('<a>x\u0001y\0z</a>'))).toBe('x\u0001y\uFFFDz');
});
