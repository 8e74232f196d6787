import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { strToU8, zipSync } from 'fflate';
import type { ExchangeFormat } from '../../../../src/contract/exchange.ts';
import { buildPdf } from '../../../fixtures/pdf/build.ts';
import { tempFolder } from '../../kit/project.ts';
import { guid, projectXml } from '../refi-read-kit.ts';

export interface MadeFile {
  readonly name: string;
  /** The form of a project or of codings; `codebook` for one alone. */
  readonly format: ExchangeFormat | 'codebook';
  readonly bytes: Uint8Array;
}

const TEXT = 'The grid is the limit.\r\n\r\nHeat 🙂 plans by 2030, é and so on.\n';

const selection = (number: number, start: number, end: number, code: number) =>
  `<PlainTextSelection guid="${guid(number)}" name="${TEXT.slice(start, start + 5)}" startPosition="${start}" endPosition="${end}" creatingUser="${guid(1)}" creationDateTime="2026-01-02T03:04:05Z"><Description>A note</Description><Coding guid="${guid(number + 500)}" creatingUser="${guid(1)}"><CodeRef targetGUID="${guid(code)}"/></Coding></PlainTextSelection>`;

/** A project with something of everything that the format has. */
function refi(): Uint8Array {
  const xml = projectXml({
    codes: `<Code guid="${guid(10)}" name="Barriers" isCodable="false"><Description>Use when: it stops</Description><Code guid="${guid(11)}" name="Grid" isCodable="true" color="#a56a16"/></Code><Code guid="${guid(12)}" name="Heat" isCodable="true"/>`,
    variables: `<Variable guid="${guid(20)}" name="Share" typeOfVariable="Integer"/><Variable guid="${guid(21)}" name="Since" typeOfVariable="Date"/>`,
    cases: `<Case guid="${guid(30)}" name="Country"><VariableValue><VariableRef targetGUID="${guid(20)}"/><IntegerValue>3</IntegerValue></VariableValue><SourceRef targetGUID="${guid(40)}"/><SelectionRef targetGUID="${guid(51)}"/></Case>`,
    sources: `<TextSource guid="${guid(40)}" name="Plan" plainTextPath="internal://plan.txt">${selection(50, 0, 8, 11)}${selection(51, 26, 34, 12)}<NoteRef targetGUID="${guid(60)}"/></TextSource><PDFSource guid="${guid(41)}" name="Printed" path="internal://printed.pdf"><PDFSelection guid="${guid(70)}" page="0" firstX="100" firstY="700" secondX="200" secondY="600"><Coding guid="${guid(71)}"><CodeRef targetGUID="${guid(12)}"/></Coding></PDFSelection><Representation guid="${guid(42)}" plainTextPath="internal://printed.txt">${selection(72, 4, 8, 12)}</Representation></PDFSource>`,
    notes: `<Note guid="${guid(60)}" name="Why"><PlainTextContent>Because</PlainTextContent></Note>`,
    links: `<Link guid="${guid(80)}" name="see" direction="Associative" originGUID="${guid(11)}" targetGUID="${guid(12)}"/>`,
    sets: `<Set guid="${guid(90)}" name="North"><MemberSource targetGUID="${guid(40)}"/></Set>`,
    graphs: `<Graph guid="${guid(95)}" name="Net"><Vertex guid="${guid(96)}" representedGUID="${guid(11)}" firstX="1" firstY="1"/></Graph>`,
  });
  const lines = [{ text: 'The grid is the limit.', x: 72, y: 700 }];
  return zipSync({
    'project.qde': strToU8(xml),
    'sources/plan.txt': strToU8(TEXT),
    'sources/printed.txt': strToU8('The grid is the limit.'),
    'sources/printed.pdf': new Uint8Array(buildPdf({ pages: [{ lines }] })),
  });
}

/** A database with what RQDA's reader asks for. */
function rqda(): Uint8Array {
  const path = join(tempFolder(), 'made.rqda');
  const db = new Database(path);
  db.exec(`
    CREATE TABLE project (databaseversion TEXT, date TEXT, dateM TEXT, memo TEXT, about TEXT, imageDir TEXT);
    CREATE TABLE source (name TEXT, id INTEGER, file TEXT, memo TEXT, owner TEXT, date TEXT, dateM TEXT, status INTEGER);
    CREATE TABLE freecode (name TEXT, memo TEXT, owner TEXT, date TEXT, dateM TEXT, id INTEGER, status INTEGER, color TEXT);
    CREATE TABLE coding (cid INTEGER, fid INTEGER, seltext TEXT, selfirst REAL, selend REAL, status INTEGER, owner TEXT, date TEXT, memo TEXT);
    INSERT INTO project VALUES ('0.2.2', '', '', 'A study', '', '');
    INSERT INTO source VALUES ('Plan', 1, 'The grid 🙂 is the limit.', '', 'rqda', '', '', 1);
    INSERT INTO freecode VALUES ('Grid', 'what it is', 'rqda', '', '', 1, 1, NULL);
    INSERT INTO coding VALUES (1, 1, 'grid', 4, 8, 1, 'rqda', '', 'a note');
  `);
  db.close();
  return readFileSync(path);
}

const annotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  type: 'Annotation',
  motivation: 'tagging',
  body: [{ type: 'TextualBody', purpose: 'tagging', value: 'Grid' }],
  target: {
    source: 'plan.txt',
    selector: [
      { type: 'TextQuoteSelector', exact: 'grid', prefix: 'The ', suffix: ' is' },
      { type: 'TextPositionSelector', start: 4, end: 8 },
    ],
  },
};

const hypothesis = {
  total: 1,
  rows: [
    {
      id: 'a',
      uri: 'file:///plan.txt',
      text: 'why',
      tags: ['Grid'],
      user: 'acct:a@b.c',
      target: [{ source: 'file:///plan.txt', selector: annotation.target.selector }],
    },
  ],
};

const ID = '00000000-0000-4000-8000-000000000001';
const QDC = `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="${ID}" name="Barriers" isCodable="false"><Description>Use when:\nit stops</Description><Code guid="${guid(2)}" name="Grid" isCodable="true" color="#a56a16"/></Code></Codes></CodeBook>`;
const TURTLE = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:uuid:${ID}> a skos:Concept ; skos:prefLabel "Barriers"@en ; skos:narrower <urn:x:2> .
<urn:x:2> a skos:Concept ; skos:prefLabel "Grid"@en ; skos:altLabel "Netz"@de ; skos:notation "1.2" ; skos:broader <urn:uuid:${ID}> .`;
const JSON_BOOK = JSON.stringify({
  format: 'colligo-taxonomy',
  version: 2,
  title: 'A',
  codes: [{ id: ID, name: 'Barriers', children: [{ name: 'Grid', colour: '#a56a16' }] }],
});

/** @returns a codebook in every form that is read and is no archive */
export const madeBooks = (): MadeFile[] =>
  Object.entries({
    'made.qdc': QDC,
    'made.ttl': TURTLE,
    'book.json': JSON_BOOK,
    'book.jsonld':
      '{"@context":{"skos":"http://www.w3.org/2004/02/skos/core#"},"@id":"urn:x:1","@type":"skos:Concept","skos:prefLabel":"Grid"}',
    'book.csv': 'path,name,definition\nBarriers,Barriers,What stops it\nBarriers / Grid,Grid,\n',
    'book.txt': 'Barriers\n  Grid\n  Money\nHeat\n',
    'book.md': '# Codebook\n\n## Barriers\n\nWhat stops it.\n\n### Grid\n\n- a list\n',
  }).map(([name, text]) => ({ name, format: 'codebook', bytes: strToU8(text) }));

/** @returns small files of every form, made here */
export function madeFiles(): MadeFile[] {
  return [
    { name: 'made.qdpx', format: 'refi', bytes: refi() },
    { name: 'made.rqda', format: 'rqda', bytes: rqda() },
    { name: 'made.jsonld', format: 'annotations', bytes: strToU8(JSON.stringify([annotation])) },
    {
      name: 'made.html',
      format: 'taguette',
      bytes: strToU8(
        '<title>Taguette highlights</title><h1>Taguette highlights</h1><p>The <b>grid</b></p><p><strong>Document:</strong> Plan <strong>Tags:</strong>\n Grid,\n Heat</p><hr><p>é 🙂</p><p><strong>Document:</strong> plan.txt <strong>Tags:</strong></p>',
      ),
    },
    { name: 'made.json', format: 'hypothesis', bytes: strToU8(JSON.stringify(hypothesis)) },
    {
      name: 'made.csv',
      format: 'codings-table',
      bytes: strToU8('document,quote,code\nPlan,The grid,Barriers / Grid\n'),
    },
  ];
}
