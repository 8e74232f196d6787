import type { Face } from '../face.ts';
import { collectionOf } from './collection.ts';

/** The codings as W3C Web Annotation. */
export const W3C: Face = {
  format: 'w3c',
  about: 'The codings as W3C Web Annotations (JSON-LD), for annotation servers and readers.',
  isSingle: true,
  tables: null,
  *files(frame, { onStep }) {
    yield { path: 'annotations.jsonld', content: collectionOf(frame, () => onStep?.()) };
  },
};
