import * as z from 'zod';
import { Region } from '../../contract/common.ts';
import { PANE_KINDS, type Tab, VIEW_KINDS } from './tabs.ts';

/** What is selected in a document: a span of its current version, a passage, or a part of a page that is none yet. */
export type Selection =
  | { readonly kind: 'span'; readonly documentId: string; readonly start: number; readonly end: number }
  | { readonly kind: 'passage'; readonly documentId: string; readonly passageId: string }
  | {
      readonly kind: 'region';
      readonly documentId: string;
      /** Both where the text of its page begins. */
      readonly start: number;
      readonly end: number;
      readonly region: Region;
    };

/** What stands in the middle: the document in the reader, the page of a code, or a view over the project. */
export const PAGES = ['document', ...PANE_KINDS] as const;
export type PageKind = (typeof PAGES)[number];

/** What of the workspace is remembered for the next time. */
export interface Kept {
  /** What stands in the tabs, in their order. */
  readonly tabs: readonly Tab[];
  /** What kind of page is in front. */
  readonly page: PageKind;
  /** The document in the reader: of the tab that is in front, or that was before a view came to the front. */
  readonly documentId: string | null;
  /** The code whose page is in front, or was last. */
  readonly pageCodeId: string | null;
  /** The selected code: the codebook marks it, the drawer shows its passages. */
  readonly codeId: string | null;
  /** The case that was looked at last. */
  readonly caseId: string | null;
  /** What was selected in the text. */
  readonly selection: Selection | null;
  /** What the inspector shows: whichever was chosen last. */
  readonly inspected: 'code' | 'text' | 'document' | 'case' | null;
  /** For each document, the offset of the first unit in sight when it was left. */
  readonly places: Readonly<Record<string, number>>;
  /** Codes and cases that are folded in the two trees. */
  readonly folded: readonly string[];
  /** Codes applied last, newest first. */
  readonly recentCodes: readonly string[];
  /** The codes applied by the last command, which Repeat applies again. */
  readonly lastCodes: readonly string[];
  /** Codes on the digit keys: index 0 is key 1. */
  readonly pinned: readonly (string | null)[];
}

/** What is kept of a project that was never open here. */
export const NOTHING: Kept = {
  tabs: [],
  page: 'document',
  documentId: null,
  pageCodeId: null,
  codeId: null,
  caseId: null,
  selection: null,
  inspected: null,
  places: {},
  folded: [],
  recentCodes: [],
  lastCodes: [],
  pinned: [],
};

const Ids = z.array(z.string());
const AnOffset = z.int().nonnegative();

/** What a later or an earlier version has kept may look otherwise: then the part begins anew, alone. */
export const KEPT: z.ZodType<Kept> = z.object({
  tabs: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('document'), documentId: z.string() }),
        z.object({ kind: z.literal('code'), codeId: z.string() }),
        z.object({ kind: z.enum(VIEW_KINDS) }),
      ]),
    )
    .catch([]),
  page: z.enum(PAGES).catch('document'),
  documentId: z.string().nullable().catch(null),
  pageCodeId: z.string().nullable().catch(null),
  codeId: z.string().nullable().catch(null),
  caseId: z.string().nullable().catch(null),
  selection: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('span'), documentId: z.string(), start: AnOffset, end: AnOffset }),
      z.object({ kind: z.literal('passage'), documentId: z.string(), passageId: z.string() }),
      z.object({
        kind: z.literal('region'),
        documentId: z.string(),
        start: AnOffset,
        end: AnOffset,
        region: Region,
      }),
    ])
    .nullable()
    .catch(null),
  inspected: z.enum(['code', 'text', 'document', 'case']).nullable().catch(null),
  places: z.record(z.string(), AnOffset).catch({}),
  folded: Ids.catch([]),
  recentCodes: Ids.catch([]),
  lastCodes: Ids.catch([]),
  pinned: z.array(z.string().nullable()).catch([]),
});
