import { ImportError } from '../errors.ts';
import type { ParseContext, Parsed } from '../parsed.ts';

export async function readDocx(_bytes: Uint8Array<ArrayBuffer>, _context: ParseContext): Promise<Parsed> {
  throw new ImportError('crashed', 'Not written yet.');
}
