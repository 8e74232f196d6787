import { CanonicalText } from '../canonical.ts';
import { EXTRACTORS } from '../extractors.ts';
import type { ParseContext, Parsed } from '../parsed.ts';
import { openArchive } from './archive.ts';
import { DocumentWriter } from './blocks.ts';
import type { Counts } from './inline.ts';
import { hasWords, type NoteKind, NoteLabels } from './notes.ts';
import { Numbering } from './numbering.ts';
import { Parts, type Relationship } from './parts.ts';
import { Styles } from './styles.ts';
import { elementsAt, type XmlElement } from './xml.ts';

const told = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? one : `${count.toLocaleString('en')} ${many}`];

const noticesOf = ({ images, insertions, deletions, comments, hidden }: Counts): string[] => [
  ...told(
    images,
    'One image is not shown; its alternative text is.',
    'images are not shown; their alternative texts are.',
  ),
  ...told(
    insertions + deletions,
    'One tracked change: what was inserted is in the text, what was deleted is not.',
    'tracked changes: what was inserted is in the text, what was deleted is not.',
  ),
  ...told(comments, 'One comment is not part of the text.', 'comments are not part of the text.'),
  ...told(
    hidden,
    'One piece of hidden text is not part of the text.',
    'pieces of hidden text are not part of the text.',
  ),
];

/** Writes the notes of a kind behind the text, in the order in which it refers to them. */
async function writeNotes(
  writer: DocumentWriter,
  parts: Parts,
  name: string | undefined,
  kind: NoteKind,
  labels: NoteLabels,
): Promise<void> {
  const xml = name === undefined ? null : await parts.text(name);
  if (name === undefined || xml === null) return;
  const notes = new Map<string, XmlElement>();
  for (const element of elementsAt(xml, 1)) notes.set(element.attributes.get('w:id') ?? '', element);
  writer.begin(await parts.relationships(name));
  for (const { id, label } of labels.references(kind)) {
    const note = notes.get(id);
    if (note) writer.note(note, label);
  }
}

async function headerNotice(parts: Parts, links: ReadonlyMap<string, Relationship>): Promise<string[]> {
  for (const { type, target } of links.values()) {
    if (type !== 'header' && type !== 'footer') continue;
    if (hasWords((await parts.text(target)) ?? '')) {
      return ['Headers and footers of the pages are not part of the text; the file is kept whole.'];
    }
  }
  return [];
}

/**
 * Reads a Word document (ECMA-376, transitional or strict) as the text that a reader sees, without Word's layout. Blocks,
 * marks and separators are those of Markdown: numbers of lists and headings as Word prints them, bullets as a block's kind,
 * cells joined by TAB, notes behind the text with their marks in brackets. Page breaks that somebody set are blocks.
 * Nothing in the file is run, nothing it points to is opened. Throws ImportError.
 */
export async function readDocx(
  bytes: Uint8Array<ArrayBuffer>,
  { limits, onShare }: ParseContext,
): Promise<Parsed> {
  const parts = new Parts(await openArchive(bytes));
  const main = await parts.main();
  const links = await parts.relationships(main);
  const targetOf = (type: string) =>
    [...links.values()].find((link) => link.type === type && !link.isOutside)?.target;
  const textOf = async (type: string) => {
    const name = targetOf(type);
    return (name === undefined ? null : await parts.text(name)) ?? '';
  };
  const notes = new NoteLabels(await textOf('settings'));
  const out = new CanonicalText(limits.blocks);
  const styles = new Styles(await textOf('styles'));
  const writer = new DocumentWriter(out, {
    styles,
    numbering: new Numbering(await textOf('numbering')),
    notes,
  });
  onShare(0.2);
  writer.begin(links);
  // The root holds the body, and the body the blocks.
  for (const element of elementsAt((await parts.text(main)) ?? '', 2)) writer.write(element);
  writer.end();
  onShare(0.8);
  await writeNotes(writer, parts, targetOf('footnotes'), 'footnote', notes);
  await writeNotes(writer, parts, targetOf('endnotes'), 'endnote', notes);
  const headers = await headerNotice(parts, links);
  onShare(1);
  return {
    ...out.finish(),
    notices: [...headers, ...noticesOf(writer.counts)],
    extractor: EXTRACTORS.docx,
    encoding: 'binary',
    ...(styles.language === null ? {} : { language: styles.language }),
  };
}
