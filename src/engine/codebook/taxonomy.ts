import * as z from 'zod';
import { CodeFields } from '../../contract/codes.ts';
import { ColligoError } from '../errors.ts';

/** A code in a taxonomy file, with the codes under it. */
export interface TaxonomyCode extends Partial<Omit<CodeFields, 'name'>> {
  readonly name: string;
  /** Its identity, where the file gives one: then a second import changes nothing, whatever it is called by now. */
  readonly id?: string | undefined;
  readonly children?: readonly TaxonomyCode[] | undefined;
}

/** Deeper trees than this are damage or an attack, not a taxonomy. */
const MAX_DEPTH = 32;
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
  codes: z.array(Code).max(MAX_CODES),
});

/**
 * Reads a taxonomy in Colligo's own JSON form: `{ format: "colligo-taxonomy", version: 1, title, codes: [{ id?, name,
 * definition?, useWhen?, useNotWhen?, example?, colour?, codable?, children? }] }`.
 * @param text the file
 * @param name what the file is called, for the sentences
 * @throws ColligoError UNREADABLE
 */
export function parseTaxonomy(text: string, name: string): readonly TaxonomyCode[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw Object.assign(unreadable(name, 'it is not JSON'), { cause });
  }
  if (nesting(json) > MAX_DEPTH * 2 + 2)
    throw unreadable(name, `its codes are nested more than ${MAX_DEPTH} deep`);
  const parsed = Taxonomy.safeParse(json);
  if (parsed.success) return parsed.data.codes;
  const [issue] = parsed.error.issues;
  throw unreadable(name, `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not of this form'}`);
}

/**
 * Reads a list of codes, one a line, where a deeper indent makes a child. Bullets before a name are left out; a tab
 * counts as four spaces.
 * @param text the lines
 * @returns the codes as a tree
 */
export function parseLines(text: string): readonly TaxonomyCode[] {
  const roots: TaxonomyCode[] = [];
  const open: { indent: number; children: TaxonomyCode[] }[] = [{ indent: -1, children: roots }];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const expanded = line.replaceAll('\t', '    ');
    const name = expanded.trim().replace(/^[-*•–]\s+/u, '');
    if (name === '') continue;
    const indent = expanded.length - expanded.trimStart().length;
    while (open.length > 1 && (open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const children: TaxonomyCode[] = [];
    open.at(-1)?.children.push({ name: name.slice(0, 300), children });
    if (open.length <= MAX_DEPTH) open.push({ indent, children });
  }
  return roots;
}

function unreadable(name: string, why: string): ColligoError {
  return new ColligoError('UNREADABLE', `${name} is not a taxonomy that Colligo can read: ${why}.`, {
    safe: 'Nothing was changed.',
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
