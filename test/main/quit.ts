import type { FakeElectron } from './fake-electron.ts';

/** Quits as a person does, and waits until the engine has closed. */
export async function quitAndWait(fake: FakeElectron): Promise<void> {
  while (!fake.quitting) {
    fake.api.app.quit();
    await new Promise((done) => setTimeout(done, 10));
  }
}
