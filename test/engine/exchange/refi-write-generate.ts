import fc from 'fast-check';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { loadCurrent } from '../../../src/engine/documents/load.ts';
import type { Orientation } from '../../../src/engine/import/picture/orientation.ts';
import { shownSize } from '../../../src/engine/import/picture/shown.ts';
import { writeMemo } from '../../../src/engine/memos/write.ts';
import { applyCodes, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { commentPassage } from '../../../src/engine/passages/write.ts';
import { idBytes, newId } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { snapSpan } from '../../../src/text/offsets.ts';
import { as, BEN, review } from '../dataset/work.ts';
import { exifOf, pngOf } from '../kit/pictures.ts';
import { ANNA, newProject } from '../kit/project.ts';
import { addFile } from './refi-write-kit.ts';

/** What goes wrong in texts: letters beyond the BMP, combining marks, line ends, markup, characters that XML cannot hold. */
const piece = fc.constantFrom(
  ...[
    'a',
    'Zoë̈ ',
    '🙂',
    '𝒜',
    '👩‍👩‍👧',
    '安全',
    'مرحبا',
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    ' ',
    '<b>',
    '&amp;',
    '"',
    ']]>',
    '\u0001',
  ],
  ...['\u007F', '\u2028', '\uFFFE', '\uFEFF', 'Use when:', '\\', 'word ', '# ', '- '],
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const line = text.map((words) => `x${words.slice(0, 120)}`.toWellFormed().trim());
const share = fc.integer({ min: 0, max: 1000 });

/** A project in numbers, which are taken as far as there is something of that number. */
export const SPEC = fc.record({
  documents: fc.array(fc.record({ ending: fc.constantFrom('.txt', '.md', '.html'), title: line, text }), {
    minLength: 1,
    maxLength: 4,
  }),
  pictures: fc.array(
    fc.record({
      title: line,
      width: fc.integer({ min: 4, max: 60 }),
      height: fc.integer({ min: 4, max: 60 }),
      turn: fc.integer({ min: 1, max: 8 }),
    }),
    { maxLength: 2 },
  ),
  /** Parts of pictures: their corners in thousandths of the picture. */
  parts: fc.array(
    fc.record({
      picture: fc.nat(1),
      x: fc.tuple(share, share),
      y: fc.tuple(share, share),
      code: fc.nat(5),
      isBen: fc.boolean(),
      comment: text,
    }),
    { maxLength: 4 },
  ),
  codes: fc.array(
    fc.record({
      parent: fc.nat(5),
      name: line,
      definition: text,
      useWhen: text,
      useNotWhen: text,
      example: text,
      codable: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  passages: fc.array(
    fc.record({
      document: fc.nat(3),
      from: share,
      to: share,
      code: fc.nat(5),
      isBen: fc.boolean(),
      weight: fc.option(fc.integer({ min: 0, max: 100 })),
      comment: text,
    }),
    { maxLength: 12 },
  ),
  memos: fc.array(fc.record({ of: fc.nat(6), title: line, body: text }), { maxLength: 6 }),
  values: fc.array(
    fc.record({
      text: line,
      number: fc.double({ noNaN: true, noDefaultInfinity: true }),
      date: fc.constantFrom('2024', '2024-02', '2024-02-29', '1999-12-31'),
      isTrue: fc.boolean(),
      choice: line,
    }),
    { maxLength: 3 },
  ),
  reviews: fc.array(fc.record({ document: fc.nat(3), code: fc.nat(5) }), { maxLength: 4 }),
  isConsensus: fc.boolean(),
  language: fc.constantFrom('en', 'de-CH', 'pt'),
});
type Spec = typeof SPEC extends fc.Arbitrary<infer Value> ? Value : never;

/** @returns the project that the numbers say */
export async function build(spec: Spec): Promise<Project> {
  const project = await newProject();
  const documents: string[] = [];
  for (const { ending, title, text: words } of spec.documents)
    documents.push(await addFile(project, title, `file${ending}`, Buffer.from(`Words. ${words}`)));
  const pictures: string[] = [];
  for (const [index, { title, width, height, turn }] of spec.pictures.entries()) {
    // No two alike, which would be one document.
    const bytes = pngOf(width, height, () => [index, 0, 0], exifOf(turn));
    pictures.push(await addFile(project, title, 'view.png', bytes));
  }
  const codes = addCodes(project, spec);
  const passages = [
    ...addPassages(project, spec, documents, codes),
    ...addParts(project, spec, pictures, codes),
  ];
  addValues(project, spec, documents);
  addMemos(project, spec, [documents, codes.map(({ id }) => id), passages]);
  for (const { document, code } of spec.reviews) {
    const [of, looked] = [documents[document], codes[code]?.id];
    if (of && looked) review(project, BEN, of, [looked]);
  }
  as(project, ANNA, ({ db }) => {
    if (spec.isConsensus) db.run(sql`UPDATE coders SET kind = 'consensus' WHERE id = ${BEN.id}`);
    db.run(sql`UPDATE projects SET language = ${spec.language}`);
  });
  return project;
}

function addCodes(project: Project, spec: Spec): { id: string; codable: boolean }[] {
  const codes: { id: string; codable: boolean }[] = [];
  for (const { parent, codable, ...words } of spec.codes) {
    const parentId = codes[parent]?.id ?? null;
    const taken = project.db.all<{ name: string }>(sql`SELECT name FROM codes`).map(({ name }) => name);
    const name = taken.includes(words.name) ? `${words.name} ${taken.length}` : words.name;
    codes.push({ id: createCode(project, { ...words, name, parentId, codable }).result, codable });
  }
  return codes;
}

function addPassages(
  project: Project,
  spec: Spec,
  documents: readonly string[],
  codes: readonly { id: string; codable: boolean }[],
): string[] {
  const passages = new Set<string>();
  for (const { document: number, from, to, code: of, isBen, weight, comment } of spec.passages) {
    const [document, code] = [documents[number], codes[of]];
    if (!document || !code?.codable) continue;
    const { text: words } = loadCurrent(project.db, idBytes(document)).reading;
    const place = (at: number) => Math.floor((at / 1000) * words.length);
    const span = snapSpan(words, { start: place(from), end: place(to) });
    if (span.start === span.end) continue;
    project.actor = isBen ? BEN : ANNA;
    const { passageId } = applyCodes(project, { document, ...span, codes: [code.id], weight }).result;
    if (comment !== '') commentPassage(project, passageId, comment);
    passages.add(passageId);
  }
  return [...passages];
}

function addParts(
  project: Project,
  spec: Spec,
  pictures: readonly string[],
  codes: readonly { id: string; codable: boolean }[],
): string[] {
  const passages = new Set<string>();
  for (const { picture: number, x, y, code: of, isBen, comment } of spec.parts) {
    const [document, facts, code] = [pictures[number], spec.pictures[number], codes[of]];
    if (!document || !facts || !code?.codable) continue;
    const size = shownSize({ ...facts, orientation: facts.turn as Orientation });
    const between = ([a, b]: readonly [number, number], most: number) => {
      const from = (Math.min(a, b) / 1000) * (most - 4);
      return { from, length: Math.max(4, (Math.abs(a - b) / 1000) * (most - from)) };
    };
    const [across, down] = [between(x, size.width), between(y, size.height)];
    const region = { page: 1, x: across.from, y: down.from, width: across.length, height: down.length };
    project.actor = isBen ? BEN : ANNA;
    const { passageId } = applyToRegion(project, { document, region, codes: [code.id] }).result;
    if (comment !== '') commentPassage(project, passageId, comment);
    passages.add(passageId);
  }
  return [...passages];
}

function addValues(project: Project, spec: Spec, documents: readonly string[]): void {
  as(project, ANNA, ({ db, at }) => {
    spec.values.forEach(({ text: words, number, date, isTrue, choice }, index) => {
      const ofCase = newId();
      db.run(
        sql`INSERT INTO cases (id, name, description, rank, created_at) VALUES (${ofCase}, ${choice}, ${words}, ${`a${index}`}, ${at})`,
      );
      for (const [place, kind] of (['text', 'number', 'boolean', 'date', 'choice'] as const).entries()) {
        const [attribute, option] = [newId(), newId()];
        const isOfCase = (place + index) % 2 === 0;
        db.run(sql`INSERT INTO attributes (id, name, applies_to, kind, description, rank)
          VALUES (${attribute}, ${choice}, ${isOfCase ? 'case' : 'document'}, ${kind}, ${words}, ${`a${index}${place}`})`);
        if (kind === 'choice')
          db.run(
            sql`INSERT INTO attribute_choices (id, attribute_id, label, rank) VALUES (${option}, ${attribute}, ${choice}, 'a')`,
          );
        db.run(sql`INSERT INTO attribute_values (id, attribute_id, document_id, case_id, text, number, boolean, choice_id, date)
          VALUES (${newId()}, ${attribute}, ${isOfCase ? null : idBytes(documents[0] ?? '')}, ${isOfCase ? ofCase : null},
            ${kind === 'text' ? words : null}, ${kind === 'number' ? number : null}, ${kind === 'boolean' ? Number(isTrue) : null},
            ${kind === 'choice' ? option : null}, ${kind === 'date' ? date : null})`);
      }
    });
  });
}

function addMemos(project: Project, spec: Spec, [documents, codes, passages]: readonly string[][]): void {
  for (const { of, title, body } of spec.memos) {
    const kinds = ['document', 'code', 'passage'] as const;
    const kind = kinds[of % 3] ?? 'code';
    const id = [documents, codes, passages][of % 3]?.[Math.floor(of / 3)];
    const [passage, other] = passages ?? [];
    const pair = passage && other && of > 4 ? ({ kind: 'pair', passage, other } as const) : null;
    project.actor = of % 2 === 0 ? BEN : ANNA;
    writeMemo(project, pair ?? (id ? { kind, id } : { kind: 'project' }), { title, body });
  }
}
