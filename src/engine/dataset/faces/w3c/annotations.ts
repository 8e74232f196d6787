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
  const coders = new Map(Array.from(frame.coders.values(), (coder) => [coder.id, coder]));
  const sources = sourcesOf(frame);
  let source: Source | undefined;
  let passage = '';
  try {
    for (const row of codingRows(frame, told.step)) {
      if (row.status === 'lost') {
        told.lost();
        continue;
      }
      if (source?.document.id !== row.document_id) source = nextOf(sources, String(row.document_id));
      const target = targetOf(frame, source, row);
      if (row.passage_id !== passage && row.comment !== '') yield commentOn(row, target);
      passage = String(row.passage_id);
      yield codingAs(known(coders, String(row.coder_id)), row, target);
    }
  } finally {
    // Left open it would keep the connection busy.
    sources.return();
  }
}

/** @returns the documents with their rows, in the order of the project, as the codings come */
function* sourcesOf(frame: Frame): Generator<Source, void> {
  const documents = new Map(frame.documents.map((document) => [document.id, document]));
  for (const row of documentRows(frame)) {
    yield { document: known(documents, String(row.document_id)), row };
  }
}

/** Goes on to a document. */
function nextOf(sources: Iterator<Source, void>, id: string): Source {
  for (;;) {
    const { value } = sources.next();
    if (!value) throw new Error(`the codings of ${id} do not come in the order of the documents`);
    if (value.document.id === id) return value;
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
