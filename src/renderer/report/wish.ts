import type { CompareColumns } from '../../contract/compare.ts';
import {
  type ReportFormat,
  type ReportMeasure,
  type ReportSection,
  USUAL_SECTIONS,
} from '../../contract/report.ts';

/** How a report shall be written, apart from its scope and its pictures. */
export interface Wish {
  readonly format: ReportFormat;
  readonly sections: readonly ReportSection[];
  /** A table for each. */
  readonly tables: readonly CompareColumns[];
  readonly measure: ReportMeasure;
  readonly rollUp: boolean;
  /** How many of a code and a document at most; null: all. */
  readonly quotes: number | null;
  readonly pseudonyms: boolean;
}

/** What is asked for until somebody changes it. */
export const FIRST: Wish = {
  format: 'docx',
  sections: USUAL_SECTIONS,
  tables: [{ by: 'document' }],
  measure: 'spans',
  rollUp: false,
  quotes: 3,
  pseudonyms: false,
};

/** What there is to choose from for quotes. */
export const QUOTES = [1, 3, 5, 10, null] as const;

/** @returns the list with what was chosen added at its end, or taken out where it was in it */
export const toggled = <Item>(list: readonly Item[], item: Item, same: (other: Item) => boolean): Item[] =>
  list.some(same) ? list.filter((other) => !same(other)) : [...list, item];

/** @returns whether two columns are the same */
export const isSameColumns = (one: CompareColumns, other: CompareColumns): boolean =>
  one.by === 'attribute'
    ? other.by === 'attribute' && one.attribute === other.attribute
    : one.by === other.by;
