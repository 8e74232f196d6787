import { basename, extname } from 'node:path';
import type { BrowserWindow, FileFilter, OpenDialogOptions } from 'electron';
import * as z from 'zod';
import type { GrantUse } from '../engine/files/grants.ts';
import { KINDS } from '../engine/files/kinds.ts';
import { safeName } from '../engine/files/names.ts';
import type { ElectronApi } from './electron-api.ts';

/** What the page may ask the shell for. */
export const Wish = z.discriminatedUnion('verb', [
  z.strictObject({
    id: z.int(),
    verb: z.literal('pickOpen'),
    purpose: z.enum(['project', 'plans', 'codebook', 'table', 'exchange', 'folder']),
    multiple: z.boolean().default(false),
  }),
  z.strictObject({ id: z.int(), verb: z.literal('pickSave'), name: z.string().min(1).max(300) }),
  z.strictObject({ id: z.int(), verb: z.literal('pickFolder'), purpose: z.enum(['plans', 'folder']) }),
]);
export type Wish = z.infer<typeof Wish>;

/** What a person picked, and what it may be used for. */
export interface Choice {
  readonly path: string;
  readonly use: GrantUse;
}

/** What a kind of file is called in the dialogs. */
const NAMES = {
  project: 'Colligo project',
  plans: 'Plans',
  codebook: 'Codebooks',
  table: 'Tables',
  exchange: 'Projects of other programs',
} as const;

/**
 * Shows the system's dialog for a wish.
 * @param electron to show it with
 * @param window to show it over
 * @param wish what the page asks for
 * @returns what was picked; nothing where the person changed their mind
 */
export async function pick(
  { dialog }: Pick<ElectronApi, 'dialog'>,
  window: BrowserWindow,
  wish: Wish,
): Promise<Choice[]> {
  if (wish.verb === 'pickSave') {
    // The name alone: where it goes is the person's business, and the page cannot steer it.
    const name = safeName(wish.name);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: name,
      filters: savedAs(name),
    });
    return canceled || filePath === '' ? [] : [{ path: filePath, use: 'save' }];
  }
  const { use, options } = opening(wish);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
  return canceled ? [] : filePaths.map((path) => ({ path, use }));
}

/**
 * Says what a dropped file is good for.
 * @param path as the system told it to the preload; empty where the file lies nowhere
 * @returns nothing for a file without a path
 */
export function dropped(path: string): Choice[] {
  if (path === '') return [];
  const isProject = KINDS.project.extensions.includes(extname(path).toLowerCase());
  return [{ path, use: isProject ? 'open' : 'import' }];
}

/** @returns the name to show for what was picked */
export function nameOf(choice: Choice): string {
  return basename(choice.path) || choice.path;
}

function opening(wish: Exclude<Wish, { verb: 'pickSave' }>): { use: GrantUse; options: OpenDialogOptions } {
  const { purpose } = wish;
  const { use } = KINDS[purpose];
  if (wish.verb === 'pickFolder' || purpose === 'folder') {
    return { use, options: { properties: ['openDirectory', 'createDirectory'] } };
  }
  const several = wish.multiple ? (['multiSelections'] as const) : [];
  return { use, options: { filters: [filterOf(purpose)], properties: ['openFile', ...several] } };
}

function filterOf(purpose: keyof typeof NAMES): FileFilter {
  // Dialogs want extensions without the dot.
  const extensions = KINDS[purpose].extensions.map((extension) => extension.slice(1));
  return { name: NAMES[purpose], extensions };
}

function savedAs(name: string): FileFilter[] {
  const extension = extname(name).toLowerCase();
  if (KINDS.project.extensions.includes(extension)) return [filterOf('project')];
  const plain = extension.slice(1);
  return plain === '' ? [] : [{ name: plain.toUpperCase(), extensions: [plain] }];
}
