import type { PassageRow } from '../../contract/passages.ts';

/** What is printed on the page of a passage that is a part of it; the page's number where that is not known. */
export const partLabel = ({
  page,
  region,
}: {
  readonly page: PassageRow['page'];
  readonly region: NonNullable<PassageRow['region']>;
}): string => page?.label ?? String(region.page);
