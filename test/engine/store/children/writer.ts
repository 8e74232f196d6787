import { writeSync } from 'node:fs';
import { removeCodes } from '../../../../src/engine/codebook/remove.ts';
import { readTree } from '../../../../src/engine/codebook/tree.ts';
import { createCode } from '../../../../src/engine/codebook/write.ts';
import { applyCodes } from '../../../../src/engine/passages/apply.ts';
import { applyToMatches } from '../../../../src/engine/passages/matches.ts';
import { idText, newId } from '../../../../src/engine/store/ids.ts';
import { openProject } from '../../../../src/engine/store/open.ts';
import type { Project } from '../../../../src/engine/store/project.ts';
import { sql } from '../../../../src/engine/store/sql.ts';
import { redoable, undoable } from '../../../../src/engine/store/steps.ts';

// writer <project>: makes steps until it is killed, and says the id of each once the store has said it is done.

const [path = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const project = await openProject(path, {
  mode: 'write',
  program: 'a writer',
  actor: { id: newId(), name: 'Wanda' },
  backups: { everyHours: 24, keep: 0 },
});
// With hardly any memory for pages SQLite writes them long before a step is done, so that a kill finds it halfway. It is
// slow: every third writer does.
if (process.pid % 3 === 0) project.db.pragma('cache_size = 10');
say('open');
for (let turn = 0; ; turn++) {
  const step = act(project, turn);
  if (step) say(step.id);
  // Now and then it rests, so that the log is folded into the file.
  if (Math.random() < 0.03) await new Promise((resolve) => setTimeout(resolve, 420));
}

function act({ db }: Project, turn: number): { id: string } | null {
  const codes = readTree(db).map((node) => node.id);
  const code = codes[turn % codes.length];
  const verb = Math.floor(Math.random() * 12);
  if (code === undefined || verb < 4)
    return createCode(project, { name: `Code ${turn}`, parentId: verb === 0 ? (code ?? null) : null }).step;
  const document = idText(db.one<{ id: Uint8Array }>(sql`SELECT id FROM documents LIMIT 1`).id);
  if (verb < 6) {
    const start = Math.floor(Math.random() * 40);
    return applyCodes(project, { document, start, end: start + 1 + (turn % 20), codes: [code] }).step;
  }
  // A step of many rows, which takes a while to be written.
  if (verb < 9)
    return applyToMatches(project, { document, code, match: 'beta', unit: 'paragraph', weight: null }).step;
  const last = undoable(db);
  const next = redoable(db)?.target;
  if (verb === 9 && codes.length > 8) return removeCodes(project, [code]).step;
  if (verb === 10 && next) return project.redo(idText(next.id)).step;
  return last ? project.undo(idText(last.id)).step : null;
}
