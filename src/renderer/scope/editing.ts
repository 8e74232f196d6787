import { create } from 'zustand';

/** The kinds of condition, in the order of the menu. */
export const CONDITION_KINDS = ['cases', 'documents', 'attributes', 'codes', 'coders', 'text'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** The condition whose form is open. Attributes and codes can have several: `index` says which, null a new one. */
export interface EditedCondition {
  readonly kind: ConditionKind;
  readonly index: number | null;
}

interface Editing {
  readonly edited: EditedCondition | null;
  /** What the form opens under. */
  readonly anchor: Element | null;
  readonly edit: (edited: EditedCondition, anchor?: Element | null) => void;
  readonly moveTo: (index: number | null) => void;
  readonly close: () => void;
}

/** Which condition is being written, and the way to begin or end it. */
export const useEditingCondition = create<Editing>((set) => ({
  edited: null,
  anchor: null,
  edit: (edited, anchor = null) => set({ edited, anchor }),
  moveTo: (index) => set(({ edited }) => (edited === null ? {} : { edited: { ...edited, index } })),
  close: () => set({ edited: null, anchor: null }),
}));
