import type { Frame } from '../../../dataset/frame.ts';
import { CURRENT } from '../../../documents/current.ts';
import { isInScope } from '../../../memos/read.ts';
import { idText } from '../../../store/ids.ts';
import { sql } from '../../../store/sql.ts';
import type { Sidecar } from '../sidecar.ts';

type About = Sidecar['memos'][number]['about'];

/** Memos by what they are about; their words are read when they are written. */
export interface MemoIndex {
  /** All of them, oldest first. */
  readonly ids: readonly Uint8Array[];
  /** By the identity of a document, passage, code or coding, and of the project for those about it. */
  readonly referred: ReadonlyMap<string, readonly string[]>;
  /** About what no element can refer from: a case, a pair of passages, a cell. */
  readonly linked: readonly { readonly id: string; readonly about: About }[];
}

interface Row {
  readonly id: Uint8Array;
  readonly document_id: Uint8Array | null;
  readonly passage_id: Uint8Array | null;
  readonly other_passage_id: Uint8Array | null;
  readonly code_id: Uint8Array | null;
  readonly case_id: Uint8Array | null;
  readonly coding_id: Uint8Array | null;
  readonly home: Uint8Array | null;
  readonly placed: 0 | 1;
  readonly other_placed: 0 | 1;
}

/** @returns the memos in scope. One about a passage that lost its place is about the passage's document */
export function indexMemos({ db, part, project }: Frame): MemoIndex {
  const placed = sql`SELECT a.passage_id FROM anchors a JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
    WHERE a.status <> 'lost'`;
  const rows = db.all<Row>(sql`
    SELECT m.id, m.document_id, m.passage_id, m.other_passage_id, m.code_id, m.case_id, m.coding_id, p.document_id AS home,
      coalesce(p.id IN (${placed}), 0) AS placed, coalesce(m.other_passage_id IN (${placed}), 0) AS other_placed
    FROM memos m
    LEFT JOIN codings c ON c.id = m.coding_id
    LEFT JOIN passages p ON p.id = coalesce(m.passage_id, c.passage_id)
    WHERE ${isInScope(part.narrowing)}
    ORDER BY m.created_at, m.id`);
  const referred = new Map<string, string[]>();
  const linked: { id: string; about: About }[] = [];
  for (const row of rows) {
    const id = idText(row.id);
    const about = aboutOf(row);
    if (about !== null && ['case', 'pair', 'cell'].includes(about.kind)) linked.push({ id, about });
    else push(referred, about !== null && 'id' in about ? about.id : project.id, id);
  }
  return { ids: rows.map(({ id }) => id), referred, linked };
}

/** @returns null for the project */
function aboutOf(row: Row): About | null {
  const ofPlace = row.passage_id ?? row.coding_id;
  if (ofPlace && row.home) {
    const [here, there] = [row.placed === 1, row.other_placed === 1];
    if (row.passage_id && row.other_passage_id && here && there)
      return { kind: 'pair', passage: idText(row.passage_id), other: idText(row.other_passage_id) };
    if (here) return { kind: row.passage_id ? 'passage' : 'coding', id: idText(ofPlace) };
    return { kind: 'document', id: idText(row.home) };
  }
  if (row.code_id && (row.document_id || row.case_id)) {
    return {
      kind: 'cell',
      code: idText(row.code_id),
      ...(row.document_id && { document: idText(row.document_id) }),
      ...(row.case_id && { case: idText(row.case_id) }),
    };
  }
  if (row.code_id) return { kind: 'code', id: idText(row.code_id) };
  if (row.case_id) return { kind: 'case', id: idText(row.case_id) };
  return row.document_id ? { kind: 'document', id: idText(row.document_id) } : null;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
