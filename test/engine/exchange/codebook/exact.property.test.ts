import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodebookNode } from '../../../../src/engine/codebook/whole.ts';
import type { Book, BookTitle } from '../../../../src/engine/exchange/codebook/book.ts';
import { readJson, writeJson } from '../../../../src/engine/exchange/codebook/json.ts';
import { lossesOf } from '../../../../src/engine/exchange/codebook/losses.ts';
import { readMarkdown } from '../../../../src/engine/exchange/codebook/markdown/read.ts';
import { writeMarkdown } from '../../../../src/engine/exchange/codebook/markdown/write.ts';
import { readQdc, writeQdc } from '../../../../src/engine/exchange/codebook/qdc.ts';
import { parseJsonLd, parseTurtle } from '../../../../src/engine/exchange/codebook/skos/parse.ts';
import { bookFrom } from '../../../../src/engine/exchange/codebook/skos/read.ts';
import { writeJsonLd, writeTurtle } from '../../../../src/engine/exchange/codebook/skos/write.ts';
import { readCodesCsv, readCodesXlsx } from '../../../../src/engine/exchange/codebook/table/read.ts';
import { writeCodesCsv, writeCodesXlsx } from '../../../../src/engine/exchange/codebook/table/write.ts';
import { codebook } from './kit.ts';

const TITLE: BookTitle = { title: 'Öl & “Gas”', description: 'What it is\nfor.', language: '' };
const title = fc.constantFrom(TITLE, { ...TITLE, language: 'en' }, { ...TITLE, language: 'de-AT' });
const LABELLED = ['notation', 'alias', 'hidden', 'note'];

/** What a book says of its codes, without what a reader adds. */
const nodesOf = ({ codes }: Book) => codes.map(({ isIdentified: _, ...code }) => code);
const titleOf = ({ title, description, language }: Book) => ({ title, description, language });

/** What is left of a codebook where a form holds no other words and no links. */
const bare = (nodes: readonly CodebookNode[]) => nodes.map((node) => ({ ...node, labels: [], links: [] }));

test('JSON holds a codebook exactly', () => {
  fc.assert(
    fc.property(title, codebook, (said, nodes) => {
      const book = readJson(writeJson(said, nodes), 'book.json');
      expect(nodesOf(book)).toEqual(nodes);
      expect(titleOf(book)).toEqual(said);
      expect(lossesOf('json', nodes)).toEqual([]);
    }),
  );
});

test('SKOS in Turtle holds a codebook exactly', async () => {
  await fc.assert(
    fc.asyncProperty(title, codebook, async (said, nodes) => {
      const book = bookFrom(parseTurtle(await writeTurtle(said, nodes)), {});
      expect(nodesOf(book)).toEqual(nodes);
      expect(titleOf(book)).toEqual(said);
      expect(lossesOf('ttl', nodes)).toEqual([]);
    }),
  );
});

test('SKOS in JSON-LD holds a codebook exactly', async () => {
  await fc.assert(
    fc.asyncProperty(title, codebook, async (said, nodes) => {
      const book = bookFrom(await parseJsonLd(writeJsonLd(said, nodes)), {});
      expect(nodesOf(book)).toEqual(nodes);
      expect(titleOf(book)).toEqual(said);
    }),
    { numRuns: 40 },
  );
});

test('a REFI-QDA codebook holds all but other words and links, and the list of losses says so', async () => {
  await fc.assert(
    fc.asyncProperty(codebook, async (nodes) => {
      const book = await readQdc(Buffer.from([...writeQdc(nodes)].join('')));
      expect(nodesOf(book)).toEqual(bare(nodes));
      const isBare = nodes.every(({ labels, links }) => labels.length + links.length === 0);
      expect(lossesOf('qdc', nodes).length === 0).toBe(isBare);
    }),
  );
});

test.each(['csv', 'xlsx'] as const)('%s holds what its list of losses does not name', async (format) => {
  await fc.assert(
    fc.asyncProperty(codebook, async (nodes) => {
      const book =
        format === 'csv'
          ? readCodesCsv(Buffer.from(writeCodesCsv(nodes)))
          : await readCodesXlsx(new Uint8Array(Buffer.concat([...writeCodesXlsx(nodes)])));
      const lost = new Set(lossesOf(format, nodes).map(({ field }) => field));
      const kept = nodes.map((node) => ({
        ...node,
        labels: node.labels
          .filter(({ kind }) => LABELLED.includes(kind))
          .map((label) => ({ ...label, language: '' })),
      }));
      const sorted = (list: readonly CodebookNode['labels'][number][]) =>
        [...new Set(list.map(({ kind, text }) => `${kind} ${text}`))].toSorted();
      expect(nodesOf(book).map((code) => ({ ...code, labels: sorted(code.labels), links: [] }))).toEqual(
        kept.map((code) => ({ ...code, labels: sorted(code.labels), links: [] })),
      );
      if (!lost.has('links'))
        expect(nodesOf(book).map(({ links }) => links)).toEqual(nodes.map(({ links }) => links));
    }),
    { numRuns: 50 },
  );
});

/** What Markdown says of codes: what they mean, and under which of those before them they lie. */
const meant = (
  nodes: readonly (Partial<CodebookNode> & Pick<CodebookNode, 'id' | 'parentId' | 'name'>)[],
): unknown[] => {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  return nodes.map(({ parentId, name, definition, useWhen, useNotWhen, example, codable = true }) => {
    const parent = parentId === null ? null : at.get(parentId);
    return { parent, name, definition, useWhen, useNotWhen, example, codable };
  });
};

test('Markdown holds what its list of losses does not name', () => {
  const groups = fc.constantFrom(undefined, 'Groups other codes.', 'Groups other codes.\n**Use when:** no');
  fc.assert(
    fc.property(title, codebook, groups, (said, codes, definition) => {
      const nodes = codes.map((node) => ({ ...node, definition: definition ?? node.definition }));
      const found = new Map(nodes.map(({ id }) => [id, '2 passages in 1 document']));
      const book = readMarkdown([...writeMarkdown(said, nodes, found)].join(''));
      expect(titleOf(book)).toEqual({ ...said, language: '' });
      expect(meant(book.codes)).toEqual(meant(nodes));
      const lost = lossesOf('md', nodes).map(({ field }) => field);
      expect(lost.filter((field) => ['name', 'text'].includes(field))).toEqual([]);
    }),
  );
});
