import { EXCHANGED, type ExchangeCounts, type ExchangeLine } from '../../../contract/exchange.ts';
import type { Remark } from '../model.ts';

/** How many of what a remark is about are named; the rest is counted. */
const NAMED = 100;

const none = (): ExchangeCounts => Object.fromEntries(EXCHANGED.map((kind) => [kind, 0])) as ExchangeCounts;

/** Gathers what is told at the end of an import from another program. */
export class ReportBook {
  readonly came = none();
  readonly already = none();
  readonly #lines = new Map<string, ExchangeLine>();

  /** Counts a remark with those that say the same. */
  say({ what, message, subject }: Remark): void {
    const key = `${what}\n${message}`;
    const line = this.#lines.get(key) ?? { what, message, count: 0, subjects: [] };
    if (line.subjects.length < NAMED && subject !== '' && line.subjects.at(-1) !== subject)
      line.subjects.push(subject);
    this.#lines.set(key, { ...line, count: line.count + 1 });
  }

  /** @returns the remarks: what could not be carried first, then what was kept as something else, then what was mended */
  lines(): ExchangeLine[] {
    const order = ['left', 'kept', 'mended'];
    return [...this.#lines.values()].toSorted((a, b) => order.indexOf(a.what) - order.indexOf(b.what));
  }
}
