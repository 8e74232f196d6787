import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shell } from './screen.ts';

vi.mock('../../src/renderer/client/shell.ts', () => shell);

const { announce, announceMove } = await import('../../src/renderer/ui/announce.ts');
const { useSpoken } = await import('../../src/renderer/state/spoken.ts');

let said: string[] = [];

beforeEach(() => {
  said = [];
  vi.useFakeTimers();
  vi.stubGlobal('document', { ariaNotify: (sentence: string) => said.push(sentence) });
  useSpoken.setState({ verbosity: 'all' });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('of places passed by only the one where one rests is said', () => {
  announceMove('Sentence 1');
  vi.advanceTimersByTime(300);
  announceMove('Sentence 2');
  vi.advanceTimersByTime(499);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['Sentence 2']);
});

test('what was done is said at once, and a place left before it no more', () => {
  announceMove('Sentence 1');
  announce('Halls applied');
  vi.advanceTimersByTime(1000);
  expect(said).toEqual(['Halls applied']);
});

test('who wants changes only hears no places, and who wants nothing hears nothing', () => {
  useSpoken.setState({ verbosity: 'changes' });
  announceMove('Sentence 1');
  announce('Halls applied');
  useSpoken.setState({ verbosity: 'off' });
  announceMove('Sentence 2');
  announce('Undone');
  vi.advanceTimersByTime(1000);
  expect(said).toEqual(['Halls applied']);
});
