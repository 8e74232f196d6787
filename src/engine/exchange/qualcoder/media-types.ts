import { extname } from 'node:path';
import { formatOf, MEDIA_TYPES } from '../../import/formats.ts';
import { PICTURE_TYPES } from '../../import/picture/header.ts';

/** Media types as IANA lists them, by ending. */
const TYPES: Readonly<Record<string, string>> = {
  ...PICTURE_TYPES,
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
  return format && format !== 'picture'
    ? MEDIA_TYPES[format]
    : (TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream');
}
