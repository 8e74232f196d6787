import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createProject } from '../../../src/engine/store/create.ts';
import { newId } from '../../../src/engine/store/ids.ts';
import type { Actor } from '../../../src/engine/store/mutate.ts';
import { type OpenOptions, openProject } from '../../../src/engine/store/open.ts';
import type { Project } from '../../../src/engine/store/project.ts';

/** @returns a folder of its own that goes with the test */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'colligo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const coder = (name: string): Actor => ({ id: newId(), name });

export const ANNA = coder('Anna');

/** No backups, so that a test sees only the files it asked for. */
export const optionsFor = (actor: Actor | null = ANNA, mode: 'write' | 'read' = 'write'): OpenOptions => ({
  mode,
  program: 'a test',
  actor,
  backups: { everyHours: 24, keep: 0 },
});

/** Opens a project and closes it with the test. */
export async function open(path: string, options: OpenOptions = optionsFor()): Promise<Project> {
  const project = await openProject(path, options);
  onTestFinished(() => project.close());
  return project;
}

/** @returns a new, open project in a folder of its own */
export async function newProject(actor: Actor = ANNA): Promise<Project> {
  const path = join(tempFolder(), 'test.colligo');
  createProject(path, { title: 'Test', actor });
  return open(path, optionsFor(actor));
}
