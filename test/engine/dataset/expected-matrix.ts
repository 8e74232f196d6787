import type { Dataset, Row } from './read-back.ts';

/** Places of words in a text: the code point that each begins with. */
function wordStarts(text: string): number[] {
  const segments = new Intl.Segmenter('en', { granularity: 'word' }).segment(text);
  return Array.from(segments)
    .filter((segment) => segment.isWordLike)
    .map((segment) => Array.from(text.slice(0, segment.index)).length);
}

const key = (...parts: readonly (string | undefined)[]) => parts.join('|');

/**
 * The matrix worked out again, the slow way, from nothing but the other files of the dataset: for every unit, code and
 * person, in any order.
 */
export function expectedMatrix(data: Dataset): Map<string, Row> {
  const documents = data.table('documents').map((row) => row['document_id'] ?? '');
  const words = new Map(documents.map((id) => [id, wordStarts((data.texts.get(id) ?? []).join(''))]));
  const pairs = data.table('case_documents');
  const units = [
    ...data.table('cases').map((row) => ({
      kind: 'case',
      id: row['case_id'],
      documents: pairs.filter((p) => p['case_id'] === row['case_id']).map((p) => p['document_id'] ?? ''),
    })),
    ...documents
      .filter((id) => !pairs.some((p) => p['document_id'] === id))
      .map((id) => ({ kind: 'document', id, documents: [id] })),
  ];
  const codings = data.table('codings').filter((row) => row['status'] !== 'lost');
  const reviews = data
    .table('reviews')
    .filter((row) => row['current'] === 'true' && row['stale'] === 'false');
  const persons = data.table('coders').filter((row) => row['kind'] === 'person');
  const expected = new Map<string, Row>();
  for (const unit of units) {
    const denominator = unit.documents.reduce((sum, id) => sum + (words.get(id)?.length ?? 0), 0);
    for (const code of data.table('codes')) {
      for (const coder of persons) {
        const same = (row: Row, document: string) =>
          row['document_id'] === document &&
          row['code_id'] === code['code_id'] &&
          row['coder_id'] === coder['coder_id'];
        let places = 0;
        let covered = 0;
        for (const id of unit.documents) {
          const own = codings.filter((row) => same(row, id));
          const spans = new Set(
            own.filter((row) => row['start'] !== '').map((row) => key(row['start'], row['end'])),
          );
          places += spans.size + own.filter((row) => row['start'] === '').length;
          const within = (at: number) =>
            [...spans].some((span) => {
              const [start = 0, end = 0] = span.split('|').map(Number);
              return at >= start && at < end;
            });
          covered += (words.get(id) ?? []).filter(within).length;
        }
        const reviewed =
          unit.documents.length > 0 && unit.documents.every((id) => reviews.some((row) => same(row, id)));
        const judged = places > 0 || reviewed;
        expected.set(key(unit.id, code['code_id'], coder['coder_id']), {
          unit_kind: unit.kind,
          presence: places > 0 ? '1' : reviewed ? '0' : '',
          spans: judged ? String(places) : '',
          words: judged ? String(covered) : '',
          denominator_words: String(denominator),
          share_of_words: judged && denominator > 0 ? (covered / denominator).toFixed(6) : '',
        });
      }
    }
  }
  return expected;
}

/** The matrix of the file in the same form. */
export function writtenMatrix(data: Dataset): Map<string, Row> {
  return new Map(
    data.table('matrix').map((row) => {
      const {
        unit_kind = '',
        presence = '',
        spans = '',
        words = '',
        denominator_words = '',
        share_of_words = '',
      } = row;
      return [
        key(row['unit_id'], row['code_id'], row['coder_id']),
        { unit_kind, presence, spans, words, denominator_words, share_of_words },
      ];
    }),
  );
}
