import { VERSION } from '../../../../contract/version.ts';
import { sql } from '../../../store/sql.ts';
import { ORIGIN } from '../sidecar.ts';
import { casesOf } from './cases.ts';
import { codebookOf, usersOf } from './codes.ts';
import type { Refi } from './context.ts';
import { linksOf, notesOf } from './notes.ts';
import { sourcesOf } from './sources.ts';
import { Variables } from './values.ts';
import { attribute, textElement } from './xml.ts';

const NAMESPACES =
  ' xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"';

/**
 * @param onDocument told after each document
 * @returns project.qde in pieces, in the order that the schema demands, made as it is written
 */
export function* projectXml(refi: Refi, onDocument: () => void): Generator<string, void> {
  const { db, project } = refi.frame;
  const { created_at: createdAt } = db.one<{ created_at: string }>(
    sql`SELECT created_at FROM projects ORDER BY created_at, id LIMIT 1`,
  );
  // Before the note for Colligo, which tells what XML could not hold.
  const name = attribute('name', refi.said(project.id, 'name', project.title));
  const description = textElement('Description', refi.said(project.id, 'description', project.description));
  const variables = new Variables(refi);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<Project${NAMESPACES}${name}${attribute('origin', `${ORIGIN} ${VERSION}`)}${refi.at(createdAt)}>\n`;
  yield* usersOf(refi);
  yield* codebookOf(refi);
  yield* variables.elements();
  yield* casesOf(refi, variables);
  yield* sourcesOf(refi, variables, onDocument);
  yield* notesOf(refi, variables);
  yield* linksOf(refi);
  yield `${description}${refi.noteRefs(project.id)}</Project>\n`;
}
