import * as z from 'zod';
import { create } from 'zustand';
import {
  LIKENESSES,
  type Likeness,
  SATURATION_ORDERS,
  type SaturationOrder,
} from '../../contract/analyse.ts';
import type { CompareColumns, Nearness } from '../../contract/compare.ts';
import { keep, recall } from '../state/storage.ts';
import { FACES, type Face } from './frame/faces.ts';

/** What bars and cells of codes show the size of. */
export const FREQUENCIES = ['passages', 'codings', 'words', 'documents'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** What the cells of the heat map count. */
export const HEATS = ['passages', 'codings', 'words', 'share', 'presence'] as const;
export type Heat = (typeof HEATS)[number];

/** How many codes a picture shows, those with most; null for all. Tables always have all. */
export const MOSTS = [10, 20, 40, null] as const;

/** How few meetings of two codes are too few to be drawn. */
export const LEASTS = [1, 2, 3, 5, 10] as const;

interface Kept {
  /** The view in front: the id of one of `ANALYSE_VIEWS`. */
  readonly view: string;
  /** By view which face of the result was chosen; it is the picture where none was. */
  readonly faces: Readonly<Record<string, Face>>;
  readonly frequency: Frequency;
  readonly heat: Heat;
  readonly columns: CompareColumns;
  /** Whether rows of the heat map stand as the codebook has them; else those with most come first. */
  readonly inOrder: boolean;
  readonly near: Nearness;
  readonly least: number;
  /** For the pictures of codes: whether what lies on the codes below counts, too. */
  readonly rollUp: boolean;
  /** One coder, or null for all together. */
  readonly coder: string | null;
  readonly most: number | null;
  /** The document that was chosen in the views along documents; null for none in particular. */
  readonly documentId: string | null;
  /** By what documents are alike, and in which order they are gone through for codes that come with them. */
  readonly likeness: Likeness;
  readonly order: SaturationOrder;
}

export interface Analysis extends Kept {
  readonly projectId: string | null;
}

const DEFAULT: Kept = {
  view: 'frequencies',
  faces: {},
  frequency: 'passages',
  heat: 'passages',
  columns: { by: 'case' },
  inOrder: false,
  near: { by: 'overlap' },
  least: 1,
  rollUp: false,
  coder: null,
  most: 20,
  documentId: null,
  likeness: LIKENESSES[0],
  order: SATURATION_ORDERS[0],
};

const KEPT: z.ZodType<Kept> = z.object({
  view: z.string().catch(DEFAULT.view),
  faces: z.record(z.string(), z.enum(FACES)).catch(DEFAULT.faces),
  frequency: z.enum(FREQUENCIES).catch(DEFAULT.frequency),
  heat: z.enum(HEATS).catch(DEFAULT.heat),
  columns: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('document') }),
      z.object({ by: z.literal('case') }),
      z.object({ by: z.literal('attribute'), attribute: z.uuid() }),
    ])
    .catch(DEFAULT.columns),
  inOrder: z.boolean().catch(DEFAULT.inOrder),
  near: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('place') }),
      z.object({ by: z.literal('overlap') }),
      z.object({ by: z.literal('paragraph') }),
      z.object({ by: z.literal('section') }),
      z.object({ by: z.literal('words'), within: z.int().min(0).max(10_000) }),
    ])
    .catch(DEFAULT.near),
  least: z.int().min(1).catch(DEFAULT.least),
  rollUp: z.boolean().catch(DEFAULT.rollUp),
  coder: z.uuid().nullable().catch(DEFAULT.coder),
  most: z.int().min(1).nullable().catch(DEFAULT.most),
  documentId: z.uuid().nullable().catch(DEFAULT.documentId),
  likeness: z.enum(LIKENESSES).catch(DEFAULT.likeness),
  order: z.enum(SATURATION_ORDERS).catch(DEFAULT.order),
});

/** Which picture is shown and what is counted in it, kept for each project. */
export const useAnalysis = create<Analysis>(() => ({ ...DEFAULT, projectId: null }));

/** Which face of the view in front was chosen. */
export const chosenFace = ({ faces, view }: Pick<Analysis, 'faces' | 'view'>): Face =>
  faces[view] ?? 'picture';

/** Chooses a face of the view in front. */
export const chooseFace = (face: Face): void =>
  useAnalysis.setState(({ faces, view }) => ({ faces: { ...faces, [view]: face } }));

/** Takes up what was shown in a project when it was left; null where none is open. */
export function enterAnalysis(projectId: string | null): void {
  const kept = projectId === null ? undefined : recall(projectId, 'analyse', KEPT);
  useAnalysis.setState({ ...DEFAULT, ...kept, projectId });
}

useAnalysis.subscribe((now, before) => {
  if (now.projectId === null || now.projectId !== before.projectId) return;
  const kept = Object.fromEntries(Object.keys(DEFAULT).map((name) => [name, now[name as keyof Kept]]));
  keep(now.projectId, 'analyse', kept);
});
