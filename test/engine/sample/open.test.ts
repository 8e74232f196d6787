import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { builtPath } from '../../../src/engine/resources.ts';
import { copySample } from '../../../src/engine/sample/copy.ts';
import { SAMPLE_FILE } from '../../../src/engine/sample/names.ts';
import { openSample } from '../../../src/engine/sample/open.ts';
import { Session } from '../../../src/engine/session.ts';
import { tempFolder } from '../kit/project.ts';

const AS_LEFT = { afresh: false, mode: 'write' } as const;
const AFRESH = { afresh: true, mode: 'write' } as const;

function newSession(home = tempFolder()): Session {
  const session = new Session(home, 'a test');
  onTestFinished(() => session.end());
  return session;
}

/** Somebody works in the open project. */
function work(session: Session, name: string): void {
  if (!session.me()) session.introduce('Ada Kern');
  createCode(session.project, { name, parentId: null });
}

const codeCount = (session: Session) => session.state()?.counts.codes ?? 0;

test('it is copied the first time, and opened as it was left after that', async () => {
  const session = newSession();
  expect(session.sample).toMatchObject({ ships: true, isThere: false });
  const { state, kept } = await openSample(session, AS_LEFT);
  expect(state).toMatchObject({
    title: 'Six AI plans, a sample',
    isSample: true,
    readOnly: null,
    coder: null,
  });
  expect(kept).toBeNull();
  const before = codeCount(session);
  work(session, 'Mine');
  await session.close();
  await openSample(session, AS_LEFT);
  expect(codeCount(session)).toBe(before + 1);
  expect(session.state()?.coder?.name).toBe('Ada Kern');
});

test('the screen begins with a brief, the code of the question and the memos', async () => {
  const session = newSession();
  const { state } = await openSample(session, AS_LEFT);
  expect(session.screen.read(state.id)).toMatchObject({
    workspace: { tabs: [{ kind: 'document' }], documentId: expect.any(String), codeId: expect.any(String) },
    panes: { view: 'memos' },
  });
});

test('begun afresh, it is as it came; what was done stays in a file of its own, and on the list', async () => {
  const session = newSession();
  await openSample(session, AS_LEFT);
  const before = codeCount(session);
  work(session, 'Mine');
  session.screen.keep(session.state()?.id ?? '', 'scope', { coders: ['somebody'] });
  const { state, kept } = await openSample(session, AFRESH);
  expect(codeCount(session)).toBe(before);
  expect(session.screen.read(state.id)).not.toHaveProperty('scope');
  const folder = dirname(session.sample.path);
  expect(kept).toMatch(/^Six AI plans, until \d{4}-\d\d-\d\d\.colligo$/);
  expect(session.recent.list().map(({ title }) => title)).toEqual([
    'Six AI plans, a sample',
    basename(kept ?? '', '.colligo'),
  ]);
  await session.open(join(folder, kept ?? ''), 'write');
  expect(codeCount(session)).toBe(before + 1);

  // Once more on the same day: nothing that was kept is replaced.
  const again = await openSample(session, AFRESH);
  expect(again.kept).not.toBe(kept);
  expect(readdirSync(folder).filter((name) => name.endsWith('.colligo'))).toHaveLength(3);
});

test('what belongs to a copy goes with it: its backups, and a log that a dead program left', async () => {
  const session = newSession();
  await openSample(session, AS_LEFT);
  await session.close();
  writeFileSync(`${session.sample.path}-wal`, 'not folded in yet');
  const { to: kept } = session.sample.setAside();
  expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('not folded in yet');
  expect(existsSync(`${kept}-backups`)).toBe(true);
  expect(readdirSync(dirname(kept)).filter((name) => name.startsWith(SAMPLE_FILE))).toEqual([]);
});

test('a copy that another program has open is left where it is', async () => {
  const home = tempFolder();
  const [one, other] = [newSession(home), newSession(home)];
  await openSample(one, AS_LEFT);
  await expect(openSample(other, AFRESH)).rejects.toMatchObject({ code: 'LOCKED' });
  expect(readdirSync(dirname(one.sample.path)).filter((name) => name.includes('until'))).toEqual([]);
  expect((await openSample(other, { afresh: false, mode: 'read' })).state.readOnly).not.toBeNull();
});

test('a copy that is damaged can be put aside as well', async () => {
  const session = newSession();
  await openSample(session, AS_LEFT);
  await session.close();
  writeFileSync(session.sample.path, 'half a pro');
  await expect(openSample(session, AS_LEFT)).rejects.toMatchObject({ code: 'NOT_A_PROJECT' });
  const { state, kept } = await openSample(session, AFRESH);
  expect(state.counts.documents).toBe(6);
  expect(readFileSync(join(dirname(session.sample.path), kept ?? ''), 'utf8')).toBe('half a pro');
});

test('a copy never takes the place of a file that is there', () => {
  const target = join(tempFolder(), 'taken.colligo');
  writeFileSync(target, 'something else');
  expect(() => copySample(target)).toThrow('There is a file taken.colligo already.');
  expect(readFileSync(target, 'utf8')).toBe('something else');
});

test('the copy is what ships, byte for byte', () => {
  const target = join(tempFolder(), 'new', 'copy.colligo');
  copySample(target);
  expect(readFileSync(target).equals(readFileSync(builtPath('sample', SAMPLE_FILE)))).toBe(true);
});
