import type { Span } from '../../../text/reading.ts';
import { wordsIn } from '../../../text/words.ts';
import type { Frame, FrameDocument } from '../frame.ts';
import { wordsOf } from '../rows/reading.ts';
import { type ByCode, codersOf, inAll, type Places, placesIn, reviewedIn } from './said.ts';

/** What was given a code in one document, or in several together. */
export interface Finding {
  /** Distinct places. */
  readonly spans: number;
  /** Words that they cover, each once. */
  readonly words: number;
}

/** What coders have said in some documents, each coder for himself. */
export interface Findings {
  /** @returns what the coder gave the code; null where it is nowhere */
  found(code: string, coder: string): Finding | null;
  /** @returns whether the coder reviewed the current version of each document for the code as it reads now */
  looked(code: string, coder: string): boolean;
}

/** The same of coders who are taken together: a place that some of them gave the code counts once. */
export interface JointFindings {
  /** @returns what one or more of them gave the code; null where it is nowhere */
  found(code: string): Finding | null;
  /** @returns whether one of them reviewed the current version of each document for the code as it reads now */
  looked(code: string): boolean;
  /** @returns whether one of them did so and gave it nowhere */
  denied(code: string): boolean;
}

/** Documents are read one after the other, and only sums are kept: a unit may have all the documents of the project. */
export function findingsOf(
  frame: Frame,
  documents: readonly FrameDocument[],
  coders: readonly string[],
): Findings {
  const found: ByCode<Finding> = new Map();
  for (const document of documents) {
    for (const [code, byCoder] of placesIn(frame, document)) {
      const sums = codersOf(found, code);
      for (const coder of coders) {
        const places = byCoder.get(coder);
        if (places) sums.set(coder, sumOf(sums.get(coder), findingAt(frame, document, places)));
      }
    }
  }
  const reviewed = inAll(documents, (document) => reviewedIn(frame, document));
  return {
    found: (code, coder) => found.get(code)?.get(coder) ?? null,
    looked: reviewed,
  };
}

/** Likewise. */
export function jointFindingsOf(
  frame: Frame,
  documents: readonly FrameDocument[],
  coders: readonly string[],
): JointFindings {
  const found = new Map<string, Finding>();
  const finders: ByCode<true> = new Map();
  for (const document of documents) {
    for (const [code, byCoder] of placesIn(frame, document)) {
      const finding = coders.filter((coder) => byCoder.has(coder));
      if (finding.length === 0) continue;
      const by = codersOf(finders, code);
      for (const coder of finding) by.set(coder, true);
      const theirs = finding.flatMap((coder) => byCoder.get(coder) ?? []);
      found.set(code, sumOf(found.get(code), findingAt(frame, document, union(theirs))));
    }
  }
  const reviewed = inAll(documents, (document) => reviewedIn(frame, document));
  return {
    found: (code) => found.get(code) ?? null,
    looked: (code) => coders.some((coder) => reviewed(code, coder)),
    denied: (code) => coders.some((coder) => reviewed(code, coder) && !finders.get(code)?.has(coder)),
  };
}

const sumOf = (sum: Finding | undefined, { spans, words }: Finding): Finding =>
  sum ? { spans: sum.spans + spans, words: sum.words + words } : { spans, words };

function findingAt(frame: Frame, document: FrameDocument, places: Places): Finding {
  const spans: Span[] = [...places.values()].filter((span) => span !== null);
  return { spans: places.size, words: spans.length > 0 ? wordsIn(wordsOf(frame, document), spans) : 0 };
}

const union = ([first = new Map(), ...others]: readonly Places[]): Places =>
  others.length === 0 ? first : new Map([first, ...others].flatMap((each) => [...each]));
