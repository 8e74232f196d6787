import { idBytes } from '../../../store/ids.ts';
import { sql } from '../../../store/sql.ts';
import type { Refi } from './context.ts';
import type { Variables } from './values.ts';
import { attribute, container, element, guid, textElement } from './xml.ts';

/** @returns the cases in scope with their values and those of their documents that are in scope */
export const casesOf = (refi: Refi, variables: Variables): Iterable<string> =>
  container('Cases', caseElements(refi, variables));

function* caseElements(refi: Refi, variables: Variables): Generator<string, void> {
  const { db, cases } = refi.frame;
  for (const { id, name, documents } of cases) {
    const { description } = db.one<{ description: string }>(
      sql`SELECT description FROM cases WHERE id = ${idBytes(id)}`,
    );
    const inside =
      textElement('Description', refi.said(id, 'description', description)) +
      variables.of({ case: idBytes(id) }) +
      documents
        .map((document) => element('SourceRef', attribute('targetGUID', guid(document.id)), ''))
        .join('');
    yield element(
      'Case',
      attribute('guid', guid(id)) + attribute('name', refi.said(id, 'name', name)),
      inside,
    );
  }
}
