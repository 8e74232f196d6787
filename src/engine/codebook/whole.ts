import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { readTree } from './tree.ts';

/** What else a code is called or said of. */
export interface CodeLabel {
  readonly kind: 'alias' | 'hidden' | 'notation' | 'name' | 'definition' | 'note' | 'example' | 'change';
  /** BCP 47 tag; empty where it was not said. */
  readonly language: string;
  readonly text: string;
}

/** That a code has to do with another; has no direction, so that both codes have it. */
export interface CodeLink {
  readonly kind: 'see_also' | 'not_to_be_confused';
  /** Id of the other code. */
  readonly other: string;
}

/** A code with all that it says, as codebooks are compared, named and exchanged. */
export interface CodebookNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly definition: string;
  readonly useWhen: string;
  readonly useNotWhen: string;
  readonly example: string;
  /** #rrggbb */
  readonly colour: string;
  readonly codable: boolean;
  readonly labels: readonly CodeLabel[];
  readonly links: readonly CodeLink[];
}

/** @returns the whole codebook in tree order: parents before the codes under them, siblings as they stand */
export function readCodebook(db: Sql): CodebookNode[] {
  const labels = new Map<string, CodeLabel[]>();
  for (const row of db.all<CodeLabel & { code_id: Uint8Array }>(
    sql`SELECT code_id, kind, language, text FROM code_labels ORDER BY kind, rank, id`,
  )) {
    const { code_id, ...label } = row;
    push(labels, idText(code_id), label);
  }
  const links = new Map<string, CodeLink[]>();
  for (const row of db.all<{ code_id: Uint8Array; other_code_id: Uint8Array; kind: CodeLink['kind'] }>(
    sql`SELECT code_id, other_code_id, kind FROM code_links ORDER BY kind, code_id, other_code_id`,
  )) {
    const [one, other] = [idText(row.code_id), idText(row.other_code_id)];
    push(links, one, { kind: row.kind, other });
    push(links, other, { kind: row.kind, other: one });
  }
  return readTree(db).map(({ rank: _rank, path: _path, ...code }) => ({
    ...code,
    labels: labels.get(code.id) ?? [],
    links: links.get(code.id) ?? [],
  }));
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
