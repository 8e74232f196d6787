import type { Span } from '../../../text/reading.ts';
import type { CodePoints } from '../anchoring/code-points.ts';
import type { QuotedText } from '../anchoring/quoted-text.ts';
import type { ForeignRow } from '../sqlite/row.ts';
import type { TextSource } from '../text-source.ts';
import type { KnownCode } from './codes.ts';
import type { QualCoderProject } from './project.ts';

/** Words of a text with what is said of them: a code, an annotation without one, or a part that belongs to a case. */
export interface Selection {
  readonly kind: 'coding' | 'annotation' | 'part';
  readonly span: Span;
  readonly row: ForeignRow;
  /** The code; null for an annotation. */
  readonly code: KnownCode | null;
}

/** A text as QualCoder counts in it, and as it is kept. */
export interface CodedText {
  readonly source: TextSource;
  readonly points: CodePoints;
  readonly quoted: QuotedText;
  readonly title: string;
}

/**
 * Finds where a row's code points lie in the canonical text, verified by the words that the row holds.
 * @returns null where there is no such place; it has been said then
 */
export function placeOf(project: QualCoderProject, text: CodedText, row: ForeignRow): Span | null {
  const at = (column: string) => text.source.toCanonical(text.points.toUtf16(row.whole(column)));
  const exact = row.text('seltext');
  const { span, remark } = text.quoted.place({ start: at('pos0'), end: at('pos1') }, { exact });
  if (remark) project.say(remark.what, remark.message, `${text.title}: ${exact.slice(0, 60)}`);
  return span;
}
