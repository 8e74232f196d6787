import type { QuoteRow } from '../../contract/passages.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';

/** A quote with where it stands, as it can be put into a text. */
export function referenceOf({ quote, documentTitle, paragraph }: QuoteRow): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  return textOf('passages.reference', { quote: line, title: documentTitle, number: paragraph });
}

/** Copies quotes with their references, a paragraph each, and says how many. */
export async function copyQuotes(rows: readonly QuoteRow[]): Promise<void> {
  await navigator.clipboard.writeText(rows.map(referenceOf).join('\n\n'));
  say(textOf('passages.copied', { count: rows.length }));
}
