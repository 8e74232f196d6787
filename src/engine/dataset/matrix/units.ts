import type { Frame, FrameDocument } from '../frame.ts';

/** What the matrix has rows about. */
export interface Unit {
  readonly kind: 'case' | 'document';
  readonly id: string;
  readonly name: string;
  readonly documents: readonly FrameDocument[];
}

/** @returns the cases, then the documents that belong to none, so that nothing is dropped; each in the project's order */
export function unitsOf({ cases, documents }: Frame): Unit[] {
  const inCases = new Set(cases.flatMap((ofCase) => ofCase.documents.map((document) => document.id)));
  const alone = documents.filter((document) => !inCases.has(document.id));
  return [
    ...cases.map((ofCase): Unit => ({ kind: 'case', ...ofCase })),
    ...alone.map(
      (document): Unit => ({
        kind: 'document',
        id: document.id,
        name: document.title,
        documents: [document],
      }),
    ),
  ];
}
