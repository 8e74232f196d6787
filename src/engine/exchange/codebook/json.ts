import * as z from 'zod';
import { CodeFields } from '../../../contract/codes.ts';
import { parseTaxonomy, type TaxonomyCode } from '../../codebook/taxonomy.ts';
import type { CodebookNode } from '../../codebook/whole.ts';
import { identityOf } from '../identity.ts';
import {
  ALL_LABELS,
  ALL_LINKS,
  arranged,
  type Book,
  type BookCode,
  type BookTitle,
  MOST_DEEP,
  unreadable,
} from './book.ts';
import { Label } from './label.ts';

const Code = CodeFields.partial().extend({
  name: z.string(),
  id: z.guid(),
  labels: z.array(Label).max(10_000).default([]),
  links: z
    .array(z.object({ kind: z.enum(['see_also', 'not_to_be_confused']), other: z.guid() }))
    .max(10_000)
    .default([]),
  children: z.array(z.unknown()).default([]),
});

const Second = z.object({
  format: z.literal('colligo-taxonomy'),
  version: z.literal(2),
  title: z.string().default(''),
  description: z.string().default(''),
  language: z.string().default(''),
  codes: z.array(z.unknown()),
});

/**
 * Reads a taxonomy in Colligo's own JSON form: version 1 as people write it, or version 2, which holds all that a code says.
 * @param name what the file is called, for the sentences
 * @throws ColligoError UNREADABLE
 */
export function readJson(text: string, name: string): Book {
  const second = secondOf(text);
  return second === null ? firstBook(text, name) : secondBook(second, name);
}

/** @returns what the file holds, if it says that it is of version 2 */
function secondOf(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && 'version' in json && json.version === 2 ? json : null;
  } catch {
    // Reading it as version 1 says what is wrong.
    return null;
  }
}

function secondBook(json: unknown, name: string): Book {
  const book = checked(Second, json, name);
  const codes: BookCode[] = [];
  const open = book.codes.map((code) => ({ code, parentId: null as string | null, depth: 1 })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { parentId, depth } = next;
    if (depth > MOST_DEEP)
      throw unreadable(`${name} nests its codes more than ${MOST_DEEP} deep.`, 'Flatten its tree.');
    const { children, links, ...code } = checked(Code, next.code, name);
    const id = code.id.toLowerCase();
    codes.push({
      ...stated(code),
      id,
      name: code.name,
      labels: code.labels,
      isIdentified: true,
      parentId,
      links: links.map(({ kind, other }) => ({ kind, other: other.toLowerCase() })),
    });
    for (const child of children.toReversed()) open.push({ code: child, parentId: id, depth: depth + 1 });
  }
  const { title, description, language } = book;
  const kinds = { isOrdered: true, labelKinds: ALL_LABELS, linkKinds: ALL_LINKS };
  return arranged({ title, description, language, ...kinds, codes, remarks: [] });
}

function firstBook(text: string, name: string): Book {
  const { title, description, codes } = parseTaxonomy(text, name);
  const kinds = { isOrdered: true, labelKinds: [], linkKinds: [] };
  return arranged({ title, description, language: '', ...kinds, codes: flattened(codes), remarks: [] });
}

/** @returns a tree of codes as a list; one without an identity is known by the names above it */
export function flattened(codes: readonly TaxonomyCode[]): BookCode[] {
  const flat: BookCode[] = [];
  const visit = (siblings: readonly TaxonomyCode[], parentId: string | null) => {
    for (const { id: own, children, name, ...fields } of siblings) {
      const id = own?.toLowerCase() ?? identityOf('code-by-name', parentId ?? '', name);
      const isIdentified = own !== undefined;
      flat.push({ ...stated(fields), id, name, isIdentified, parentId, labels: [], links: [] });
      visit(children ?? [], id);
    }
  };
  visit(codes, null);
  return flat;
}

type Stated<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };

/** @returns the fields that say something */
function stated<Fields extends object>(fields: Fields): Stated<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Stated<Fields>;
}

function checked<Schema extends z.ZodType>(schema: Schema, json: unknown, name: string): z.output<Schema> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(
    `${name} is not a taxonomy that Colligo can read: ${issue?.path.join('.') || 'a code'}: ${issue?.message ?? 'not of this form'}.`,
    'Mend the file, or export it again.',
  );
}

interface Tree extends Omit<CodebookNode, 'parentId'> {
  readonly children: Tree[];
}

/** @returns the codebook in version 2 of Colligo's JSON form, which holds it exactly */
export function writeJson(title: BookTitle, nodes: readonly CodebookNode[]): string {
  const roots: Tree[] = [];
  const trees = new Map<string, Tree>();
  for (const { parentId, links, ...node } of nodes) {
    // A link stands once, with the code of the smaller id.
    const tree: Tree = { ...node, links: links.filter(({ other }) => node.id < other), children: [] };
    trees.set(node.id, tree);
    (trees.get(parentId ?? '')?.children ?? roots).push(tree);
  }
  return `${JSON.stringify({ format: 'colligo-taxonomy', version: 2, ...title, codes: roots }, null, 2)}\n`;
}
