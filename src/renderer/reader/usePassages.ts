import type { PassageRow } from '../../contract/passages.ts';
import { useReader } from '../state/reader.ts';

const NONE: readonly PassageRow[] = [];

/** The passages of the open document that are in scope. */
export const usePassages = (): readonly PassageRow[] => useReader((state) => state.reading?.passages) ?? NONE;
