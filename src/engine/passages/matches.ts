import type { UNITS } from '../../contract/passages.ts';
import { findAll, findInLines } from '../../text/folding.ts';
import { sectionAt } from '../../text/outline.ts';
import { paragraphAt, sentenceAt } from '../../text/places.ts';
import type { Span } from '../../text/reading.ts';
import { type LoadedReading, loadCurrent } from '../documents/load.ts';
import { hasPages } from '../documents/pages.ts';
import { counted } from '../find.ts';
import { idBytes } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { codableName, shorten } from './apply.ts';
import { addCodings, placeAll } from './bulk.ts';

export type Unit = (typeof UNITS)[number];

/**
 * Applies a code to every place where words occur in a document, as one step.
 * @param request `match` is literal; upper and lower case are the same. `unit` widens each place to its sentence,
 * paragraph or section; places in the same unit make one passage.
 * @returns how many times the words occur, how many passages were coded, and how many were coded so already
 * @throws ColligoError as `applyCodes` does
 */
export function applyToMatches(
  project: Project,
  request: { document: string; code: string; match: string; unit: Unit; weight: number | null },
): Mutation<{ matches: number; applied: number; already: number }> {
  const document = idBytes(request.document);
  const { versionId, reading } = loadCurrent(project.db, document);
  const name = codableName(project.db, request.code);
  const find = hasPages(project.db, reading.key) ? findInLines : findAll;
  const matches = find(reading.text, request.match);
  const spans = distinct(matches.map((match) => widen(reading, match, request.unit)));
  const step = { code: 'codings.applyMatches', label: `Apply ${name} to “${shorten(request.match)}”` };
  return project.write(step, ['passages', 'documents', 'codes', 'reviews'], (writing) => {
    const placed = placeAll(writing, { document, versionId, spans });
    const applied = addCodings(writing, placed, request.code, request.weight);
    writing.describe(`Apply ${name} to ${counted(applied, 'passage')} with “${shorten(request.match)}”`);
    return { matches: matches.length, applied, already: spans.length - applied };
  });
}

function widen(reading: LoadedReading, match: Span, unit: Unit): Span {
  if (unit === 'match') return match;
  const at = (offset: number): Span | null => {
    if (unit === 'sentence') return sentenceAt(reading.sentences, offset);
    if (unit === 'paragraph') return paragraphAt(reading.blocks, offset);
    return sectionAt(reading.outline, offset);
  };
  // A match may cross from one unit into the next: then both belong to it.
  const first = at(match.start);
  const last = at(match.end - 1);
  return {
    start: Math.min(first?.start ?? match.start, match.start),
    end: Math.max(last?.end ?? match.end, match.end),
  };
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()];
}
