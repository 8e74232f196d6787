import { create } from 'zustand';
import type { ChangeKind } from '../../contract/codebook-versions.ts';

/** What is asked for in a dialog. */
export type Asked =
  | { readonly kind: 'name' }
  | { readonly kind: 'edit'; readonly versionId: string }
  | { readonly kind: 'restore'; readonly versionId: string };

interface VersionsView {
  /** The version whose changes are shown; null for the newest. */
  readonly from: string | null;
  /** What it is compared with; null for the codebook as it is. */
  readonly to: string | null;
  /** Only changes of this kind; null for all. */
  readonly kind: ChangeKind | null;
  /** Only of codes whose path contains this. */
  readonly text: string;
  readonly asked: Asked | null;
}

/** What the versions of the codebook show, for as long as the program runs. */
export const useVersionsView = create<VersionsView>(() => ({
  from: null,
  to: null,
  kind: null,
  text: '',
  asked: null,
}));

/** Opens or, with null, closes a dialog. */
export const askFor = (asked: Asked | null): void => useVersionsView.setState({ asked });
