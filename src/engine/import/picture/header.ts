import { readJpeg } from './jpeg.ts';
import type { Orientation } from './orientation.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

/** What the head of a picture says of it. Nothing is decoded for it. */
export interface PictureFacts {
  /** As IANA lists it. */
  readonly mediaType: string;
  /** In pixels, as they are stored. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
}

type Size = Omit<PictureFacts, 'mediaType'>;

interface Kind {
  readonly mediaType: string;
  /** What it begins with, in latin-1, and what stands at 8. */
  readonly begins: readonly string[];
  readonly at8?: string;
  readonly read: (bytes: Uint8Array) => Size | null;
}

function readGif(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 13) return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true), orientation: 1 };
}

/** A bitmap's size: of 16 bits in the oldest header, of 32 in others, with a negative height where rows go downwards. */
function readBmp(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) return null;
  const header = view.getUint32(14, true);
  if (header === 12)
    return { width: view.getUint16(18, true), height: view.getUint16(20, true), orientation: 1 };
  if (header < 40) return null;
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)), orientation: 1 };
}

/** Kinds that every browser shows, told by what they begin with, whatever their name says. */
const KINDS: readonly Kind[] = [
  { mediaType: 'image/png', begins: ['\x89PNG\r\n\x1a\n'], read: readPng },
  { mediaType: 'image/jpeg', begins: ['\xff\xd8\xff'], read: readJpeg },
  { mediaType: 'image/gif', begins: ['GIF87a', 'GIF89a'], read: readGif },
  { mediaType: 'image/webp', begins: ['RIFF'], at8: 'WEBP', read: readWebp },
  { mediaType: 'image/bmp', begins: ['BM'], read: readBmp },
];

/** The media types that endings of names promise, in lower case, with the dot. */
export const PICTURE_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.bmp': 'image/bmp',
};

/**
 * Reads what kind of picture bytes are, and its size, from its head alone.
 * @returns null for what is no such picture, `damaged` where its head makes no sense
 */
export function readHeader(bytes: Uint8Array): PictureFacts | 'damaged' | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  const kind = KINDS.find(
    ({ begins, at8 }) =>
      begins.some((begin) => head.startsWith(begin)) && (at8 === undefined || head.startsWith(at8, 8)),
  );
  if (!kind) return null;
  const size = kind.read(bytes);
  if (size === null || size.width <= 0 || size.height <= 0) return 'damaged';
  return { mediaType: kind.mediaType, ...size };
}

/** @returns whether a media type is one of a picture that can be a document */
export const isPictureType = (mediaType: string): boolean =>
  KINDS.some((kind) => kind.mediaType === mediaType);
