import * as z from 'zod';
import { CodeFields } from '../../contract/codes.ts';
import { MAX_CODE_DEPTH, readCodeLines } from '../../text/code-lines.ts';
import { ColligoError } from '../errors.ts';

/** A code in a taxonomy file, with the codes under it. */
export interface TaxonomyCode extends Partial<Omit<CodeFields, 'name'>> {
  readonly name: string;
  /** Its identity, where the file gives one: then a second import changes nothing, whatever it is called by now. */
  readonly id?: string | undefined;
  readonly children?: readonly TaxonomyCode[] | undefined;
}

/** A taxonomy file as a whole. */
export interface TaxonomyFile {
  readonly title: string;
  /** What it is for, in a sentence or two; empty where the file does not say. */
  readonly description: string;
  readonly codes: readonly TaxonomyCode[];
}

const MAX_CODES = 20_000;

const Code: z.ZodType<TaxonomyCode> = z.lazy(() =>
  CodeFields.partial().extend({
    name: CodeFields.shape.name,
    id: z.uuid().optional(),
    children: z.array(Code).optional(),
  }),
) as z.ZodType<TaxonomyCode>;

const Taxonomy = z.object({
  format: z.literal('colligo-taxonomy'),
  version: z.literal(1),
  title: z.string(),
  description: z.string().max(10_000).default(''),
  codes: z.array(Code).max(MAX_CODES),
});

/**
 * Reads a taxonomy in Colligo's own JSON form: `{ format: "colligo-taxonomy", version: 1, title, description?,
 * codes: [{ id?, name, definition?, useWhen?, useNotWhen?, example?, colour?, codable?, children? }] }`.
 * @param text the file
 * @param name what the file is called, for the sentences
 * @returns what it is called and for, and its codes as a tree
 * @throws ColligoError UNREADABLE
 */
export function parseTaxonomy(text: string, name: string): TaxonomyFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw Object.assign(unreadable(name, 'it is not JSON'), { cause });
  }
  if (nesting(json) > MAX_CODE_DEPTH * 2 + 2)
    throw unreadable(name, `its codes are nested more than ${MAX_CODE_DEPTH} deep`);
  const parsed = Taxonomy.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(name, `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not of this form'}`);
}

/**
 * Reads a list of codes as `readCodeLines` does.
 * @param text the lines
 * @returns the codes as a tree
 */
export function parseLines(text: string): readonly TaxonomyCode[] {
  const roots: TaxonomyCode[] = [];
  const open: TaxonomyCode[][] = [roots];
  for (const { name, depth } of readCodeLines(text)) {
    const children: TaxonomyCode[] = [];
    open[depth]?.push({ name, children });
    open[depth + 1] = children;
  }
  return roots;
}

function unreadable(name: string, why: string): ColligoError {
  return new ColligoError('UNREADABLE', `${name} is not a taxonomy that Colligo can read: ${why}.`, {
    safe: 'Nothing was changed.',
    remedy: 'Mend the file, or paste its codes as a list, one a line.',
  });
}

/** How deep arrays and objects lie within each other; walks without recursion, since the depth is what is in doubt. */
function nesting(json: unknown): number {
  let level: unknown[] = [json];
  let depth = 0;
  while (level.length > 0) {
    depth++;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return depth;
}
