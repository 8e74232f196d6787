import * as z from 'zod';
import { create } from 'zustand';
import type { Region } from '../../contract/common.ts';
import { keep, recall } from './storage.ts';

/** How a text that was published as pages is shown. */
export const MODES = ['pages', 'flow'] as const;
export type Mode = (typeof MODES)[number];

/** What the paper looks like: as published, dimmed, or dark. */
export const PAPERS = ['white', 'dim', 'dark'] as const;
export type Paper = (typeof PAPERS)[number];

/** Sizes to choose from, in per cent of the printed size. */
export const PAGE_ZOOMS = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400] as const;
const LEAST = 25;
const MOST = 400;

/** As wide as there is room, a whole page, or so many per cent of the printed size. */
export const FITS = ['width', 'page'] as const;
export type Fit = (typeof FITS)[number];

/** What the contents of a document can list: its pages in small, or its headings. */
export const CONTENTS_TABS = ['pages', 'outline'] as const;

const Kept = z.object({
  mode: z.enum(MODES).catch('pages'),
  paper: z.enum(PAPERS).catch('white'),
  zoom: z.union([z.enum(FITS), z.number().min(LEAST).max(MOST)]).catch('width'),
  /** Whether the contents stand beside the text, where there is room, and what they list. */
  contents: z.boolean().catch(false),
  contentsTab: z.enum(CONTENTS_TABS).catch('pages'),
});
type Kept = z.infer<typeof Kept>;

const DEFAULT: Kept = {
  mode: 'pages',
  paper: 'white',
  zoom: 'width',
  contents: false,
  contentsTab: 'pages',
};

/** How this user reads pages, in every project. */
export const usePaging = create<Kept>(() => DEFAULT);

/** Takes up how pages were read last; to be called once the program's screen has been read. */
export const recallPaging = (): void => usePaging.setState(recall(null, 'pages', Kept) ?? DEFAULT);

usePaging.subscribe((now) => keep(null, 'pages', now));

/** Css px for a point at the printed size: an inch is 96 px (CSS Values 4, section 6.2) and 72 points. */
export const PRINTED = 96 / 72;

/** The same of a picture, whose points are its pixels. */
export const PIXEL = 1;

interface Shown {
  /** Quarter turns clockwise, by document; for as long as the program runs. */
  readonly turns: Readonly<Record<string, 0 | 90 | 180 | 270>>;
  /** The page in sight: its number from 1; null while no pages are shown. */
  readonly page: number | null;
  /** Css px for a point at present. */
  readonly scale: number;
  /** Css px for a point where pages are shown in their own size. */
  readonly full: number;
  /** Whether a page has been drawn since the document was opened: what is not needed for that waits. */
  readonly drawn: boolean;
  /** Whether a part of a page is being marked. */
  readonly marking: boolean;
  /** Whether what is marked still stands where it was put, so that drawing may begin anywhere on it. */
  readonly untouched: boolean;
  /** A passage whose part of a page is being changed and not in the project yet, with where it stands. */
  readonly reshaping: { readonly passageId: string; readonly region: Region } | null;
}

/** What the pages that are shown tell their surroundings. */
export const useShownPages = create<Shown>(() => ({
  turns: {},
  page: null,
  scale: 1,
  full: PRINTED,
  drawn: false,
  marking: false,
  untouched: false,
  reshaping: null,
}));

/** Turns the pages of a document clockwise by a quarter, or with -1 back. */
export function turnPages(documentId: string, step: 1 | -1): void {
  const { turns } = useShownPages.getState();
  const turn = (((turns[documentId] ?? 0) + step * 90 + 360) % 360) as 0 | 90 | 180 | 270;
  useShownPages.setState({ turns: { ...turns, [documentId]: turn } });
}

/**
 * Makes pages larger or smaller by one step.
 * @param step 0 fits them to the width again
 */
export function zoomPages(step: -1 | 0 | 1): void {
  const { scale, full } = useShownPages.getState();
  const now = (scale / full) * 100;
  const next =
    step > 0
      ? PAGE_ZOOMS.find((zoom) => zoom > now * 1.01)
      : PAGE_ZOOMS.findLast((zoom) => zoom < now * 0.99);
  usePaging.setState({ zoom: step === 0 ? 'width' : (next ?? (step > 0 ? MOST : LEAST)) });
}

/** Goes to the next paper. @returns which it is now */
export function nextPaper(): Paper {
  const at = PAPERS.indexOf(usePaging.getState().paper);
  const paper = PAPERS[(at + 1) % PAPERS.length] ?? 'white';
  usePaging.setState({ paper });
  return paper;
}
