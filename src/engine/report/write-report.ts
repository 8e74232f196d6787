import { basename } from 'node:path';
import { REPORT_FORMATS, type ReportFormat } from '../../contract/report.ts';
import { cancelled, describeFailure, refused } from '../dataset/output/failure.ts';
import { openOutput } from '../dataset/output/open.ts';
import type { Output } from '../dataset/output/output.ts';
import type { Content } from '../dataset/output/pour.ts';
import { inSnapshot } from '../dataset/snapshot.ts';
import type { Sql } from '../store/sql.ts';
import type { ReportRequest } from './asked.ts';
import { reportOf } from './build.ts';
import { docxOf } from './docx/docx.ts';
import { htmlOf } from './html.ts';
import type { Report, Written } from './model.ts';

export interface ReportOptions extends ReportRequest {
  /** Decided by the ending of the target's name, where it is left out. */
  readonly format?: ReportFormat | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What was written. */
export interface ReportFile extends Written {
  readonly name: string;
  readonly format: ReportFormat;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

const WRITERS: Readonly<Record<ReportFormat, (report: Report, written: Written) => Content>> = {
  html: htmlOf,
  docx: docxOf,
};

/**
 * Writes a report as one file. The same project and wishes give the same bytes in every shell, time zone and locale. The
 * project is read in one snapshot, while the file is written.
 * @param db a connection of its own, not the writer's
 * @param target a path that ends in .html or .docx
 * @throws ColligoError REFUSED for a name that does not go with the format; NOT_FOUND for an attribute that is gone; DISK,
 * DAMAGED, CANCELLED. What was at the target is then as it was
 */
export async function writeReport(db: Sql, target: string, options: ReportOptions): Promise<ReportFile> {
  let output: Output | undefined;
  try {
    const format = formatFor(target, options.format);
    const opened = await openOutput(target, true, options.signal);
    output = opened;
    const written: Written = { tables: 0, pictures: 0, quotes: 0 };
    const name = basename(target);
    const { bytes, sha256 } = await inSnapshot(db, () =>
      opened.write(name, WRITERS[format](reportOf(db, options, options.signal), written)),
    );
    if (options.signal?.aborted) throw cancelled();
    await output.finish();
    return { name, format, bytes, sha256, ...written };
  } catch (error) {
    await output?.abandon();
    throw describeFailure(error, target);
  }
}

/** A file's ending has to say what it holds. */
function formatFor(target: string, asked: ReportFormat | undefined): ReportFormat {
  const name = target.toLowerCase();
  const ofEnding = REPORT_FORMATS.find((format) => name.endsWith(`.${format}`));
  if (ofEnding !== undefined && (asked === undefined || asked === ofEnding)) return ofEnding;
  const endings = (asked === undefined ? REPORT_FORMATS : [asked]).map((format) => `.${format}`).join(' or ');
  throw refused(
    `“${basename(target)}” does not end in ${endings}, as a report does.`,
    `Choose a name that ends in ${endings}.`,
  );
}
