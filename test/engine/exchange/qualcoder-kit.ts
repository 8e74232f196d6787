import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallPdf } from '../kit/pages.ts';
import { tempFolder } from '../kit/project.ts';
import { foreign } from './foreign-kit.ts';

/** The tables of QualCoder 3.8 that hold something of a project. */
export const SCHEMA = `
CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer, bookmarkpos integer, codername text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, av_text_id integer, risid integer, unique(name));
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer, height integer, cid integer, memo text, date text, owner text, important integer, pdf_page integer);
CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, memo text, date text, owner text, important integer);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text);
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text);
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text, date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer);
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text, supercid integer);
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
CREATE TABLE stored_sql (title text, description text, grouper text, ssql text);
CREATE TABLE graph (grid integer primary key, name text);
CREATE TABLE ris (risid integer, tag text, longtag text, value text);`;

/** The text of the first source: everything before the end counts differently in code points and in UTF-16. */
export const TALK =
  'Coder: How 🙂 is the grid?\n\nSpeaker: The grid 𠮷 is the limit, e\u0301ven by 2030.\n\nThe end.';

/** What stands on the pages of the PDF; QualCoder takes the words out in its own way. */
export const PAGES = ['Heat plans need money.', 'The grid is the limit.'];
const PDF_TEXT = 'Heat plans  need\nmoney.\n\n\fThe grid is\nthe limit.\n';

type Rows = Parameters<typeof foreign>[2];

/** @returns the code points of words in a text, as Python counts them */
export function points(text: string, words: string): { pos0: number; pos1: number; seltext: string } {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`${words} is not in the text`);
  const pos0 = [...text.slice(0, at)].length;
  return { pos0, pos1: pos0 + [...words].length, seltext: words };
}

const A = { owner: 'Coder A', date: '2025-03-01 16:47:05' };
const B = { owner: 'Coder B', date: '2025-03-02 10:00:00' };

/** A project with everything that a QualCoder project can hold. */
export const EVERYTHING: NonNullable<Rows> = {
  project: [
    {
      databaseversion: 'v12',
      date: '2025-03-01 16:00:00',
      memo: 'About grids.',
      about: 'QualCoder 3.8',
      codername: 'Coder A',
    },
  ],
  source: [
    {
      id: 1,
      name: 'Talk.txt',
      fulltext: TALK,
      mediapath: '/docs/Talk.txt',
      memo: 'A good one.',
      risid: 1,
      ...A,
    },
    { id: 2, name: 'Plan.pdf', fulltext: PDF_TEXT, mediapath: '/docs/Plan.pdf', memo: '', ...A },
    {
      id: 3,
      name: 'Outside',
      fulltext: 'From elsewhere.',
      mediapath: 'docs:/home/someone/outside.docx',
      memo: '',
      ...A,
    },
    { id: 4, name: 'Tower.jpg', fulltext: null, mediapath: '/images/Tower.jpg', memo: 'A tower.', ...A },
    { id: 5, name: 'Call.mp3', fulltext: null, mediapath: '/audio/Call.mp3', memo: '', ...A },
    { id: 6, name: 'Gone.mp4', fulltext: null, mediapath: 'video:/media/Gone.mp4', memo: '', ...A },
    { id: 7, name: 'Nothing', fulltext: '', mediapath: null, memo: '', ...A },
  ],
  code_cat: [
    { catid: 1, name: 'Barriers', memo: 'What is in the way.', supercatid: null, ...A },
    { catid: 2, name: 'Technical', memo: '', supercatid: 1, ...A },
    { catid: 3, name: 'Round', memo: '', supercatid: 4, ...A },
    { catid: 4, name: 'About', memo: '', supercatid: 3, ...A },
  ],
  code_name: [
    { cid: 1, name: 'Grid', memo: 'The net.', catid: 2, color: '#A56A16', supercid: null, ...A },
    { cid: 2, name: 'Limit', memo: '', catid: null, color: 'red', supercid: 1, ...A },
    { cid: 3, name: 'Lost', memo: '', catid: 99, color: '', supercid: null, ...A },
  ],
  code_text: [
    { cid: 1, fid: 1, ...points(TALK, 'The grid 𠮷 is the limit'), memo: 'Strong.', important: 1, ...A },
    { cid: 2, fid: 1, ...points(TALK, 'The grid 𠮷 is the limit'), memo: '', important: 0, ...B },
    {
      cid: 1,
      fid: 1,
      ...points(TALK, 'The grid 𠮷 is the limit'),
      memo: 'Mine, too.',
      important: null,
      ...B,
    },
    // Two too far, as a text that was edited leaves them.
    { cid: 2, fid: 1, ...points(TALK, 'e\u0301ven by 2030'), pos0: 57, pos1: 70, memo: '', ...A },
    { cid: 9, fid: 1, ...points(TALK, 'The end'), memo: '', ...A },
    { cid: 1, fid: 77, ...points(TALK, 'The end'), memo: '', ...A },
    { cid: 1, fid: 2, ...points(PDF_TEXT, 'The grid is\nthe limit'), memo: '', ...A },
    { cid: 2, fid: 3, ...points('From elsewhere.', 'elsewhere'), memo: '', ...A },
  ],
  code_image: [
    { id: 2, cid: 1, x1: 100, y1: 50, width: 80, height: 60, pdf_page: 1, memo: 'The square.', ...B },
    { id: 2, cid: 1, x1: 10, y1: 10, width: 80, height: 60, pdf_page: 7, memo: '', ...B },
    { id: 4, cid: 2, x1: 1, y1: 2, width: 30, height: 40, memo: 'Its top.', ...A },
  ],
  code_av: [{ id: 5, cid: 1, pos0: 61_000, pos1: 3_725_500, memo: '', ...B }],
  annotation: [{ fid: 1, ...part(points(TALK, 'How 🙂 is the grid?')), memo: 'They ask.', ...A }],
  attribute_type: [
    { name: 'Age', caseOrFile: 'case', valuetype: 'numeric', memo: 'In years.', ...A },
    { name: 'Odd', caseOrFile: 'case', valuetype: 'numeric', memo: '', ...A },
    { name: 'Place', caseOrFile: 'file', valuetype: 'character', memo: '', ...A },
  ],
  attribute: [
    { name: 'Age', attr_type: 'case', value: '41', id: 1, ...A },
    { name: 'Age', attr_type: 'case', value: '', id: 2, ...A },
    { name: 'Odd', attr_type: 'case', value: 'many', id: 1, ...A },
    { name: 'Place', attr_type: 'file', value: 'Town', id: 1, ...A },
    { name: 'Place', attr_type: 'file', value: 'Hill', id: 4, ...A },
    { name: 'None', attr_type: 'file', value: 'x', id: 1, ...A },
  ],
  cases: [
    { caseid: 1, name: 'Speaker', memo: 'Spoke.', ...A },
    { caseid: 2, name: 'Everyone', memo: '', ...A },
  ],
  case_text: [
    { caseid: 2, fid: 1, pos0: 0, pos1: [...TALK].length, memo: '', ...A },
    { caseid: 2, fid: 4, pos0: 0, pos1: 0, memo: '', ...A },
    { caseid: 1, fid: 1, ...part(points(TALK, 'Speaker: The grid')), memo: '', ...A },
  ],
  journal: [{ name: 'Day one', jentry: 'It begins.', ...B }],
  stored_sql: [{ title: 'All', ssql: 'select 1' }],
  graph: [{ name: 'Picture' }],
  ris: [{ risid: 1, tag: 'TI', longtag: 'Title', value: 'Grids and their limits' }],
};

function part({ pos0, pos1 }: { pos0: number; pos1: number }) {
  return { pos0, pos1 };
}

/** Writes a project folder. @returns its path */
export function qualCoder(rows: NonNullable<Rows> = EVERYTHING, name = 'study.qda', schema = SCHEMA): string {
  const folder = join(tempFolder(), name);
  for (const inside of ['', 'documents', 'images', 'audio', 'video']) mkdirSync(join(folder, inside));
  foreign(join(folder, 'data.qda'), schema, rows);
  // As Windows has it: the bytes are kept, the text is the same.
  writeFileSync(join(folder, 'documents/Talk.txt'), TALK.replaceAll('\n', '\r\n'));
  writeFileSync(join(folder, 'documents/Plan.pdf'), smallPdf(PAGES));
  writeFileSync(join(folder, 'images/Tower.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  writeFileSync(join(folder, 'audio/Call.mp3'), 'ID3');
  return folder;
}
