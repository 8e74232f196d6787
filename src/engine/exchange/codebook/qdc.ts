import type { CodebookNode } from '../../codebook/whole.ts';
import { guidOf, identityOf } from '../identity.ts';
import type { Remark } from '../model.ts';
import { readDescription, writeDescription } from '../refi/description.ts';
import { NAMESPACES, programOf } from '../refi/names.ts';
import { colourOf } from '../refi/read/codes.ts';
import { attribute, guid, textElement } from '../refi/write/xml.ts';
import { childOf, childrenOf, readXml, textOf, type XmlElement } from '../xml/elements.ts';
import { arranged, type Book, type BookCode, unreadable } from './book.ts';

/** Namespace of a codebook (REFI-QDA 1.5, section 7). */
const NAMESPACE = 'urn:QDA-XML:codebook:1.0';
const SCHEMA = `${NAMESPACE} http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd`;

/** What ATLAS.ti puts between the name of a code and that of one under it, in files from before it could nest them. */
const BETWEEN = '::';

/**
 * Reads a REFI-QDA codebook, in the namespaces 1.0 and 0:4 alike. A codebook within a project (.qde) has the same elements.
 * @throws ColligoError UNREADABLE, ExchangeError
 */
export async function readQdc(bytes: Uint8Array): Promise<Book> {
  const root = await readXml(bytes);
  const book = root.name === 'CodeBook' ? root : childOf(root, 'CodeBook');
  if (!book || (root.uri !== '' && !root.uri.startsWith(NAMESPACES)))
    throw unreadable('This is no REFI-QDA codebook.', 'Export the codebook as .qdc again.');
  const codes = codesIn(book);
  const remarks = childrenOf(childOf(book, 'Sets'), 'Set').map(
    (set): Remark => ({
      what: 'left',
      message: 'A set of codes has no place in a codebook here: its codes came, the set did not.',
      subject: set.attributes.get('name') ?? '',
    }),
  );
  const isAtlas = programOf(root.attributes.get('origin') ?? '') === 'atlas';
  return arranged({
    title: '',
    description: '',
    language: '',
    isOrdered: true,
    labelKinds: [],
    linkKinds: [],
    codes: isAtlas ? nestedByName(codes, remarks) : codes,
    remarks,
  });
}

function codesIn(book: XmlElement): BookCode[] {
  const codes: BookCode[] = [];
  // Without recursion: codes may nest a thousand deep.
  const open = childrenOf(childOf(book, 'Codes'), 'Code')
    .map((element) => ({ element, parentId: null as string | null }))
    .reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, parentId } = next;
    const name = element.attributes.get('name') ?? '';
    const known = guidOf(element.attributes.get('guid') ?? '');
    const id = known ?? identityOf('code-by-name', parentId ?? '', name);
    const colour = colourOf(element.attributes.get('color'));
    codes.push({
      id,
      isIdentified: known !== null,
      parentId,
      name,
      ...readDescription(textOf(childOf(element, 'Description'))),
      ...(colour !== undefined && { colour }),
      codable: !/^\s*(false|0)\s*$/i.test(element.attributes.get('isCodable') ?? 'true'),
      labels: [],
      links: [],
    });
    const below = childrenOf(element, 'Code').map((child) => ({ element: child, parentId: id }));
    open.push(...below.reverse());
  }
  return codes;
}

/** Puts “Drinks::Coke” under “Drinks”, as older files of ATLAS.ti mean it. */
function nestedByName(codes: readonly BookCode[], remarks: Remark[]): BookCode[] {
  const byName = new Map(codes.map((code) => [code.name, code]));
  return codes.map((code) => {
    const at = code.name.lastIndexOf(BETWEEN);
    const parent = at > 0 ? byName.get(code.name.slice(0, at)) : undefined;
    const name = code.name.slice(at + BETWEEN.length);
    if (code.parentId !== null || !parent || name === '') return code;
    remarks.push({
      what: 'kept',
      message: 'A code named with “::” stands under the code that its name begins with.',
      subject: code.name,
    });
    return { ...code, parentId: parent.id, name };
  });
}

/** @returns a REFI-QDA codebook, valid against version 1.0 of its schema, which wants at least one code; in pieces */
export function* writeQdc(nodes: readonly CodebookNode[]): Generator<string, void> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield `<CodeBook xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${SCHEMA}" origin="Colligo">\n<Codes>\n`;
  const open: string[] = [];
  for (const node of nodes) {
    while (open.length > 0 && open.at(-1) !== node.parentId) {
      open.pop();
      yield '</Code>\n';
    }
    const attributes =
      attribute('guid', guid(node.id)) +
      attribute('name', node.name) +
      attribute('isCodable', node.codable) +
      attribute('color', node.colour);
    yield `<Code${attributes}>${textElement('Description', writeDescription(node))}\n`;
    open.push(node.id);
  }
  yield `${'</Code>\n'.repeat(open.length)}</Codes>\n</CodeBook>\n`;
}
