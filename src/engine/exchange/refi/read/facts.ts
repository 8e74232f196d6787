import { createHash } from 'node:crypto';
import { ExchangeError } from '../../error.ts';
import { elementsOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { NAMESPACES, type Program, programOf } from '../names.ts';
import { type RawCase, readCase } from './cases.ts';
import { type CodeNode, readCodes } from './codes.ts';
import { Identities, identified } from './identities.ts';
import { type Link, readLink } from './links.ts';
import { type Note, readNote } from './notes.ts';
import { noteRefs } from './refs.ts';
import { type Graph, readGraph, readSet, type SetOfThings } from './sets.ts';
import { readVariable, type Variable } from './values.ts';

/** All that a project says outside of its sources. */
export class Facts {
  name = '';
  origin = '';
  program: Program = 'other';
  description = '';
  basePath = '';
  createdAt: string | undefined;
  notesOnProject: readonly string[] = [];
  readonly users = new Map<string, string>();
  readonly codes = new Map<string, CodeNode>();
  readonly variables = new Map<string, Variable>();
  readonly cases = new Map<string, RawCase>();
  readonly notes = new Map<string, Note>();
  readonly links: Link[] = [];
  readonly sets: SetOfThings[] = [];
  readonly graphs: Graph[] = [];
  /** Names of sources by their first identity. */
  readonly sources = new Map<string, string>();
  /** Things whose GUID another one of their kind has, by kind. */
  readonly twice: { readonly kind: string; readonly name: string }[] = [];
  /** Cases that point at a selection, by the selection. */
  readonly casesBySelection = new Map<string, string[]>();
  /** Selections of cases that are all of their source. */
  readonly wholes = new Set<string>();
  /** Things that links point at. */
  readonly pointedAt = new Set<string>();
  /** Text sources by the path of their text, in lower case. */
  readonly sourceByPath = new Map<string, string>();
  /** SHA-256 of the project's XML, for identities where nothing else tells two projects apart. */
  hash = '';
  readonly #ids = new Identities();

  begin(root: XmlElement): void {
    if (root.name === 'CodeBook')
      throw new ExchangeError('This is a codebook, not a project: import it into the codebook.');
    if (
      root.name !== 'Project' ||
      (root.uri !== '' && !root.uri.toLowerCase().startsWith(NAMESPACES.toLowerCase()))
    )
      throw new ExchangeError('This is not a REFI-QDA project: its XML says something else.');
    this.name = root.attributes.get('name') ?? '';
    this.origin = (root.attributes.get('origin') ?? '').trim();
    this.program = programOf(this.origin);
    this.basePath = root.attributes.get('basePath') ?? '';
  }

  /** Takes one of the things that stand in a project's containers, sources excepted. */
  take(element: XmlElement, container: string): void {
    const claimed = (kind: string) => this.claim(kind, element, element.attributes.get('name') ?? '');
    if (container === 'CodeBook') readCodes(element, this.codes, this);
    else if (container === 'Project') this.#takeOwn(element);
    else if (container === 'Users') this.#takeUser(element, claimed('user'));
    else if (container === 'Variables') {
      const id = claimed('variable');
      this.variables.set(id, readVariable(element, id));
    } else if (container === 'Cases') this.#takeCase(readCase(element, claimed('case')));
    else if (container === 'Notes') {
      const id = claimed('note');
      this.notes.set(id, readNote(element, id));
    } else if (container === 'Links') this.#takeLink(readLink(element, claimed('link')));
    else if (container === 'Sets') this.sets.push(readSet(element, claimed('set')));
    else if (container === 'Graphs') this.graphs.push(readGraph(element));
  }

  #takeUser({ attributes }: XmlElement, id: string): void {
    this.users.set(id, attributes.get('name')?.trim() || attributes.get('id')?.trim() || 'Unnamed');
  }

  #takeCase(read: RawCase): void {
    this.cases.set(read.id, read);
    for (const selection of read.selections) {
      const list = this.casesBySelection.get(selection) ?? [];
      this.casesBySelection.set(selection, [...list, read.id]);
    }
  }

  #takeLink(link: Link): void {
    this.links.push(link);
    for (const end of [link.origin, link.target]) if (end !== null) this.pointedAt.add(end);
  }

  #takeOwn(element: XmlElement): void {
    if (element.name === 'Description') this.description = textOf(element);
    if (element.name === 'NoteRef') this.notesOnProject = [...this.notesOnProject, ...noteRefs([element])];
  }

  /** @returns an identity for a thing, another one where the file gives its GUID to two of a kind */
  claim(kind: string, element: XmlElement, name: string): string {
    const { id, isTwice } = this.#ids.claim(kind, element.attributes.get('guid'));
    if (isTwice) this.twice.push({ kind, name });
    return id;
  }
}

const SOURCES = 'Sources';

/** Whether an element is one of the things that a project is made of. */
const isThing = (trail: readonly string[]): boolean =>
  trail[0] === 'Project' &&
  ((trail.length === 3 && trail[1] !== 'Description') ||
    (trail.length === 2 && (trail[1] === 'Description' || trail[1] === 'NoteRef')));

/**
 * Reads a project's XML once for all that stands outside of its sources.
 * @param onSource told of every source, with all that is in it
 */
export async function readFacts(
  xml: AsyncIterable<Uint8Array>,
  onSource: (source: XmlElement, facts: Facts) => Promise<void>,
): Promise<Facts> {
  const facts = new Facts();
  const hash = createHash('sha256');
  let isBegun = false;
  for await (const { element, trail } of elementsOf(hashed(xml, hash), isThing)) {
    if (trail.length === 1) {
      facts.begin(element);
      isBegun = true;
    } else if (trail[1] === SOURCES) {
      const id = identified(element.attributes.get('guid'));
      if (id !== null && !facts.sources.has(id)) facts.sources.set(id, element.attributes.get('name') ?? '');
      await onSource(element, facts);
    } else facts.take(element, trail.length === 2 ? 'Project' : (trail[1] ?? ''));
  }
  if (!isBegun) throw new ExchangeError('The file holds no REFI-QDA project.');
  facts.hash = hash.digest('hex');
  return facts;
}

async function* hashed(xml: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of xml) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Reads a project's XML once more for its sources, one at a time. */
export async function* sourcesOf(xml: AsyncIterable<Uint8Array>): AsyncGenerator<XmlElement> {
  for await (const { element, trail } of elementsOf(xml, (each) => each.length === 3 && each[1] === SOURCES))
    if (trail.length === 3) yield element;
}
