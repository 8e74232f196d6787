import type { Frame } from '../frame.ts';
import { cffOf } from './cff.ts';
import { citedOf } from './cited.ts';
import { dataciteOf } from './datacite.ts';

/** For people and reference managers. */
export const CFF = 'CITATION.cff';

/** For repositories. */
export const DATACITE = 'datacite.json';

/** @returns the files that say how the dataset is cited, by path; none where nobody is named as its creator */
export function citationFiles(frame: Frame): [path: string, text: string][] {
  const cited = citedOf(frame);
  if (!cited || cited.creators.length === 0) return [];
  return [
    [CFF, cffOf(cited)],
    [DATACITE, dataciteOf(frame, cited)],
  ];
}
