/** A document in the reader. */
export interface DocumentTab {
  readonly kind: 'document';
  readonly documentId: string;
}

/** The page of a code. */
export interface CodeTab {
  readonly kind: 'code';
  readonly codeId: string;
}

/** The views over the whole project that can stand where a document does, one tab each. */
export const VIEW_KINDS = ['compare', 'analyse', 'parallel', 'cases', 'versions'] as const;
export type ViewKind = (typeof VIEW_KINDS)[number];

/** All that can stand where a document does; the pane of each is called as its kind. */
export const PANE_KINDS = [...VIEW_KINDS, 'code'] as const;
export type PaneKind = (typeof PANE_KINDS)[number];

/** What a tab holds beside documents: the page of a code, or a view over the project. */
export type PageTab = CodeTab | { readonly kind: ViewKind };

/** What a tab holds. */
export type Tab = DocumentTab | PageTab;

/** What tells a tab from the others. */
export const tabKey = (tab: Tab): string => {
  if (tab.kind === 'document') return `${tab.kind} ${tab.documentId}`;
  return tab.kind === 'code' ? `${tab.kind} ${tab.codeId}` : tab.kind;
};

/** @returns the tabs with this one among them; at the end where it is new */
export function opened(tabs: readonly Tab[], tab: Tab): readonly Tab[] {
  return tabs.some((each) => tabKey(each) === tabKey(tab)) ? tabs : [...tabs, tab];
}

/** @returns the tabs without the one of this key, and the one that stands where it stood, else before it */
export function closed(tabs: readonly Tab[], key: string): { tabs: readonly Tab[]; front: Tab | undefined } {
  const at = tabs.findIndex((each) => tabKey(each) === key);
  const rest = tabs.filter((_, index) => index !== at);
  return { tabs: rest, front: rest[at] ?? rest.at(-1) };
}
