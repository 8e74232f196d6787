import { isPictureType } from '../../../import/picture/header.ts';
import type { ReadFile } from '../../../import/read-source.ts';
import type { ExchangedPassage, ExchangedPlace, Piece } from '../../model.ts';
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

/** All of a document: its text, or of a picture its page; null where there is nothing. */
function allOf({ reading, mediaType }: ReadFile): ExchangedPlace | null {
  const end = reading.text.trimEnd().length;
  if (end > 0) return { start: 0, end };
  const [page] = reading.pages ?? [];
  if (!page || !isPictureType(mediaType)) return null;
  return { page: 1, x: 0, y: 0, width: page.width, height: page.height };
}

/** A passage of all of it, for codes on a source as a whole. */
function wholePassage(work: Work, source: XmlElement, { id, title, read }: Made): ExchangedPassage[] {
  for (const { code } of codeRefs(source))
    if (code !== null && work.facts.cases.has(code)) work.join(code, id);
  const by = { createdAt: undefined, createdBy: undefined };
  const codings = readCodings(work, source, by, title);
  const place = allOf(read);
  if (codings.length === 0 || !place) return [];
  const of = 'page' in place ? 'the whole picture' : 'all its text';
  work.say('kept', `A code on a whole source became a coding of ${of}.`, title);
  for (const { coding, notes } of codings)
    if (coding.id !== undefined) work.refer(notes, { kind: 'coding', id: coding.id });
  return [
    {
      id: partOf(id, 'whole'),
      place,
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
