import type { QuoteRow } from '../../contract/passages.ts';
import { textOf } from '../messages/intl.tsx';
import { partLabel } from '../pages/label.ts';
import { say } from '../reader/say.ts';

/** A quote with where it stands, as it can be put into a text. */
export function referenceOf({ line, documentTitle: title, paragraph, page, region }: QuoteRow): string {
  if (region !== null) return textOf('passages.referencePart', { title, label: partLabel({ page, region }) });
  const quote = line.replace(/\s+/g, ' ').trim();
  return page === null
    ? textOf('passages.reference', { quote, title, number: paragraph })
    : textOf('passages.referencePage', { quote, title, label: page.label });
}

/** Copies quotes with their references, a paragraph each, and says how many. */
export async function copyQuotes(rows: readonly QuoteRow[]): Promise<void> {
  await navigator.clipboard.writeText(rows.map(referenceOf).join('\n\n'));
  say(textOf('passages.copied', { count: rows.length }));
}
