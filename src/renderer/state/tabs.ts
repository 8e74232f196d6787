/** A document in the reader. */
export interface DocumentTab {
  readonly kind: 'document';
  readonly documentId: string;
}

/** The views over the whole project that can stand where a document does, one tab each. */
export const VIEW_KINDS = ['compare', 'analyse', 'parallel', 'cases'] as const;
export type ViewKind = (typeof VIEW_KINDS)[number];

/** What a tab holds: a document, or a view over the project. */
export type Tab = DocumentTab | { readonly kind: ViewKind };

/** What tells a tab from the others. */
export const tabKey = (tab: Tab): string =>
  tab.kind === 'document' ? `${tab.kind} ${tab.documentId}` : tab.kind;

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
