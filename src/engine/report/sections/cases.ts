import type { AttributeRow } from '../../../contract/cases.ts';
import { listAttributes } from '../../cases/read.ts';
import { readAttributeValues, type ShownValue } from '../../documents/attributes.ts';
import type { Source } from '../asked.ts';
import type { Block, Cell, Section } from '../model.ts';
import { whole } from '../words.ts';

/** @returns the cases and documents in scope with what is known of them */
export const casesSection = (source: Source): Section => ({
  id: 'cases',
  title: 'Cases and documents',
  entries: [],
  blocks: cases(source),
});

function* cases({ frame }: Source): Generator<Block, void> {
  const attributes = listAttributes(frame.db);
  const of = (owner: AttributeRow['appliesTo']) => attributes.filter(({ appliesTo }) => appliesTo === owner);
  const [ofCases, ofDocuments] = [of('case'), of('document')];
  if (frame.cases.length > 0) {
    const values = readAttributeValues(frame.db, 'case');
    yield {
      kind: 'table',
      caption: 'Cases',
      columns: [
        { title: 'Case' },
        { title: 'Documents in scope', isNumber: true },
        ...ofCases.map(({ name }) => ({ title: name })),
      ],
      rows: frame.cases.map(({ id, name, documents }) => [
        { text: name },
        { text: whole(documents.length) },
        ...known(ofCases, values.get(id)),
      ]),
    };
  }
  const values = readAttributeValues(frame.db, 'document');
  const casesOf = new Map<string, string[]>();
  for (const { name, documents } of frame.cases)
    for (const { id } of documents) casesOf.set(id, [...(casesOf.get(id) ?? []), name]);
  yield {
    kind: 'table',
    caption: 'Documents',
    columns: [
      { title: 'Document' },
      { title: 'Words', isNumber: true },
      { title: 'Cases' },
      ...ofDocuments.map(({ name }) => ({ title: name })),
    ],
    rows: frame.documents.map(({ id, title, words }) => [
      { text: title },
      { text: whole(words) },
      { text: (casesOf.get(id) ?? []).join('; ') },
      ...known(ofDocuments, values.get(id)),
    ]),
  };
  yield { kind: 'paragraph', look: 'note', text: 'An empty cell means that the value is not known.' };
}

function known(attributes: readonly AttributeRow[], values: readonly ShownValue[] | undefined): Cell[] {
  const byId = new Map(values?.map(({ attributeId, value }) => [attributeId, value]));
  return attributes.map(({ id }) => {
    const value = byId.get(id);
    if (typeof value === 'boolean') return { text: value ? 'yes' : 'no' };
    return { text: value === undefined ? '' : String(value) };
  });
}
