import type { CodebookNode, CodeLabel, CodeLink } from '../../codebook/whole.ts';
import { ColligoError } from '../../errors.ts';
import type { Remark } from '../model.ts';

/** A code as a file states it. A field that is left out is one that the file does not speak of. */
export interface BookCode {
  readonly id: string;
  /** False where the file gives no identity, so that the id was made of the names above it. */
  readonly isIdentified: boolean;
  readonly parentId: string | null;
  readonly name: string;
  readonly definition?: string;
  readonly useWhen?: string;
  readonly useNotWhen?: string;
  readonly example?: string;
  /** #rrggbb */
  readonly colour?: string;
  readonly codable?: boolean;
  readonly labels: readonly CodeLabel[];
  /** Each stands with both codes. */
  readonly links: readonly CodeLink[];
}

/** A codebook that was read from a file. */
export interface Book {
  /** Empty where the file does not say. */
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag of what is not marked otherwise; empty where nobody said. */
  readonly language: string;
  /** In tree order: parents before the codes under them, siblings as they stand. */
  readonly codes: readonly BookCode[];
  /** Whether the order of siblings means something. */
  readonly isOrdered: boolean;
  /** Kinds of other words that the file could state: where a code has none, it has none there. */
  readonly labelKinds: readonly CodeLabel['kind'][];
  /** Kinds of links, likewise. */
  readonly linkKinds: readonly CodeLink['kind'][];
  /** What was mended, kept as something else, or left while it was read. */
  readonly remarks: readonly Remark[];
  /** What else could be taken of the file, where it holds several things. */
  readonly offers?: BookOffers;
}

/** Schemes by IRI and title, and languages as BCP 47 tags, the commonest first; each empty where there are no two. */
export interface BookOffers {
  readonly schemes: readonly { readonly iri: string; readonly title: string }[];
  readonly languages: readonly string[];
}

/** What a codebook is called when it is written. */
export interface BookTitle {
  readonly title: string;
  readonly description: string;
  readonly language: string;
}

export const ALL_LABELS: readonly CodeLabel['kind'][] = [
  'alias',
  'hidden',
  'notation',
  'name',
  'definition',
  'note',
  'example',
  'change',
];
export const ALL_LINKS: readonly CodeLink['kind'][] = ['see_also', 'not_to_be_confused'];

/** More is no codebook that a person works with, and would not stay quick. */
export const MOST_CODES = 100_000;
/** Codes under codes. */
export const MOST_DEEP = 100;
/** Of a file. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** UTF-16 units, as codes may be called and say. */
const LONGEST_NAME = 300;
const LONGEST_TEXT = 100_000;

/** @returns the error for a codebook that is not read: what is wrong, and what can be done */
export const unreadable = (sentence: string, remedy: string): ColligoError =>
  new ColligoError('UNREADABLE', sentence, { safe: 'Nothing was changed.', remedy });

/** What a reader found, in the order of the file. */
export interface Found extends Omit<Book, 'codes' | 'remarks'> {
  /** Parents may come later, be missing or lie in a circle; links may lead nowhere and stand on one side only. */
  readonly codes: readonly BookCode[];
  readonly remarks: Remark[];
}

/**
 * Makes a tree of what a reader found: every code once, under a parent that is there, in tree order.
 * @throws ColligoError UNREADABLE where there is nothing, or more than a codebook holds
 */
export function arranged({ codes: found, remarks, ...rest }: Found): Book {
  const codes = new Map<string, BookCode>();
  for (const code of found) {
    if (codes.has(code.id))
      remarks.push({
        what: 'left',
        message: 'A code came twice with one identity: the first counts.',
        subject: code.name,
      });
    else codes.set(code.id, fitting(code, remarks));
    if (codes.size > MOST_CODES)
      throw unreadable(
        `The codebook has more than ${MOST_CODES.toLocaleString('en')} codes.`,
        'Divide it into several files.',
      );
  }
  if (codes.size === 0)
    throw unreadable('There are no codes in this file.', 'Choose another file, or another format.');
  const parents = parentsOf(codes, remarks);
  const below = Map.groupBy(codes.values(), ({ id }) => parents.get(id) ?? null);
  const links = linksOf(codes, remarks);
  const ordered: BookCode[] = [];
  const open = (below.get(null) ?? []).map((code) => ({ code, depth: 1 })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { code, depth } = next;
    if (depth > MOST_DEEP)
      throw unreadable(`Codes lie more than ${MOST_DEEP} deep in this file.`, 'Flatten its tree.');
    ordered.push({ ...code, parentId: parents.get(code.id) ?? null, links: links.get(code.id) ?? [] });
    for (const child of (below.get(code.id) ?? []).toReversed()) open.push({ code: child, depth: depth + 1 });
  }
  return { ...rest, codes: ordered, remarks };
}

/** A code with names and texts as long as they may be. */
function fitting(code: BookCode, remarks: Remark[]): BookCode {
  const name = cut(code.name.trim().toWellFormed() || 'Unnamed code', LONGEST_NAME);
  const long = (['definition', 'useWhen', 'useNotWhen', 'example'] as const).filter(
    (field) => (code[field]?.length ?? 0) > LONGEST_TEXT,
  );
  const labels = code.labels.filter(({ text }) => text.length <= LONGEST_TEXT);
  if (code.name.trim().length > LONGEST_NAME || long.length > 0 || labels.length < code.labels.length)
    remarks.push({
      what: 'mended',
      message: 'A name or text that is longer than a code can hold was cut.',
      subject: name,
    });
  const shorter = Object.fromEntries(long.map((field) => [field, cut(code[field] ?? '', LONGEST_TEXT)]));
  return { ...code, ...shorter, name, labels };
}

/** A pair of surrogates is not cut in two. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/** @returns for each code its parent; a circle is cut where it is met first */
function parentsOf(codes: ReadonlyMap<string, BookCode>, remarks: Remark[]): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  for (const { id, parentId, name } of codes.values()) {
    const isThere = parentId !== null && codes.has(parentId);
    if (parentId !== null && !isThere)
      remarks.push({
        what: 'mended',
        message: 'A code lay under one that is not there: it lies at the top.',
        subject: name,
      });
    parents.set(id, isThere ? parentId : null);
  }
  const safe = new Set<string>();
  for (const { id } of codes.values()) {
    const way = new Set<string>();
    let at: string | null = id;
    while (at !== null && !safe.has(at)) {
      way.add(at);
      const above: string | null = parents.get(at) ?? null;
      if (above !== null && way.has(above)) {
        parents.set(at, null);
        remarks.push({
          what: 'mended',
          message: 'Codes lay under each other in a circle: one of them lies at the top.',
          subject: codes.get(at)?.name ?? '',
        });
        break;
      }
      at = above;
    }
    for (const each of way) safe.add(each);
  }
  return parents;
}

/** @returns the links of each code, on both sides, in the order in which a project gives them */
function linksOf(codes: ReadonlyMap<string, BookCode>, remarks: Remark[]): Map<string, CodeLink[]> {
  const pairs = new Map<string, readonly [string, string, CodeLink['kind']]>();
  for (const { id, links, name } of codes.values()) {
    for (const { kind, other } of links) {
      if (!codes.has(other) || other === id)
        remarks.push({
          what: 'left',
          message: 'A link led to a code that is not in the file.',
          subject: name,
        });
      else {
        const [one, two] = id < other ? [id, other] : [other, id];
        pairs.set(`${kind} ${one} ${two}`, [one, two, kind]);
      }
    }
  }
  const links = new Map<string, CodeLink[]>();
  const add = (id: string, link: CodeLink) => links.set(id, [...(links.get(id) ?? []), link]);
  for (const key of [...pairs.keys()].toSorted()) {
    const [one, two, kind] = pairs.get(key) ?? ['', '', 'see_also'];
    add(one, { kind, other: two });
    add(two, { kind, other: one });
  }
  return links;
}

/** @returns the path of each code, by its id: its names from the top */
export function pathsOf(codes: readonly Pick<BookCode, 'id' | 'parentId' | 'name'>[]): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { id, parentId, name } of codes) paths.set(id, [...(paths.get(parentId ?? '') ?? []), name]);
  return paths;
}

/** @returns a code as a project would hold it, with what the file does not say left empty */
export function nodeOf(code: BookCode, colour: string): CodebookNode {
  const { id, parentId, name, labels, links } = code;
  return {
    id,
    parentId,
    name,
    definition: code.definition ?? '',
    useWhen: code.useWhen ?? '',
    useNotWhen: code.useNotWhen ?? '',
    example: code.example ?? '',
    colour: code.colour ?? colour,
    codable: code.codable ?? true,
    labels,
    links,
  };
}
