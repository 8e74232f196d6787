import { nextColour } from '../../codebook/colours.ts';
import { refuseLocked } from '../../codebook/lock.ts';
import { ranksAfter } from '../../order.ts';
import { idBytes } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { ExchangedCode } from '../model.ts';
import { type Carrying, momentOr } from './context.ts';

/** The longest name that a code can have, in UTF-16 units, as the contract has it. */
const LONGEST_NAME = 300;
const COLOUR = /^#[0-9a-f]{6}$/;

/**
 * Adds the codes of the file that are not there yet, by identity; what is there is not changed.
 * @throws ColligoError REFUSED where there are new ones and the codebook is locked
 */
export function carryCodes(carrying: Carrying): void {
  const { db } = carrying.writing;
  const used = db.all<{ colour: string }>(sql`SELECT colour FROM codes`).map((row) => row.colour);
  const lastRanks = new Map<string, string | null>();
  const added: ExchangedCode[] = [];
  for (const code of carrying.gathered.codes) {
    const id = idBytes(code.id);
    const there = db.get<{ name: string }>(sql`SELECT name FROM codes WHERE id = ${id}`);
    if (!there) {
      if (added.length === 0) refuseLocked(db);
      addCode(carrying, code, used, lastRanks);
      added.push(code);
    }
    carrying.codes.set(code.id, { id, name: there?.name ?? code.name });
    carrying.count('codes', !there);
  }
  for (const code of added) addLinks(carrying, code);
}

function addCode(
  carrying: Carrying,
  code: ExchangedCode,
  used: string[],
  lastRanks: Map<string, string | null>,
): void {
  const { db, at } = carrying.writing;
  const parent = code.parentId === null ? null : (carrying.codes.get(code.parentId)?.id ?? null);
  const name = nameOf(carrying, code);
  const colour = code.colour !== undefined && COLOUR.test(code.colour) ? code.colour : nextColour(used);
  used.push(colour);
  const siblings = parent === null ? '' : (code.parentId ?? '');
  if (!lastRanks.has(siblings)) {
    const last = db.get<{ rank: string }>(
      sql`SELECT rank FROM codes WHERE parent_id IS ${parent} ORDER BY rank DESC LIMIT 1`,
    );
    lastRanks.set(siblings, last?.rank ?? null);
  }
  const [rank = 'a0'] = ranksAfter(lastRanks.get(siblings) ?? null, 1);
  lastRanks.set(siblings, rank);
  db.run(sql`
    INSERT INTO codes (id, parent_id, rank, name, definition, use_when, use_not_when, example, colour, codable, created_at, created_by)
    VALUES (${idBytes(code.id)}, ${parent}, ${rank}, ${name}, ${code.definition ?? ''}, ${code.useWhen ?? ''}, ${code.useNotWhen ?? ''},
      ${code.example ?? ''}, ${colour}, ${code.codable === false ? 0 : 1}, ${momentOr(code.createdAt, at)}, ${carrying.maker(code.createdBy)})`);
  addLabels(carrying, code);
}

function nameOf({ book }: Carrying, { name }: ExchangedCode): string {
  const trimmed = name.trim();
  if (trimmed === '') {
    book.say({ what: 'mended', message: 'A code without a name was given one.', subject: '' });
    return 'Code without a name';
  }
  if (trimmed.length <= LONGEST_NAME) return trimmed;
  book.say({
    what: 'mended',
    message: `A name of a code was longer than ${LONGEST_NAME} characters and was cut; the whole is kept as another name of it.`,
    subject: trimmed.slice(0, 60),
  });
  return `${trimmed.slice(0, LONGEST_NAME - 1).toWellFormed()}…`;
}

function addLabels(carrying: Carrying, code: ExchangedCode): void {
  const { db, at } = carrying.writing;
  const labels = [...(code.labels ?? [])];
  if (code.name.trim().length > LONGEST_NAME)
    labels.push({ kind: 'alias', language: '', text: code.name.trim() });
  const ranks = ranksAfter(null, labels.length);
  labels.forEach(({ kind, language, text }, index) => {
    if (text.trim() === '') return;
    const id = carrying.derived('label', code.id, kind, language, text);
    db.run(sql`INSERT INTO code_labels (id, code_id, kind, language, text, rank, created_at, created_by)
      VALUES (${id}, ${idBytes(code.id)}, ${kind}, ${language.slice(0, 35)}, ${text}, ${ranks[index] ?? 'a0'}, ${at}, ${carrying.maker(code.createdBy)})
      ON CONFLICT (id) DO NOTHING`);
  });
}

function addLinks(carrying: Carrying, code: ExchangedCode): void {
  const { db, at } = carrying.writing;
  for (const { kind, other } of code.links ?? []) {
    const target = carrying.codes.get(other);
    if (!target || other === code.id) {
      carrying.book.say({
        what: 'left',
        message: 'A link of a code leads to no other code of the file.',
        subject: code.name,
      });
      continue;
    }
    const [first, second] = code.id < other ? [code.id, other] : [other, code.id];
    db.run(sql`INSERT INTO code_links (id, code_id, other_code_id, kind, created_at, created_by)
      VALUES (${carrying.derived('link', first, second, kind)}, ${idBytes(first)}, ${idBytes(second)}, ${kind}, ${at}, ${carrying.maker(code.createdBy)})
      ON CONFLICT DO NOTHING`);
  }
}
