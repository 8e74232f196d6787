import { writeSync } from 'node:fs';
import { readTree } from '../../../../src/engine/codebook/tree.ts';
import { createCode } from '../../../../src/engine/codebook/write.ts';
import { ColligoError } from '../../../../src/engine/errors.ts';
import { dump } from '../../../../src/engine/store/dump.ts';
import { newId } from '../../../../src/engine/store/ids.ts';
import { openProject } from '../../../../src/engine/store/open.ts';
import type { Project } from '../../../../src/engine/store/project.ts';
import { listSteps, newestStep } from '../../../../src/engine/store/steps.ts';
import { checkWhole } from '../../../../src/engine/store/verify.ts';

// opener <write|read> <file>…: opens each file in turn, works with what opens, and says one line of JSON for each.

/** What became of one file: it was refused, worked, failed later with a sentence, or failed with a fault of ours. */
export interface Outcome {
  readonly path: string;
  readonly stage: 'open' | 'work' | 'done';
  readonly code: string | null;
  readonly message: string;
  readonly remedy: string | null;
}

const [mode = 'read', ...paths] = process.argv.slice(2);

for (const path of paths) {
  // Said before: if it never comes back, this is where it was.
  writeSync(1, `${JSON.stringify({ path })}\n`);
  writeSync(1, `${JSON.stringify(await outcomeOf(path))}\n`);
}

async function outcomeOf(path: string): Promise<Outcome> {
  let stage: Outcome['stage'] = 'open';
  try {
    const project = await openProject(path, {
      mode: mode === 'write' ? 'write' : 'read',
      program: 'an opener',
      actor: { id: newId(), name: 'Otto' },
      backups: { everyHours: 24, keep: 0 },
    });
    stage = 'work';
    try {
      work(project);
    } finally {
      project.close();
    }
    return { path, stage: 'done', code: null, message: '', remedy: null };
  } catch (error) {
    if (error instanceof ColligoError)
      return { path, stage, code: error.code, message: error.message, remedy: error.data.remedy ?? null };
    return {
      path,
      stage,
      code: 'FAULT',
      message: error instanceof Error ? `${error.stack}` : '',
      remedy: null,
    };
  }
}

/** Reads all of it, and writes a step that it then takes back. */
function work(project: Project): void {
  dump(project.db);
  readTree(project.db);
  listSteps(project.db, Number.MAX_SAFE_INTEGER, 1000);
  checkWhole(project.db);
  if (project.readOnly) return;
  createCode(project, { name: 'New', parentId: null });
  newestStep(project.db);
  project.undo();
}
