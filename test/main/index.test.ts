import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { serveEngine } from '../../src/engine/process/serve.ts';
import { APP_ID } from '../../src/main/electron-api.ts';
import { eventually } from '../eventually.ts';
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
  await eventually(() => expect(fake.window().shown).toBe(true));
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
  const isNamed = fake.calls.some(([name, id]) => name === 'setAppUserModelId' && id === APP_ID);
  expect(isNamed).toBe(process.platform === 'win32');
  fake.app.emit('window-all-closed');
  await quitAndWait(fake);
  expect(fake.calls.filter(([name]) => name === 'exit')).toEqual([]);
});
