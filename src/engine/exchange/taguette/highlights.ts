import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decodePage } from '../../import/html/encoding.ts';
import { type Element, isElement, type Node, parsePage } from '../../import/html/tree.ts';
import { ExchangeError } from '../error.ts';
import type { Incoming } from '../incoming/incoming.ts';
import { land } from '../incoming/land.ts';
import type { ExchangeReader } from '../model.ts';
import { markedIn } from './marked.ts';
import { isMarked } from './recognise.ts';
import { wordsOf } from './text.ts';

/** The largest page, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** So much of a page says what it is. */
const HEAD = 4096;

const OVERLAPPING =
  'Highlights that overlap or touch can’t be told apart in a page: export the project from Taguette and import that.';

/** What stands below the words of a highlight. */
interface Details {
  readonly document: string;
  readonly tags: readonly string[];
}

/**
 * Reads the pages that Taguette exports: a document with its highlights, or a list of highlights. Of the list each is the HTML
 * that was marked, a paragraph with the name of its document and its tags, and a rule between any two; it says neither where a
 * highlight stands nor who made it.
 * @throws ExchangeError, ImportError
 */
export const readHighlights: ExchangeReader = async function* (path, context) {
  const name = basename(path);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts?.isFile()) throw new ExchangeError('The file is not there any more: choose it again.');
  if (facts.size > MOST_BYTES)
    throw new ExchangeError(`“${name}” is larger than the 64 MB that are read: export fewer tags at once.`);
  const html = decodePage(new Uint8Array(await readFile(path))).text;
  const body = parsePage(html).childNodes.find((node) => node.nodeName === 'body');
  const nodes = body && isElement(body) ? body.childNodes : [];
  const { annotations, overlapping } = isMarked(html.slice(0, HEAD))
    ? markedIn(nodes)
    : { annotations: highlightsIn(nodes), overlapping: [] };
  if (annotations.length + overlapping.length === 0)
    throw new ExchangeError(`“${name}” holds no highlights as Taguette writes them.`);
  yield* land({ tool: 'Taguette', title: basename(path, extname(path)), annotations }, context);
  for (const subject of overlapping) yield { type: 'said', what: 'left', message: OVERLAPPING, subject };
};

/** @returns the highlights of a list, in order */
function highlightsIn(nodes: readonly Node[]): Incoming[] {
  const labels = labelsOf(nodes.filter(isParagraph).at(-1));
  if (labels === null) return [];
  const found: Incoming[] = [];
  const seen = new Map<string, number>();
  let words: Node[] = [];
  for (const [at, node] of nodes.entries()) {
    if (node.nodeName === 'h1' && found.length === 0) words = [];
    else if (isParagraph(node) && labelsOf(node) === labels && endsHighlight(nodes, at)) {
      const said = wordsOf(words).trim();
      found.push(incomingOf(said, detailsOf(node), seen));
      words = [];
    } else words.push(node);
  }
  return found;
}

const isParagraph = (node: Node): node is Element => node.nodeName === 'p';

/** @returns whether what follows is a rule, or nothing more: words that were marked may hold such a paragraph, too */
function endsHighlight(nodes: readonly Node[], at: number): boolean {
  // Between two elements stands one text at most.
  const next = nodes.slice(at + 1, at + 3).find(isElement);
  return next === undefined || next.nodeName === 'hr';
}

/** @returns what the two labels of such a paragraph say, in whichever language; null for any other paragraph */
function labelsOf(node: Element | undefined): string | null {
  const elements = (node?.childNodes ?? []).filter(isElement);
  if (elements.length !== 2 || elements.some(({ nodeName }) => nodeName !== 'strong')) return null;
  return elements.map((element) => wordsOf([element]).trim()).join('\n');
}

function detailsOf(node: Element): Details {
  const [first = 0, second = 0] = [...node.childNodes.keys()].filter(
    (at) => node.childNodes[at]?.nodeName === 'strong',
  );
  const document = wordsOf(node.childNodes.slice(first + 1, second)).trim();
  const list = wordsOf(node.childNodes.slice(second + 1));
  // Each tag has a line of its own; where another program has joined the lines, commas have to do.
  const tags = list.split(/^\s*\n/.test(list) ? /,\s*\n/ : /,\s+/).map((tag) => tag.trim());
  return { document, tags: tags.filter((tag) => tag !== '') };
}

/** @param seen how often the same words with the same document were met: the second are another highlight */
function incomingOf(exact: string, { document, tags }: Details, seen: Map<string, number>): Incoming {
  const facts = JSON.stringify([document, exact]);
  const before = seen.get(facts) ?? 0;
  seen.set(facts, before + 1);
  return {
    key: `${facts}${before === 0 ? '' : before}`,
    guid: null,
    creator: null,
    source: { ids: [], names: document === '' ? [] : [document] },
    selection: { quote: { exact }, positions: [], region: null },
    tags: tags.map((tag) => ({ guid: null, path: [tag] })),
    comments: [],
    weight: null,
  };
}
