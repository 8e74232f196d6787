import { readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createCode } from '../../../../src/engine/codebook/write.ts';
import { ColligoError } from '../../../../src/engine/errors.ts';
import { backUpBefore, copyVerified } from '../../../../src/engine/store/backup.ts';
import { createProject } from '../../../../src/engine/store/create.ts';
import { dump } from '../../../../src/engine/store/dump.ts';
import { newId } from '../../../../src/engine/store/ids.ts';
import { openProject } from '../../../../src/engine/store/open.ts';
import type { Project } from '../../../../src/engine/store/project.ts';
import { countRows } from '../../../../src/engine/store/tables.ts';
import { checkWhole } from '../../../../src/engine/store/verify.ts';
import { fillUp } from './ballast.ts';

// full <folder> <disk|file>: makes steps until there is no more room, on the disk or in a file, and says what happened
// as one line of JSON. Room can be made on the disk only; so that is where it goes on.

/** What a failure said, or null where there was none. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** What happened while there was no room. */
export interface FullReport {
  /** The steps that went through, and what the history counts. */
  readonly steps: { readonly acknowledged: number; readonly counted: number };
  readonly first: Failure | null;
  readonly again: Failure | null;
  /** Whether the project is the same as before the step that failed. */
  readonly traceless: boolean;
  readonly copy: Failure | null;
  readonly backup: Failure | null;
  readonly creation: Failure | null;
  /** What the failed copies left behind. */
  readonly litter: readonly string[];
  readonly closing: Failure | null;
  readonly opening: Failure | null;
  readonly reading: Failure | null;
  /** After room was made. */
  readonly later: {
    readonly same: boolean;
    readonly step: Failure | null;
    readonly problems: readonly string[];
  } | null;
}

const [folder = '', what = 'disk'] = process.argv.slice(2);
const path = join(folder, 'full.colligo');
const actor = { id: newId(), name: 'Fulvia' };
const options = { mode: 'write', program: 'p', actor, backups: { everyHours: 24, keep: 0 } } as const;

createProject(path, { title: 'Full', actor });
const project = await openProject(path, options);
const base = countRows(project.db, 'steps');
if (what === 'disk') fillUp(folder, 300_000);
let acknowledged = 0;
let first: Failure | null = null;
let before = '';
for (; !first && acknowledged < 1000; acknowledged++) {
  before = dump(project.db);
  first = await failureOf(() => step(project));
}
acknowledged--;
const again = await failureOf(() => step(project));
const traceless = dump(project.db) === before;
const counted = countRows(project.db, 'steps') - base;

if (what === 'disk') fillUp(folder, 0);
const files = readdirSync(folder);
const copy = await failureOf(() => copyVerified(project.db, join(folder, 'copy.colligo')));
const backup = await failureOf(() => backUpBefore(project.db, path, 'migration'));
const creation = await failureOf(() => createProject(join(folder, 'new.colligo'), { title: 'N', actor }));
const litter = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => !files.includes(file) && !file.endsWith('-backups'));
const closing = await failureOf(() => project.close());
const tryOpening = (mode: 'write' | 'read') =>
  failureOf(async () => {
    const opened = await openProject(path, { ...options, mode });
    opened.close();
  });
const opening = await tryOpening('write');
const reading = await tryOpening('read');

const report: FullReport = {
  steps: { acknowledged, counted },
  first,
  again,
  traceless,
  copy,
  backup,
  creation,
  litter,
  closing,
  opening,
  reading,
  later: what === 'disk' ? await withRoom() : null,
};
writeSync(1, JSON.stringify(report));

async function withRoom(): Promise<FullReport['later']> {
  rmSync(join(folder, 'ballast'));
  const project = await openProject(path, options);
  const later = {
    same: dump(project.db) === before,
    step: await failureOf(() => step(project)),
    problems: checkWhole(project.db),
  };
  project.close();
  return later;
}

function step(within: Project): void {
  createCode(within, { name: 'Long', parentId: null, definition: 'long '.repeat(4000) });
}

async function failureOf(action: () => unknown): Promise<Failure | null> {
  try {
    await action();
    return null;
  } catch (error) {
    if (error instanceof ColligoError) return { code: error.code, message: error.message };
    return { code: 'FAULT', message: error instanceof Error ? `${error.stack}` : String(error) };
  }
}
