import { type PageFacts, pageIndexAt } from '../../text/pages.ts';
import { pagesOf } from '../documents/pages.ts';
import { ColligoError } from '../errors.ts';
import { onlyOne } from '../find.ts';
import type { Sql } from '../store/sql.ts';

/** Pages kept at hand per connection; a long manual has two or three thousand. */
const KEEP_PAGES = 50_000;

const caches = new WeakMap<Sql, Map<number, readonly PageFacts[]>>();

/**
 * @param key readings.key
 * @returns all pages of a reading in order, the page of number n at n - 1; from memory where they were asked for before, since
 * readings never change
 */
export function pagesKept(db: Sql, key: number): readonly PageFacts[] {
  const cache = caches.get(db) ?? new Map<number, readonly PageFacts[]>();
  caches.set(db, cache);
  const there = cache.get(key);
  if (there) return there;
  const pages = pagesOf(db, key);
  cache.set(key, pages);
  // Those that were asked for first go first: asking again costs a query.
  let kept = 0;
  for (const one of cache.values()) kept += one.length + 1;
  for (const [oldest, one] of cache) {
    if (kept <= KEEP_PAGES || oldest === key) break;
    cache.delete(oldest);
    kept -= one.length + 1;
  }
  return pages;
}

/** @returns the page on which an offset (UTF-16) stands; null for a text without pages */
export const pageAt = (pages: readonly PageFacts[], offset: number): PageFacts | null =>
  pages[Math.max(pageIndexAt(pages, offset), 0)] ?? null;

/**
 * Finds the page that a person means: by what is printed on it, else by its number, counted from 1.
 * @param key readings.key
 * @throws ColligoError NOT_FOUND; NOT_UNIQUE where several pages have that label; REFUSED for a text without pages
 */
export function findPage(db: Sql, key: number, asked: string): PageFacts {
  const pages = pagesKept(db, key);
  if (pages.length === 0) throw withoutPages();
  const printed = pages.filter(({ label }) => label === asked);
  const found = printed.length > 0 ? printed : pages.filter(({ number }) => String(number) === asked);
  const others =
    printed.length > 1 ? printed.map(({ number }) => String(number)) : pages.map(({ label }) => label);
  return onlyOne(found, asked, 'page', others);
}

/** What is said where a part of a page is meant, and there are no pages. */
export const withoutPages = (): ColligoError =>
  new ColligoError('REFUSED', 'This document has no pages, so there is no part of a page to code.', {
    safe: 'Nothing was changed.',
    remedy: 'Select words instead.',
  });
