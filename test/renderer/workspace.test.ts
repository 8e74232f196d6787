import { beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
});
const { useWorkspace } = await import('../../src/renderer/state/workspace.ts');

const now = () => useWorkspace.getState();

beforeEach(() => {
  now().enter(null);
  kept.clear();
});

test('what was open in a project is open again, and not in another', () => {
  now().enter('first');
  now().open('plan', 120);
  now().rememberPlace('plan', 480);
  now().selectCode('code');
  now().enter('second');
  expect(now()).toMatchObject({ documentId: null, codeId: null, places: {} });
  now().enter('first');
  expect(now()).toMatchObject({ documentId: 'plan', codeId: 'code', places: { plan: 480 } });
});

test('a selection is of the moment: it is neither kept nor taken to another document', () => {
  now().enter('first');
  now().open('plan');
  now().select({ kind: 'span', documentId: 'plan', start: 1, end: 5 });
  expect([...kept.values()].join()).not.toContain('span');
  now().open('other');
  expect(now().selection).toBeNull();
});

test('the inspector shows what was chosen last', () => {
  now().selectCode('code');
  now().select({ kind: 'passage', documentId: 'plan', passageId: 'passage' });
  expect(now().inspected).toBe('text');
  now().selectCode('code');
  expect(now().inspected).toBe('code');
  now().select(null);
  expect(now().inspected).toBe('code');
});

test('codes used lately stand first, each once', () => {
  now().rememberCodes(['a']);
  now().rememberCodes(['b', 'c']);
  now().rememberCodes(['a']);
  expect(now().recentCodes).toEqual(['a', 'b', 'c']);
});

test('storage that does not read is as good as none', () => {
  kept.set('colligo/broken/workspace', '{not json');
  now().enter('broken');
  expect(now()).toMatchObject({ projectId: 'broken', documentId: null });
});
