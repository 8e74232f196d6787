import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { ErrorCode } from '../../../src/contract/procedure.ts';
import { openProject } from '../../../src/engine/store/open.ts';
import { ANNA, optionsFor, tempFolder } from '../kit/project.ts';
import { soundBytes } from './everything.ts';
import { hashOf, litterOf } from './files.ts';

/** @returns a file of its own with these bytes */
export function fileWith(bytes: Uint8Array | string, name = 'some file.colligo'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** @returns a sound project, changed with SQL */
export async function changedBy(script: string): Promise<string> {
  const path = fileWith(await soundBytes());
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.unsafeMode();
  db.exec(script);
  db.close();
  return path;
}

/** Expects the refusal in both modes, in one sentence, with the bytes as they were and nothing left beside them. */
export async function expectRefused(path: string, code: ErrorCode, words: RegExp | string): Promise<void> {
  const before = { hash: hashOf(path), litter: litterOf(path) };
  for (const mode of ['read', 'write'] as const) {
    const error: unknown = await openProject(path, optionsFor(ANNA, mode)).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'ColligoError', code, message: expect.stringMatching(words) });
    expect((error as Error).message).toMatch(/^[^\n]{10,200}[.]$/u);
    expect({ hash: hashOf(path), litter: litterOf(path) }).toEqual(before);
  }
}
