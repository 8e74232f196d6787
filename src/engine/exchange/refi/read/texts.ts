import iconv from 'iconv-lite';
import { childOf, textOf, type XmlElement } from '../../xml/elements.ts';
import { findFile } from './files.ts';
import type { Work } from './work.ts';

/** Where a text of the project stands: in its XML or in files, plain and formatted. */
export interface TextPlace {
  readonly inline: string | null;
  readonly plainPath: string | undefined;
  readonly richPath: string | undefined;
}

/** @returns where the text of a source, a note, a representation or a transcript stands */
export function textPlaceOf(element: XmlElement): TextPlace {
  const inline = childOf(element, 'PlainTextContent');
  return {
    inline: inline ? textOf(inline) : null,
    plainPath: element.attributes.get('plainTextPath') || undefined,
    richPath: element.attributes.get('richTextPath') || undefined,
  };
}

/** A text as the file has it. */
export interface LoadedText {
  /** Without a byte order mark; line ends as they are. */
  readonly raw: string;
  readonly hasMark: boolean;
  /** The file that it was decoded from, in UTF-8; null for a text that stands in the XML or in another encoding. */
  readonly bytes: Buffer | null;
  /** Of the file that it stands in; empty where it stands in the XML. */
  readonly name: string;
}

/** Decodes a text file: UTF-8 as it must be, UTF-16 where it is marked so, else Windows-1252 (as ATLAS.ti has some). */
export function decodeText(bytes: Uint8Array): {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
} {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    const decoder = new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be', { ignoreBOM: true });
    return { text: decoder.decode(bytes), encoding: 'utf-16' };
  }
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8',
    };
  } catch {
    return { text: iconv.decode(Buffer.from(bytes), 'windows-1252'), encoding: 'windows-1252' };
  }
}

/** @returns a text of the project, or null where there is none, which has been said */
export async function loadText(work: Work, place: TextPlace, subject: string): Promise<LoadedText | null> {
  if (place.plainPath !== undefined) {
    const file = await findFile(work, place.plainPath, subject, place.inline !== null);
    if (file) {
      const { text, encoding } = decodeText(file.bytes);
      if (encoding === 'windows-1252')
        work.say('mended', 'A text is not UTF-8, as it must be; it was read as Windows-1252.', subject);
      const hasMark = text.startsWith('\uFEFF');
      return {
        raw: hasMark ? text.slice(1) : text,
        hasMark,
        bytes: encoding === 'utf-8' ? file.bytes : null,
        name: file.name,
      };
    }
  }
  if (place.inline === null) return null;
  const hasMark = place.inline.startsWith('\uFEFF');
  return { raw: hasMark ? place.inline.slice(1) : place.inline, hasMark, bytes: null, name: '' };
}
