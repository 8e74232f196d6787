import type { ReadFile } from '../../../import/read-source.ts';
import type { ExchangedPassage, Piece } from '../../model.ts';
import { childOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { notesOnWhole } from './annotations.ts';
import { valuesOfNameless } from './cases.ts';
import { identified } from './identities.ts';
import { codeRefs, readCodings } from './selections.ts';
import { valuesOfSets } from './sets.ts';
import { readValues, valuesOf } from './values.ts';
import { createdOf, partOf, type Work } from './work.ts';

/** What a source became. */
export interface Made {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly read: ReadFile;
  readonly passages: readonly ExchangedPassage[];
}

/** A passage of all the text, for codes on a source as a whole. */
function wholePassage(work: Work, source: XmlElement, { id, title, read }: Made): ExchangedPassage[] {
  const { text } = read.reading;
  for (const { code } of codeRefs(source))
    if (code !== null && work.facts.cases.has(code)) work.join(code, id);
  const by = { createdAt: undefined, createdBy: undefined };
  const codings = readCodings(work, source, by, title);
  const end = text.trimEnd().length;
  if (codings.length === 0 || end === 0) return [];
  work.say('kept', 'A code on a whole source became a coding of all its text.', title);
  for (const { coding, notes } of codings)
    if (coding.id !== undefined) work.refer(notes, { kind: 'coding', id: coding.id });
  return [
    {
      id: partOf(id, 'whole'),
      place: { start: 0, end },
      codings: codings.map(({ coding }) => coding),
    },
  ];
}

/**
 * @param owner the source that the text is part of, where it is not the source itself
 * @returns the document of a source, with what the source says of itself besides its selections
 */
export function documentPiece(work: Work, source: XmlElement, made: Made, owner = source): Piece {
  const { id, title, fileName, read } = made;
  const about = { kind: 'document', id } as const;
  const own = work.restored?.documents.get(id);
  work.documents.add(id);
  work.refer(notesOnWhole(work, source), about);
  const created = createdOf(
    work,
    source.attributes.get('creationDateTime'),
    identified(source.attributes.get('creatingUser')) ?? undefined,
  );
  const description = textOf(childOf(source, 'Description')).trim();
  if (description !== '')
    work.memo(about, { id: partOf(id, 'description'), title: 'Description', body: description, ...created });
  const ids = [id, ...(owner === source ? [] : [identified(owner.attributes.get('guid')) ?? ''])];
  const raw = [...ids.flatMap((each) => valuesOfNameless(work, each)), ...readValues(source)];
  return {
    type: 'document',
    id,
    title: work.text(id, 'name', title),
    fileName: own?.fileName ?? fileName,
    ...(own && { key: own.key }),
    read,
    values: [...valuesOf(work, raw, 'document', { id, title }), ...valuesOfSets(work, ids)],
    passages: [...wholePassage(work, source, made), ...made.passages],
    ...created,
  };
}
