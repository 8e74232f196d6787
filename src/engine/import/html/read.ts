import { CanonicalText } from '../canonical.ts';
import { EXTRACTORS } from '../extractors.ts';
import type { ParseContext, Parsed } from '../parsed.ts';
import { PageWriter } from './blocks.ts';
import { decodePage } from './encoding.ts';
import { selectText } from './select.ts';
import { attribute, isElement, parsePage } from './tree.ts';

function noticesOf({ images, embedded }: PageWriter): string[] {
  const notices: string[] = [];
  if (images === 1) notices.push('One image is not shown; its alternative text is.');
  if (images > 1) notices.push(`${images} images are not shown; their alternative texts are.`);
  if (embedded === 1) notices.push('One embedded page, film, sound or drawing is not shown.');
  if (embedded > 1) notices.push(`${embedded} embedded pages, films, sounds or drawings are not shown.`);
  return notices;
}

/**
 * Reads a saved web page as the text that a reader sees. Nothing in it is run or fetched, and style sheets are not read.
 * Blocks, marks and separators are those of Markdown: printed numbers are text, bullets are a block's kind, cells are
 * joined by TAB, a note's mark shows in brackets. Navigation and the like are left out, with a notice. Throws ImportError.
 */
export function readHtml(bytes: Uint8Array<ArrayBuffer>, { limits, onShare }: ParseContext): Parsed {
  const { text: source, encoding, notices } = decodePage(bytes);
  const document = parsePage(source);
  const language = attribute(document, 'lang');
  onShare(0.6);
  const body = document.childNodes.filter(isElement).find(({ tagName }) => tagName === 'body') ?? document;
  const selection = selectText(body);
  const out = new CanonicalText(limits.blocks);
  const writer = new PageWriter(out, selection, body);
  writer.write(selection.root);
  onShare(1);
  return {
    ...out.finish(),
    notices: [...notices, ...selection.notices, ...noticesOf(writer)],
    extractor: EXTRACTORS.html,
    encoding,
    ...(language === null ? {} : { language }),
  };
}
