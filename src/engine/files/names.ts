import { ColligoError } from '../errors.ts';

/** Characters that separate folders, on any system a project may travel to, and the ones that nobody can see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NEVER = /[/\\\u0000-\u001f\u007f]/;

/** What Windows does not take in a file name, besides the above. */
const NEVER_ON_WINDOWS = /[<>:"|?*]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Refuses what is not plainly the name of one file or folder, so that joining it to a folder stays in that folder.
 * @param name as a person or a page gave it
 * @param platform whose rules hold
 * @returns the same name
 * @throws ColligoError REFUSED for separators, control characters, `.` and `..`, and what the system cannot write
 */
export function checkName(name: string, platform: NodeJS.Platform = process.platform): string {
  const refused =
    name === '' ||
    name === '.' ||
    name === '..' ||
    NEVER.test(name) ||
    (platform === 'win32' && NEVER_ON_WINDOWS.test(name));
  if (!refused) return name;
  throw new ColligoError('REFUSED', 'That cannot be the name of a file or folder here.', {
    safe: 'Nothing was written.',
    remedy: 'Use letters, digits, spaces, dots, hyphens and underscores.',
  });
}

/**
 * Makes a name that can be written anywhere out of whatever a browser sent along with an upload.
 * @param name possibly with folders, control characters or far too long
 * @returns one file name of at most 150 characters that keeps its extension
 */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f<>:"|?*]/g, '')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const extension = /\.[^.]{1,12}$/.exec(plain)?.[0] ?? '';
  const stem = [...plain.slice(0, plain.length - extension.length)].slice(0, 130).join('');
  return `${stem || 'file'}${extension}`;
}
