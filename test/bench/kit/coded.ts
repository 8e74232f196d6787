import { listDocuments } from '../../../src/engine/documents/read.ts';
import { codeEverywhere } from './coding.ts';
import { writePlans } from './plans.ts';
import type { Workshop } from './workshop.ts';

/** How large a project is. */
export interface Size {
  readonly documents: number;
  readonly codings: number;
  /** Beside those of the fixtures. */
  readonly codes: number;
}

const asked = (name: string, usual: number) => Number(process.env[name] ?? usual);

/** How large the project is; the largest that is promised is DOCUMENTS=2000 CODINGS=1000000 CODES=2000. */
export const SIZE: Size = {
  documents: asked('DOCUMENTS', 600),
  codings: asked('CODINGS', 100_000),
  codes: asked('CODES', 0),
};

/**
 * Makes a project of plans that are coded all over, each in one of four groups, and closes it.
 * @returns the id of the attribute that groups them
 */
export async function makeCoded(workshop: Workshop, name: string, size: Size): Promise<string> {
  const { client, engine } = workshop;
  const folder = `${name} plans`;
  writePlans(workshop.at(folder), size.documents);
  await workshop.make(name);
  const list = Array.from(
    { length: size.codes },
    (_, number) => `${number % 50 === 0 ? '' : '\t'}Code ${number}`,
  );
  if (size.codes > 0) await client.codes.addList({ text: list.join('\n') });
  await workshop.import(workshop.at(folder));
  const { project } = engine.session;
  const made = codeEverywhere(project, size.codings);
  if (made !== size.codings) throw new Error(`only ${made} codings could be made`);
  const { attributeId } = await client.attributes.create({
    name: 'Bloc',
    appliesTo: 'document',
    kind: 'text',
  });
  const values = listDocuments(project.db).map(({ id }, index) => ({
    attribute: attributeId,
    owner: { document: id },
    value: `Bloc ${index % 4}`,
  }));
  await client.attributes.fill({ values });
  await client.project.close();
  return attributeId;
}
