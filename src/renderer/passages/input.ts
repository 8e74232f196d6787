import type { Sort } from '../../contract/passages.ts';

/** As many as the contract gives at a time. */
const MOST = 5000;

/** What the engine is asked for: what the list is narrowed by, in this order, as many as there are at a time. */
export const listInput = <Wanted extends object>(wanted: Wanted, sort: Sort) => ({
  ...wanted,
  sort,
  limit: MOST,
});
