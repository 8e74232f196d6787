import type { CompareColumns } from '../../contract/compare.ts';
import type { ReportMeasure, ReportPicture, ReportSection } from '../../contract/report.ts';
import type { Scope } from '../../contract/scope.ts';
import type { Frame } from '../dataset/frame.ts';
import type { Parts } from './parts.ts';
import type { People } from './people.ts';

/** What a report shall hold; the contract says what each means. */
export interface ReportRequest {
  readonly sections: readonly ReportSection[];
  readonly tables: readonly CompareColumns[];
  readonly measure: ReportMeasure;
  readonly rollUp: boolean;
  readonly quotes: number | null;
  readonly pseudonyms: boolean;
  readonly pictures: readonly ReportPicture[];
  readonly scope?: Scope | undefined;
}

/** What every section is made from: the project as it is at one moment, and what was asked for. */
export interface Source {
  readonly frame: Frame;
  readonly people: People;
  readonly asked: ReportRequest;
  readonly parts: Parts;
}
