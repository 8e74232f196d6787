import { ImportError } from '../errors.ts';
import type { Archive } from './archive.ts';
import { elementsAt } from './xml.ts';

/** What a part of the package points to: a part's name, or an address outside. */
export interface Relationship {
  /** The last word of the type's address, such as `styles`. */
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
}

const KINDS: readonly (readonly [pattern: RegExp, message: string])[] = [
  [
    /macroEnabled/i,
    'This is a Word document with macros (.docm): open it in Word and save it as .docx, without them.',
  ],
  [/wordprocessingml\.template/i, 'This is a Word template (.dotx): open it in Word and save it as .docx.'],
  [/spreadsheetml/i, 'This is a spreadsheet, not a Word document: save its text as .docx or .txt.'],
  [/presentationml/i, 'These are slides, not a Word document: save their text as .docx or .pdf.'],
];

const NO_WORD = 'This is a zip archive, not a Word document: unpack it and import the texts in it.';

/** Text of a part: UTF-8, or UTF-16 with its mark (ECMA-376 part 2, 8.1.1 allows both). */
function decodePart(bytes: Buffer): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** A name as the archive has it, from a target that is relative to a folder. */
function resolve(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The parts of a Word document by what they are. */
export class Parts {
  readonly #archive: Archive;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** The XML of a part; null where the document has none. */
  async text(name: string): Promise<string | null> {
    const bytes = await this.#archive.read(name);
    return bytes && decodePart(bytes);
  }

  /** What a part points to, by identifier; the package itself is the empty name. */
  async relationships(name: string): Promise<Map<string, Relationship>> {
    const slash = name.lastIndexOf('/');
    const folder = name.slice(0, slash + 1);
    const xml = await this.text(`${folder}_rels/${name.slice(slash + 1)}.rels`);
    const found = new Map<string, Relationship>();
    for (const { attributes } of elementsAt(xml ?? '', 1)) {
      const isOutside = attributes.get('TargetMode') === 'External';
      const target = attributes.get('Target') ?? '';
      found.set(attributes.get('Id') ?? '', {
        type: attributes.get('Type')?.split('/').at(-1) ?? '',
        target: isOutside ? target : resolve(folder, target),
        isOutside,
      });
    }
    return found;
  }

  /** The name of the part that holds the document. Throws ImportError that says what the file is instead. */
  async main(): Promise<string> {
    const types = await this.text('[Content_Types].xml');
    if (types === null) {
      const open = await this.text('mimetype');
      if (open?.includes('opendocument')) {
        const advice = 'open it in LibreOffice or Word and save it as .docx';
        throw new ImportError('binary', `This is an OpenDocument file (.odt): ${advice}.`);
      }
      throw new ImportError('binary', NO_WORD);
    }
    const relationships = [...(await this.relationships('')).values()];
    const name = relationships.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
    for (const { attributes } of elementsAt(types, 1)) {
      const part = attributes.get('PartName');
      if (part !== undefined && resolve('', part) !== name) continue;
      const kind = KINDS.find(([pattern]) => pattern.test(attributes.get('ContentType') ?? ''));
      if (kind && part !== undefined) throw new ImportError('binary', kind[1]);
    }
    if (!this.#archive.names.includes(name)) throw new ImportError('binary', NO_WORD);
    return name;
  }
}
