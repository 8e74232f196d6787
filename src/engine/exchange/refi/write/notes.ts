import { idText } from '../../../store/ids.ts';
import { sql } from '../../../store/sql.ts';
import { identityOf } from '../../identity.ts';
import { SIDECAR_NAME } from '../sidecar.ts';
import type { Refi } from './context.ts';
import { sidecarJson } from './sidecar-json.ts';
import type { Variables } from './values.ts';
import { attribute, container, element, escaped, guid } from './xml.ts';

interface StoredMemo {
  readonly title: string;
  readonly body: string;
  readonly created_at: string;
  readonly created_by: Uint8Array;
}

/** @returns the memos as notes, and the note for Colligo last, when all that XML could not hold is known */
export const notesOf = (refi: Refi, variables: Variables): Iterable<string> =>
  container('Notes', noteElements(refi, variables));

function* noteElements(refi: Refi, variables: Variables): Generator<string, void> {
  const { db, project } = refi.frame;
  for (const bytes of refi.memos.ids) {
    const memo = db.one<StoredMemo>(
      sql`SELECT title, body, created_at, created_by FROM memos WHERE id = ${bytes}`,
    );
    const id = idText(bytes);
    const attributes =
      attribute('guid', guid(id)) +
      attribute('name', refi.said(id, 'name', memo.title) || undefined) +
      refi.made(memo);
    const text = escaped(refi.said(id, 'text', memo.body));
    yield element('Note', attributes, `<PlainTextContent>${text}</PlainTextContent>`);
  }
  if (!refi.sidecar) return;
  const id = guid(identityOf(project.id, 'sidecar'));
  yield `<Note${attribute('guid', id)}${attribute('name', SIDECAR_NAME)}><PlainTextContent>`;
  for (const piece of sidecarJson(refi, variables)) yield escaped(piece);
  yield '</PlainTextContent></Note>\n';
}

interface StoredLink {
  readonly id: Uint8Array;
  readonly code_id: Uint8Array;
  readonly other_code_id: Uint8Array;
  readonly kind: string;
}

/** @returns links between codes, and from memos to what cannot refer to them */
export const linksOf = (refi: Refi): Iterable<string> => container('Links', linkElements(refi));

function* linkElements(refi: Refi): Generator<string, void> {
  const rows = refi.frame.db.all<StoredLink>(
    sql`SELECT id, code_id, other_code_id, kind FROM code_links ORDER BY code_id, other_code_id, kind`,
  );
  for (const row of rows)
    yield link(idText(row.id), row.kind, 'Associative', idText(row.code_id), idText(row.other_code_id));
  for (const { id, about } of refi.memos.linked) {
    const { kind: _, ...targets } = about;
    for (const target of Object.values(targets)) if (target !== undefined) yield memoLink(id, target);
  }
  if (refi.rules.notesOnSources) return;
  for (const document of refi.frame.documents)
    for (const memo of refi.memos.referred.get(document.id) ?? []) yield memoLink(memo, document.id);
}

const memoLink = (memo: string, target: string): string =>
  link(identityOf(memo, 'link', target), 'memo', 'OneWay', memo, target);

const link = (id: string, name: string, direction: string, origin: string, target: string): string =>
  element(
    'Link',
    attribute('guid', guid(id)) +
      attribute('name', name) +
      attribute('direction', direction) +
      attribute('originGUID', guid(origin)) +
      attribute('targetGUID', guid(target)),
    '',
  );
