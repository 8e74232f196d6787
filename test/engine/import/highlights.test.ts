import { expect, it } from 'vitest';
import { listCodes } from '../../../src/engine/codebook/read.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { colourName } from '../../../src/engine/import/colour-names.ts';
import { describeHighlights, keepHighlights } from '../../../src/engine/import/found-highlights.ts';
import { type Taking, takeHighlights } from '../../../src/engine/import/highlights.ts';
import type { FoundHighlight } from '../../../src/engine/import/parsed.ts';
import { FileReader } from '../../../src/engine/import/read-file.ts';
import { listPassages } from '../../../src/engine/passages/read.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { addText } from '../kit/documents.ts';
import { addPages } from '../kit/pages.ts';
import { newProject } from '../kit/project.ts';

const TEXT = 'Public bodies will share halls and boats.';
const READER = new FileReader();
const UNDER = { create: { name: 'Highlights', parentId: null } };

const on = (words: string, more: Partial<FoundHighlight> = {}): FoundHighlight => {
  const start = TEXT.indexOf(words);
  const plain = { kind: 'highlight', note: '', author: '', colour: null } as const;
  return { start, end: start + words.length, ...plain, ...more };
};

/** A document of one page with highlights, as the import left them. */
async function marked(
  highlights: readonly FoundHighlight[],
): Promise<{ project: Project; document: string }> {
  const project = await newProject();
  const document = addPages(project, 'Harbours', [{ text: TEXT }]);
  const { id } = project.db.one<{ id: Uint8Array }>(sql`SELECT id FROM readings`);
  keepHighlights(project.db, id, highlights);
  return { project, document };
}

const take = (project: Project, document: string, more: Partial<Taking> = {}) =>
  takeHighlights(project, READER, { document, under: UNDER, byColour: true, ...more });

const shown = (project: Project) => {
  const names = new Map(listCodes(project.db).map((code) => [code.id, code.path]));
  return listPassages(project.db, {}, { offset: 0, limit: 100 }).rows.map(({ quote, comment, codings }) => [
    quote,
    codings.map(({ codeId }) => names.get(codeId)),
    comment,
  ]);
};

it('makes passages of highlights in one step, a code for each colour, with notes and names as comments', async () => {
  const { project, document } = await marked([
    on('Public bodies', { colour: '#ffd100', note: 'Which?', author: 'Ada Kern' }),
    on('halls', { colour: '#7CC867', author: 'Ben' }),
    on('boats', { colour: '#fff000', note: 'Two of them\n\nat least.' }),
    on('share'),
  ]);
  const { step, result } = await take(project, document);
  expect(step).toMatchObject({
    code: 'documents.highlights',
    label: 'Make 4 passages of the highlights in “Harbours”',
  });
  expect(result).toMatchObject({ found: 4, made: 4, already: 0 });
  expect(shown(project)).toEqual([
    ['Public bodies', ['Highlights / Yellow'], 'Ada Kern: Which?'],
    ['share', ['Highlights'], ''],
    ['halls', ['Highlights / Green'], 'Highlighted by Ben'],
    ['boats', ['Highlights / Yellow'], 'Two of them\n\nat least.'],
  ]);
  expect(listCodes(project.db).find(({ name }) => name === 'Green')?.colour).toBe('#7cc867');
  project.undo();
  expect(shown(project)).toEqual([]);
  expect(listCodes(project.db)).toEqual([]);
});

it('adds nothing when it is done twice, and leaves a comment as it was changed', async () => {
  const { project, document } = await marked([on('halls', { note: 'Large?', author: 'Ben' }), on('boats')]);
  await take(project, document);
  const again = await take(project, document);
  expect(again.step).toBeNull();
  expect(again.result).toMatchObject({ found: 2, made: 0, already: 2 });
  // Under another code they are judgements of their own; what the note says stands there once.
  const other = await take(project, document, { under: { create: { name: 'Marked', parentId: null } } });
  expect(other.result).toMatchObject({ found: 2, made: 2, already: 0 });
  expect(shown(project)).toEqual([
    ['halls', ['Highlights', 'Marked'], 'Ben: Large?'],
    ['boats', ['Highlights', 'Marked'], ''],
  ]);
});

it('uses a code that is there, by name or as chosen, and keeps all colours on it where that is wished', async () => {
  const { project, document } = await marked([
    on('halls', { colour: '#ffff00' }),
    on('boats', { colour: '#0000ff' }),
  ]);
  const { result: code } = createCode(project, { name: 'HIGHLIGHTS', parentId: null });
  await take(project, document, { byColour: false });
  expect(listCodes(project.db).map(({ path }) => path)).toEqual(['HIGHLIGHTS']);
  const chosen = await take(project, document, { under: { code } });
  expect(chosen.result.made).toBe(2);
  expect(listCodes(project.db).map(({ path }) => path)).toEqual([
    'HIGHLIGHTS',
    'HIGHLIGHTS / Yellow',
    'HIGHLIGHTS / Blue',
  ]);
});

it('keeps what several people wrote on the same words, one after the other', async () => {
  const { project, document } = await marked([
    on('halls', { note: 'Large?', author: 'Ben' }),
    on('halls', { note: 'Empty.', author: 'Ada' }),
  ]);
  const { result } = await take(project, document);
  expect(result).toMatchObject({ found: 2, made: 1, already: 0 });
  expect(shown(project)).toEqual([['halls', ['Highlights'], 'Ben: Large?\n\nAda: Empty.']]);
});

it('refuses a code that only groups others, and adds nothing', async () => {
  const { project, document } = await marked([on('halls')]);
  const { result: code } = createCode(project, { name: 'Places', parentId: null, codable: false });
  await expect(take(project, document, { under: { code } })).rejects.toMatchObject({ code: 'REFUSED' });
  expect(shown(project)).toEqual([]);
});

it('finds nothing in a file whose format has no highlights', async () => {
  const project = await newProject();
  const { step, result } = await take(project, addText(project, 'Minutes', TEXT));
  expect(step).toBeNull();
  expect(result).toMatchObject({ found: 0, made: 0, already: 0 });
});

it('says what there is before it is asked for', () => {
  const highlights = [
    on('halls', { colour: '#ffff00', author: 'Ben', note: ' ' }),
    on('boats', { colour: '#fffd11', author: 'Ben', note: 'Why?' }),
  ];
  expect(describeHighlights(highlights)).toEqual({
    count: 2,
    notes: 1,
    authors: ['Ben'],
    colours: ['Yellow'],
  });
});

it('names the colours of highlighters as people do', () => {
  const named = {
    Yellow: ['#ffff00', '#ffd100', '#fbe983', '#fff9c4'],
    Green: ['#7cc867', '#00ff00', '#a8f0a0', '#008000'],
    Blue: ['#0000ff', '#6db6f4', '#69aff0'],
    Turquoise: ['#00ffff', '#40e0d0'],
    Pink: ['#fb5b89', '#ffc0cb', '#ff00ff', '#ffb3b3'],
    Purple: ['#c885da', '#800080', '#8a2be2'],
    Red: ['#ff0000', '#c00000', '#ff2020'],
    Orange: ['#ff9900', '#ffa500', '#ff6d00'],
    Brown: ['#6b3e0a'],
    Grey: ['#808080', '#d0d0d2'],
    Black: ['#000000', '#0a0a0a'],
    White: ['#ffffff'],
  };
  for (const [name, colours] of Object.entries(named)) {
    for (const colour of colours) expect([colour, colourName(colour)]).toEqual([colour, name]);
  }
});
