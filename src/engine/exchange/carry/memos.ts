import { idBytes } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { ExchangedMemo } from '../model.ts';
import { type Carrying, momentOr } from './context.ts';

/** What a memo's row says it is about. */
interface Columns {
  readonly document?: Uint8Array;
  readonly passage?: Uint8Array;
  readonly other?: Uint8Array;
  readonly code?: Uint8Array;
  readonly case?: Uint8Array;
  readonly coding?: Uint8Array;
}

/** Adds the memos that are not there yet, by identity. One about what did not come is about the project, and says so. */
export function carryMemos(carrying: Carrying): void {
  const { writing, book } = carrying;
  for (const memo of carrying.gathered.memos) {
    const id = idBytes(memo.id);
    const isNew = !carrying.has('memos', id);
    carrying.count('memos', isNew);
    if (!isNew) continue;
    let columns = columnsOf(carrying, memo.about);
    if (columns === null) {
      columns = {};
      book.say({
        what: 'kept',
        message: 'A note is about something that could not be carried: it became a memo about the project.',
        subject: memo.title || memo.body.slice(0, 60),
      });
    }
    writing.db.run(sql`
      INSERT INTO memos (id, title, body, document_id, passage_id, other_passage_id, code_id, case_id, coding_id, created_at, created_by)
      VALUES (${id}, ${memo.title.trim()}, ${memo.body}, ${columns.document ?? null}, ${columns.passage ?? null}, ${columns.other ?? null},
        ${columns.code ?? null}, ${columns.case ?? null}, ${columns.coding ?? null}, ${momentOr(memo.createdAt, writing.at)}, ${carrying.maker(memo.createdBy)})`);
  }
}

function columnsOf(carrying: Carrying, about: ExchangedMemo['about']): Columns | null {
  if (about.kind === 'project') return {};
  if (about.kind === 'pair') {
    const [passage, other] = [carrying.passages.get(about.passage), carrying.passages.get(about.other)];
    if (!passage || !other || Buffer.compare(passage, other) === 0) return passage ? { passage } : null;
    return { passage, other };
  }
  if (about.kind === 'cell') {
    const code = carrying.codes.get(about.code)?.id;
    const document = about.document === undefined ? undefined : carrying.documents.get(about.document)?.id;
    const ofCase = about.case === undefined ? undefined : carrying.cases.get(about.case)?.id;
    if (!code || (!document && !ofCase)) return null;
    return { code, ...(document ? { document } : {}), ...(!document && ofCase ? { case: ofCase } : {}) };
  }
  const found = {
    document: () => carrying.documents.get(about.id)?.id,
    passage: () => carrying.passages.get(about.id),
    code: () => carrying.codes.get(about.id)?.id,
    case: () => carrying.cases.get(about.id)?.id,
    coding: () => carrying.codings.get(about.id),
  }[about.kind]();
  return found ? { [about.kind]: found } : null;
}
