import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { serveEngine } from '../../src/engine/process/serve.ts';
import { scratch } from './desktop.ts';
import { fakeElectron } from './fake-electron.ts';
import { quitAndWait } from './quit.ts';

test('the program itself runs against a mocked electron', async () => {
  const home = scratch();
  vi.stubEnv('COLLIGO_HOME', home);
  const fake = fakeElectron(serveEngine);
  // The real module tries to download Electron when it is loaded by Node.
  vi.doMock('electron', () => fake.api);
  await import('../../src/main/index.ts');
  await vi.waitFor(() => expect(fake.window().shown).toBe(true));
  expect(fake.calls).toContainEqual(['setPath', 'userData', join(home, 'desktop')]);
  expect(fake.calls).toContainEqual([
    'schemes',
    [
      expect.objectContaining({
        scheme: 'app',
        privileges: expect.objectContaining({ standard: true, secure: true }),
      }),
    ],
  ]);
  fake.app.emit('window-all-closed');
  await quitAndWait(fake);
  expect(fake.calls.filter(([name]) => name === 'exit')).toEqual([]);
});
