import type { CODINGS } from '../../fields/codings.ts';
import type { RowOf } from '../../fields/field.ts';
import { type Frame, type FrameCoder, known } from '../../frame.ts';
import { codingRows } from '../../rows/codings.ts';
import { documentRows } from '../../rows/documents.ts';
import { type Source, targetOf } from './target.ts';
import { urn } from './urn.ts';

type CodingRow = RowOf<typeof CODINGS>;

/** An annotation, ready to be written as JSON. */
export interface Annotation {
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'tagging' | 'commenting';
  readonly [property: string]: unknown;
}

/** What is told while annotations are made. */
export interface AnnotationsTold {
  /** After each document. */
  readonly step: () => void;
  /** For each coding without a place in the current version: an annotation of the whole document would say something else. */
  readonly lost: () => void;
}

/**
 * @returns an annotation for each coding, and one for each comment on a passage before the first of its codings: a comment
 * is nobody's judgement in particular. In the order of codings.csv
 */
export function* annotationsOf(frame: Frame, told: AnnotationsTold): Generator<Annotation, void> {
  const rows = new Map(Array.from(documentRows(frame), (row) => [String(row.document_id), row]));
  const sources = new Map(
    frame.documents.map((document): [string, Source] => [
      document.id,
      { document, row: known(rows, document.id) },
    ]),
  );
  const coders = new Map(Array.from(frame.coders.values(), (coder) => [coder.id, coder]));
  let passage = '';
  for (const row of codingRows(frame, told.step)) {
    if (row.status === 'lost') {
      told.lost();
      continue;
    }
    const target = targetOf(frame, known(sources, String(row.document_id)), row);
    if (row.passage_id !== passage && row.comment !== '') yield commentOn(row, target);
    passage = String(row.passage_id);
    yield codingAs(known(coders, String(row.coder_id)), row, target);
  }
}

const plain = (purpose: string, value: unknown) => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
});

function codingAs(coder: FrameCoder, row: CodingRow, target: unknown): Annotation {
  return {
    id: urn(String(row.coding_id)),
    type: 'Annotation',
    motivation: 'tagging',
    creator: { id: urn(coder.id), ...(coder.kind === 'person' && { type: 'Person' }), name: coder.name },
    created: row.created_at,
    body: [
      { type: 'SpecificResource', purpose: 'tagging', source: urn(String(row.code_id)) },
      plain('tagging', row.code_path),
      ...(row.weight === null ? [] : [plain('assessing', String(row.weight))]),
    ],
    target,
  };
}

const commentOn = (row: CodingRow, target: unknown): Annotation => ({
  id: urn(String(row.passage_id)),
  type: 'Annotation',
  motivation: 'commenting',
  body: plain('commenting', row.comment),
  target,
});
