import { extname } from 'node:path';
import { formatOf, MEDIA_TYPES } from '../../import/formats.ts';

/** Media types as IANA lists them, by ending. */
const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/vnd.wave',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.rtf': 'application/rtf',
  '.epub': 'application/epub+zip',
};

/** @returns the media type that a file's name promises */
export function mediaTypeOf(name: string): string {
  const format = formatOf(name);
  return format ? MEDIA_TYPES[format] : (TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream');
}
