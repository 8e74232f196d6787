import type { MemoTarget, NewMemoTarget } from '../../contract/memos.ts';
import { removeEmptyPassages } from '../codebook/write.ts';
import { loadCurrent } from '../documents/load.ts';
import { ColligoError, gone } from '../errors.ts';
import { checkedSpan, shorten } from '../passages/apply.ts';
import { place } from '../passages/place.ts';
import { idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { columnsOf, nameOfTarget } from './read.ts';

const NOUNS = ['memos', 'passages'] as const;

interface Words {
  readonly title: string;
  readonly body: string;
}

/**
 * Writes a memo about something. Words that are no passage yet become one in the same step.
 * @returns its id, and what it is about
 * @throws ColligoError REFUSED where it says nothing, for a span outside the text, or for a pair of one passage; NOT_FOUND where what it is about is
 * gone
 */
export function writeMemo(
  project: Project,
  target: NewMemoTarget,
  words: Words,
): Mutation<{ memoId: string; target: MemoTarget }> {
  if (words.title === '' && words.body.trim() === '') {
    throw new ColligoError('REFUSED', 'The memo says nothing yet.', {
      safe: 'Nothing was changed.',
      remedy: 'Give it a title or some words first.',
    });
  }
  if (target.kind === 'span') return writeOnSpan(project, target, words);
  refuseMissing(project, target);
  if (target.kind === 'pair' && target.passage === target.other) {
    throw new ColligoError('REFUSED', 'A pair is two passages, and these are one.', {
      safe: 'Nothing was changed.',
      remedy: 'Write a memo about the passage itself.',
    });
  }
  const label = `Write a memo on ${called(project, target)}`;
  return project.write({ code: 'memos.write', label }, NOUNS, (writing) => ({
    memoId: insertMemo(writing, target, words),
    target,
  }));
}

/** What a step calls the target: words in quotes, names as they are. */
function called({ db }: Project, target: MemoTarget): string {
  if (target.kind === 'project') return 'the project';
  const name = nameOfTarget(db, target);
  return name === '' ? 'a passage' : name;
}

function writeOnSpan(
  project: Project,
  span: Extract<NewMemoTarget, { kind: 'span' }>,
  words: Words,
): Mutation<{ memoId: string; target: MemoTarget }> {
  const document = idBytes(span.document);
  const { versionId, reading } = loadCurrent(project.db, document);
  const checked = checkedSpan(reading.text, span);
  const label = `Write a memo on “${shorten(reading.text.slice(checked.start, checked.end))}”`;
  return project.write({ code: 'memos.write', label }, [...NOUNS, 'documents'], (writing) => {
    const { first } = place(writing, { document, versionId, span: checked });
    const target = { kind: 'passage', id: idText(first) } as const;
    return { memoId: insertMemo(writing, target, words), target };
  });
}

function insertMemo({ db, actor, at }: Writing, target: MemoTarget, { title, body }: Words): string {
  const id = newId();
  const columns = columnsOf(target);
  db.run(sql`
    INSERT INTO memos (id, title, body, document_id, passage_id, other_passage_id, code_id, case_id, coding_id, created_at, created_by)
    VALUES (${id}, ${title}, ${body}, ${bytesOr(columns.document)}, ${bytesOr(columns.passage)}, ${bytesOr(columns.other)},
      ${bytesOr(columns.code)}, ${bytesOr(columns.case)}, ${bytesOr(columns.coding)}, ${at}, ${actor.id})`);
  return idText(id);
}

/**
 * Changes the words of a memo.
 * @throws ColligoError NOT_FOUND; REFUSED for another coder's memo
 */
export function changeMemo(
  project: Project,
  memo: string,
  words: { title?: string | undefined; body?: string | undefined },
): Mutation<void> {
  const own = ownMemo(project, memo);
  return project.write({ code: 'memos.change', label: 'Change a memo' }, NOUNS, ({ db }) => {
    db.run(
      sql`UPDATE memos SET title = ${words.title ?? own.title}, body = ${words.body ?? own.body} WHERE id = ${own.id}`,
    );
  });
}

/** Removes a memo; throws as `changeMemo` does. */
export function removeMemo(project: Project, memo: string): Mutation<void> {
  const own = ownMemo(project, memo);
  return project.write({ code: 'memos.remove', label: 'Remove a memo' }, NOUNS, ({ db }) => {
    db.run(sql`DELETE FROM memos WHERE id = ${own.id}`);
    for (const passage of [own.passage_id, own.other_passage_id]) {
      if (passage) removeEmptyPassages(db, sql`SELECT ${passage}`);
    }
  });
}

interface OwnMemo {
  readonly id: Uint8Array;
  readonly title: string;
  readonly body: string;
  readonly passage_id: Uint8Array | null;
  readonly other_passage_id: Uint8Array | null;
  readonly created_by: Uint8Array;
  readonly author: string;
}

function ownMemo(project: Project, memo: string): OwnMemo {
  const row = project.db.get<OwnMemo>(sql`
    SELECT m.id, m.title, m.body, m.passage_id, m.other_passage_id, m.created_by, coders.name AS author
    FROM memos m JOIN coders ON coders.id = m.created_by WHERE m.id = ${idBytes(memo)}`);
  if (!row) throw gone('memo');
  if (project.actor && idText(project.actor.id) !== idText(row.created_by)) {
    throw new ColligoError(
      'REFUSED',
      `${row.author} wrote this memo, and only ${row.author} can change it.`,
      {
        safe: 'Nothing was changed.',
        remedy: 'Write a memo of your own beside it.',
      },
    );
  }
  return row;
}

function refuseMissing({ db }: Project, target: MemoTarget): void {
  const columns = columnsOf(target);
  const checks = [
    [columns.document, sql`SELECT 1 FROM documents WHERE id = ${bytesOr(columns.document)}`],
    [columns.passage, sql`SELECT 1 FROM passages WHERE id = ${bytesOr(columns.passage)}`],
    [columns.other, sql`SELECT 1 FROM passages WHERE id = ${bytesOr(columns.other)}`],
    [columns.code, sql`SELECT 1 FROM codes WHERE id = ${bytesOr(columns.code)}`],
    [columns.case, sql`SELECT 1 FROM cases WHERE id = ${bytesOr(columns.case)}`],
    [columns.coding, sql`SELECT 1 FROM codings WHERE id = ${bytesOr(columns.coding)}`],
  ] as const;
  for (const [id, query] of checks) {
    if (id !== null && !db.get(query)) {
      throw new ColligoError('NOT_FOUND', 'What the memo is about is not in this project any more.');
    }
  }
}

const bytesOr = (id: string | null) => (id === null ? null : idBytes(id));
