import { join } from 'node:path';
import { call } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '../../../src/engine/create.ts';
import { tempFolder } from '../kit/project.ts';

/** A computer of its own with its engine. */
function computer() {
  const engine = createEngine({ home: tempFolder(), program: 'a test', chooser: false });
  onTestFinished(() => engine.close());
  return engine;
}

test('who coded on another computer is the same person here', async () => {
  const file = join(tempFolder(), 'Köln.colligo');
  const [first, second] = [computer(), computer()];
  const made = await call(first.router.project.create, {
    grant: first.grants.issue(file, 'save'),
    title: 'Köln',
    coder: 'Ada',
  });
  await first.close();
  const { router, grants } = second;
  expect(await call(router.project.open, { from: { grant: grants.issue(file, 'open') } })).toMatchObject({
    coder: null,
  });
  const [ada] = await call(router.coders.list, undefined);
  expect(ada).toMatchObject({ id: made.coder?.id });
  await call(router.coders.introduce, { name: 'Ada', coder: ada?.id });
  expect(await call(router.project.state, undefined)).toMatchObject({ coder: made.coder });
  await call(router.codes.create, { name: 'Trust', parentId: null });
  expect(await call(router.coders.list, undefined)).toHaveLength(1);
});

test('a computer that knows somebody else says so', async () => {
  const { router } = computer();
  const ben = await call(router.coders.introduce, { name: 'Ben' });
  const coder = '01890000-0000-7000-8000-000000000000';
  await expect(call(router.coders.introduce, { name: 'Ada', coder })).rejects.toMatchObject({
    code: 'REFUSED',
    message: 'This computer knows the person at it already: Ben.',
  });
  expect(await call(router.coders.me, undefined)).toEqual(ben);
  expect(await call(router.coders.introduce, { name: 'Benno', coder: ben.id })).toEqual({
    id: ben.id,
    name: 'Benno',
  });
});
