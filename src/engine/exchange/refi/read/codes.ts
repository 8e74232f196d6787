import type { ExchangedCode } from '../../model.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { readDescription } from '../description.ts';
import type { Facts } from './facts.ts';
import { linksOfCodes } from './links.ts';
import { noteRefs } from './refs.ts';
import type { Work } from './work.ts';

/** A code as the file states it; they stand in tree order. */
export interface CodeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly isCodable: boolean;
  readonly colour: string | undefined;
  readonly description: string;
  readonly notes: readonly string[];
}

/** @returns #rrggbb for a colour of the file; undefined for none */
export function colourOf(colour: string | undefined): string | undefined {
  const [, hex] = /^\s*#([0-9a-f]{6}|[0-9a-f]{3})\s*$/i.exec(colour ?? '') ?? [];
  if (hex === undefined) return undefined;
  return `#${hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join('')}`.toLowerCase();
}

/** Adds the codes under an element, parents before the codes under them. */
export function readCodes(container: XmlElement, codes: Map<string, CodeNode>, facts: Facts): void {
  // Without recursion: codes may nest a thousand deep.
  const open = childrenOf(container, 'Code')
    .map((element) => ({ element, parentId: null as string | null }))
    .reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, parentId } = next;
    const name = element.attributes.get('name') ?? '';
    const id = facts.claim('code', element, name);
    codes.set(id, {
      id,
      parentId,
      name,
      isCodable: !/^(false|0)$/i.test(element.attributes.get('isCodable') ?? 'true'),
      colour: colourOf(element.attributes.get('color')),
      description: textOf(childOf(element, 'Description')),
      notes: noteRefs(childrenOf(element)),
    });
    const below = childrenOf(element, 'Code').map((child) => ({ element: child, parentId: id }));
    open.push(...below.reverse());
  }
}

/** What ATLAS.ti puts between the name of a code and that of one under it, before it could nest them. */
const BETWEEN = '::';

/** The code that a name such as “Drinks::Coke” says to be its parent; null where there is none of that name. */
function namedParent(work: Work, code: CodeNode, byName: ReadonlyMap<string, CodeNode>): CodeNode | null {
  const at = code.name.lastIndexOf(BETWEEN);
  if (
    work.program !== 'atlas' ||
    code.parentId !== null ||
    at <= 0 ||
    at + BETWEEN.length >= code.name.length
  )
    return null;
  return byName.get(code.name.slice(0, at)) ?? null;
}

/** @returns the codes of the file, and those that cases become, parents first */
export function codesOf(work: Work): ExchangedCode[] {
  const { codes, cases } = work.facts;
  const byName = new Map([...codes.values()].map((code) => [code.name, code]));
  const links = linksOfCodes(work);
  const isCase = (id: string) => cases.has(id);
  const parentOf = (code: CodeNode): string | null => {
    let parent = namedParent(work, code, byName)?.id ?? code.parentId;
    // A code that is a case in truth is none; what stood under it moves up.
    while (parent !== null && isCase(parent)) parent = codes.get(parent)?.parentId ?? null;
    return parent;
  };
  const made = [...codes.values()].flatMap((code): ExchangedCode[] => {
    if (isCase(code.id)) return [];
    const parentId = parentOf(code);
    const short = namedParent(work, code, byName);
    if (short)
      work.say('kept', 'A code named with “::” stands under the code that its name begins with.', code.name);
    const { definition, useWhen, useNotWhen, example } = readDescription(
      work.text(code.id, 'description', code.description),
    );
    const own = links.get(code.id);
    work.refer(code.notes, { kind: 'code', id: code.id });
    return [
      {
        id: code.id,
        parentId,
        name:
          work.text(
            code.id,
            'name',
            short ? code.name.slice(short.name.length + BETWEEN.length) : code.name,
          ) || 'Unnamed code',
        codable: code.isCodable,
        ...(definition !== '' && { definition }),
        ...(useWhen !== '' && { useWhen }),
        ...(useNotWhen !== '' && { useNotWhen }),
        ...(example !== '' && { example }),
        ...(code.colour !== undefined && { colour: code.colour }),
        ...(own && { links: own }),
        ...work.restored?.ofCode(work, code.id),
      },
    ];
  });
  return parentsFirst(made);
}

/** Puts parents before the codes under them and keeps the order otherwise. */
function parentsFirst(codes: readonly ExchangedCode[]): ExchangedCode[] {
  const below = new Map<string | null, ExchangedCode[]>();
  for (const code of codes) {
    const list = below.get(code.parentId) ?? [];
    list.push(code);
    below.set(code.parentId, list);
  }
  const ordered: ExchangedCode[] = [];
  const open = [...(below.get(null) ?? [])].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    ordered.push(next);
    open.push(...(below.get(next.id) ?? []).toReversed());
  }
  return ordered;
}
