import type { Reading } from '../../text/reading.ts';
import type { Parsed } from './parsed.ts';
import type { Segments } from './segment.ts';

/** @returns what was parsed, with where its words and sentences lie */
export const readingOf = (parsed: Parsed, segments: Segments): Reading => ({
  text: parsed.text,
  blocks: parsed.blocks,
  words: segments.words,
  sentences: segments.sentences,
  extractor: parsed.extractor,
  language: segments.language,
  icu: segments.icu,
  notices: [...parsed.notices, ...segments.notices],
  ...(parsed.pages && { pages: parsed.pages }),
});
