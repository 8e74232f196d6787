import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { disk, engine, shell } from './screen.ts';

vi.mock('../../src/renderer/client/shell.ts', () => shell);
const { keep, loadScreen, recall, sendScreen } = await import('../../src/renderer/state/storage.ts');

beforeEach(() => {
  vi.useFakeTimers();
  disk.clear();
  shell.client.screen.keep.mockClear();
});

afterEach(() => {
  vi.useRealTimers();
});

test('what is kept is there at once, and sent a moment later in one go', async () => {
  for (let text = 0; text < 20; text++) keep('first', 'scope', { text: String(text) });
  expect(recall('first', 'scope', z.object({ text: z.string() }))).toEqual({ text: '19' });
  expect(disk.get('first')).toBeUndefined();
  await vi.advanceTimersByTimeAsync(400);
  expect(disk.get('first')).toEqual({ scope: { text: '19' } });
  expect(shell.client.screen.keep).toHaveBeenCalledTimes(1);
});

test('what did not change is not sent again', async () => {
  disk.set('second', { panes: { left: true } });
  await loadScreen('second');
  keep('second', 'panes', { left: true });
  await vi.advanceTimersByTimeAsync(400);
  expect(shell.client.screen.keep).not.toHaveBeenCalled();
});

test('what waits is sent before the screen is read anew', async () => {
  keep(null, 'theme', 'dark');
  await loadScreen(null);
  expect(recall(null, 'theme', z.string())).toBe('dark');
});

test('what did not arrive goes along with the next change', async () => {
  engine.isThere = false;
  keep('third', 'scope', 1);
  await vi.advanceTimersByTimeAsync(400);
  engine.isThere = true;
  keep('third', 'panes', 2);
  await sendScreen();
  expect(disk.get('third')).toEqual({ scope: 1, panes: 2 });
});

test('a value of another shape is as good as none', async () => {
  disk.set('fourth', { panes: 'all of them' });
  await loadScreen('fourth');
  expect(recall('fourth', 'panes', z.object({}))).toBeUndefined();
  expect(recall('fourth', 'never', z.object({}))).toBeUndefined();
});
