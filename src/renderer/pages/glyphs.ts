import { queryOptions } from '@tanstack/react-query';
import { unpackGlyphs } from '../../text/glyph-packing.ts';
import { unpackPages } from '../../text/page-packing.ts';
import type { GlyphRun, PageFacts } from '../../text/pages.ts';
import { queryClient } from '../client/query.ts';
import { client } from '../client/shell.ts';

/** How long the letters of a page are kept once it is out of sight, ms: a page comes back often, a book seldom. */
const KEPT = 20_000;

/** All pages of a version. A version never changes, so that changes in the project do not ask again. */
export const pagesQuery = (documentId: string, versionId: string) =>
  queryOptions({
    queryKey: ['pages', documentId, versionId],
    queryFn: async ({ signal }): Promise<readonly PageFacts[]> =>
      unpackPages((await client.documents.pages({ document: documentId }, { signal })).pages),
  });

/** Where the letters of one page stand; `number` counts from 1. */
export const glyphsQuery = (documentId: string, versionId: string, number: number) =>
  queryOptions({
    queryKey: ['glyphs', documentId, versionId, number],
    gcTime: KEPT,
    queryFn: async (): Promise<readonly GlyphRun[]> => {
      const { pages } = await client.documents.glyphs({ document: documentId, from: number, count: 1 });
      const glyphs = pages[0]?.glyphs;
      return glyphs === undefined ? [] : unpackGlyphs(Uint8Array.fromBase64(glyphs));
    },
  });

/** The letters of a page, from memory where they are there; for those who are no component. */
export const fetchGlyphs = (documentId: string, versionId: string, number: number) =>
  queryClient.fetchQuery(glyphsQuery(documentId, versionId, number));

/** The letters of a page where they have come already. */
export const knownGlyphs = (documentId: string, versionId: string, number: number) =>
  queryClient.getQueryData(glyphsQuery(documentId, versionId, number).queryKey);
