import { join } from 'node:path';
import * as z from 'zod';
import { readIfThere, safeJson } from './profile.ts';
import { type BackupPolicy, DAILY } from './store/backup.ts';

const Settings = z.object({
  backups: z
    .object({ everyHours: z.number().positive().max(8760), keep: z.int().min(0).max(1000) })
    .partial()
    .optional(),
});

/**
 * Reads settings.json from the user's data folder: `{ "backups": { "everyHours": 24, "keep": 10 } }`; `keep: 0` turns
 * backups at opening off. What is missing or makes no sense is as by default.
 * @param home the user's data folder
 */
export function readSettings(home: string): { readonly backups: BackupPolicy } {
  const parsed = Settings.safeParse(safeJson(readIfThere(join(home, 'settings.json')) ?? '{}'));
  const own = parsed.success ? parsed.data.backups : undefined;
  return { backups: { everyHours: own?.everyHours ?? DAILY.everyHours, keep: own?.keep ?? DAILY.keep } };
}
