import type { UnitTable } from '../../../src/contract/exports.ts';
import type { Dataset, Row } from './read-back.ts';

/** Where the units of a text lie, in code points. */
export type Bounds = ReadonlyMap<string, readonly (readonly [start: number, end: number])[]>;

/** Places of words in a text: the code point that each begins with. */
function wordStarts(text: string): number[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    .filter((segment) => segment.isWordLike)
    .map((segment) => Array.from(text.slice(0, segment.index)).length);
}

/** A row's place: words, or a part of a page. */
const placeOf = (row: Row): string =>
  ['document_id', 'start', 'end', 'region_x0', 'region_y0', 'region_x1', 'region_y1', 'page']
    .map((column) => (column === 'page' && row['start'] !== '' ? '' : row[column]))
    .join('|');

interface Unit {
  readonly id: string;
  readonly documents: readonly string[];
  /** @returns whether a coding counts in it, and whether it has something in common with it */
  lies(row: Row): { readonly counts: boolean; readonly touches: boolean };
  /** @returns whether a word that begins there belongs to it */
  holds(document: string, at: number): boolean;
  /** Whether that a code lies elsewhere in its documents leaves it unjudged as long as nobody reviewed. */
  readonly own: string | null;
}

/**
 * The table of units worked out again, the slow way, from the other files of the dataset, code points and all.
 * @param bounds of the pieces of each text, for units that are some
 * @returns the value of each unit and code that was judged, by their ids
 */
export function expectedUnits(
  data: Dataset,
  { unit: kind, measure }: UnitTable,
  bounds: Bounds,
): Map<string, string> {
  const persons = new Set(
    data
      .table('coders')
      .filter((row) => row['kind'] === 'person')
      .map((row) => row['coder_id']),
  );
  const codings = data
    .table('codings')
    .filter((row) => row['status'] !== 'lost' && persons.has(row['coder_id'] ?? ''));
  const reviews = data
    .table('reviews')
    .filter((row) => row['current'] === 'true' && row['stale'] === 'false');
  const words = new Map(
    data.table('documents').map((row) => {
      const id = row['document_id'] ?? '';
      return [id, wordStarts((data.texts.get(id) ?? []).join(''))];
    }),
  );
  const expected = new Map<string, string>();
  for (const unit of unitsOf(data, codings, kind, bounds)) {
    for (const { code_id: code = '' } of data.table('codes')) {
      if (unit.own !== null && unit.own !== code) continue;
      const same = codings.filter(
        (row) => row['code_id'] === code && unit.documents.includes(row['document_id'] ?? ''),
      );
      const inside = same.filter((row) => unit.lies(row).counts);
      const touched = same.some((row) => unit.lies(row).touches);
      const reviewed = [...persons].some(
        (coder) =>
          unit.documents.length > 0 &&
          unit.documents.every((document) =>
            reviews.some(
              (row) =>
                row['document_id'] === document && row['code_id'] === code && row['coder_id'] === coder,
            ),
          ),
      );
      if (inside.length === 0 && (touched || !reviewed)) continue;
      const covered = unit.documents.flatMap((document) =>
        (words.get(document) ?? []).filter(
          (at) =>
            unit.holds(document, at) &&
            inside.some(
              (row) =>
                row['document_id'] === document &&
                row['start'] !== '' &&
                at >= Number(row['start']) &&
                at < Number(row['end']),
            ),
        ),
      );
      const counts = {
        presence: inside.length > 0 ? 1 : 0,
        count: new Set(inside.map(placeOf)).size,
        words: covered.length,
      };
      expected.set(`${unit.id} ${code}`, String(counts[measure]));
    }
  }
  return expected;
}

function unitsOf(data: Dataset, codings: readonly Row[], kind: UnitTable['unit'], bounds: Bounds): Unit[] {
  const everywhere = { lies: () => ({ counts: true, touches: true }), holds: () => true, own: null };
  const documents = data.table('documents').map((row) => row['document_id'] ?? '');
  const pairs = data.table('case_documents');
  const alone = documents.map((id): Unit => ({ id, documents: [id], ...everywhere }));
  switch (kind) {
    case 'document':
      return alone;
    case 'case':
      return [
        ...data.table('cases').map(({ case_id: id = '' }) => ({
          id,
          documents: pairs.filter((row) => row['case_id'] === id).map((row) => row['document_id'] ?? ''),
          ...everywhere,
        })),
        ...alone.filter(({ id }) => !pairs.some((row) => row['document_id'] === id)),
      ];
    case 'coding':
      return codings.map((coding) => ({
        id: coding['coding_id'] ?? '',
        documents: [coding['document_id'] ?? ''],
        lies: (row) => ({ counts: row === coding, touches: row === coding }),
        holds: () => true,
        own: coding['code_id'] ?? '',
      }));
    case 'passage':
      return [...new Set(codings.map(placeOf))].map((place) => {
        const there = codings.filter((row) => placeOf(row) === place);
        const [first] = there;
        const [start, end] = [Number(first?.['start']), Number(first?.['end'])];
        const isText = first?.['start'] !== '';
        return {
          id: there.map((row) => row['passage_id'] ?? '').sort()[0] ?? '',
          documents: [first?.['document_id'] ?? ''],
          lies: (row) => ({
            counts: placeOf(row) === place,
            touches: isText
              ? row['start'] !== '' && Number(row['start']) < end && Number(row['end']) > start
              : row['start'] === '' && row['page'] === first?.['page'],
          }),
          holds: () => true,
          own: null,
        };
      });
    default:
      return [...bounds].flatMap(([document, pieces]) =>
        pieces.map(([start, end], index): Unit => {
          const touches = (row: Row) =>
            row['start'] !== '' && Number(row['start']) < end && Number(row['end']) > start;
          return {
            id: `${document}:${index + 1}`,
            documents: [document],
            lies: (row) => ({ counts: touches(row), touches: touches(row) }),
            holds: (_, at) => at >= start && at < end,
            own: null,
          };
        }),
      );
  }
}
