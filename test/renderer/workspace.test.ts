import { beforeEach, expect, test, vi } from 'vitest';
import { disk, shell } from './screen.ts';

vi.mock('../../src/renderer/client/shell.ts', () => shell);
const { loadScreen } = await import('../../src/renderer/state/storage.ts');
const { usePanes } = await import('../../src/renderer/state/panes.ts');
const { useWorkspace } = await import('../../src/renderer/state/workspace.ts');

const now = () => useWorkspace.getState();

beforeEach(() => {
  now().enter(null);
  disk.clear();
});

test('what was open in a project is open again, and not in another', () => {
  now().enter('first');
  now().open('plan', { start: 120 });
  now().rememberPlace('plan', 480);
  now().selectCode('code');
  now().enter('second');
  expect(now()).toMatchObject({ documentId: null, codeId: null, places: {} });
  now().enter('first');
  expect(now()).toMatchObject({ documentId: 'plan', codeId: 'code', places: { plan: 480 } });
});

test('a selection is kept with its document, and not taken to another', () => {
  now().enter('first');
  now().open('plan');
  now().select({ kind: 'span', documentId: 'plan', start: 1, end: 5 });
  now().enter(null);
  now().enter('first');
  expect(now().selection).toMatchObject({ start: 1, end: 5 });
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
  now().selectCase('case');
  expect(now()).toMatchObject({ inspected: 'case', caseId: 'case', codeId: 'code' });
});

test('a case that was looked at is shown again', () => {
  now().enter('first');
  now().selectCase('case');
  now().enter('second');
  expect(now()).toMatchObject({ inspected: null, caseId: null });
  now().enter('first');
  expect(now()).toMatchObject({ inspected: 'case', caseId: 'case' });
});

test('codes used lately stand first, each once', () => {
  now().rememberCodes(['a']);
  now().rememberCodes(['b', 'c']);
  now().rememberCodes(['a']);
  expect(now().recentCodes).toEqual(['a', 'b', 'c']);
});

test('what another version kept is taken where it fits, and is as good as none where it does not', async () => {
  const places = { plan: 12 };
  const selection = { kind: 'region', documentId: 'plan' };
  disk.set('older', {
    workspace: { documentId: 'plan', tabs: [5], selection, places, pinned: 'a', extra: true },
  });
  await loadScreen('older');
  now().enter('older');
  expect(now()).toMatchObject({ documentId: 'plan', tabs: [], selection: null, places, pinned: [] });
  disk.set('broken', { workspace: 'nothing of the kind' });
  await loadScreen('broken');
  now().enter('broken');
  expect(now()).toMatchObject({ projectId: 'broken', documentId: null });
});

test('the comparison has a tab of its own; the document stays behind it, and one goes back and forth', () => {
  now().enter('compared');
  now().open('plan');
  now().show('compare');
  expect(now()).toMatchObject({ page: 'compare', documentId: 'plan', viewFocus: true });
  expect(now().tabs.map(({ kind }) => kind)).toEqual(['document', 'compare']);
  now().open('other', { start: 7 });
  expect(now().page).toBe('document');
  now().travel(-1);
  expect(now().page).toBe('compare');
  now().travel(-1);
  expect(now()).toMatchObject({ page: 'document', documentId: 'plan' });
  now().travel(1);
  expect(now().page).toBe('compare');
  now().enter(null);
  now().enter('compared');
  expect(now()).toMatchObject({ page: 'compare', documentId: 'plan' });
});

test('closing the comparison shows the tab beside it; a document that is closed behind it leaves it in front', () => {
  now().enter('closing');
  now().open('plan');
  now().show('compare');
  now().open('other');
  now().show('compare');
  now().close('document other');
  expect(now()).toMatchObject({ page: 'compare', documentId: null });
  now().close('compare');
  expect(now()).toMatchObject({ page: 'document', documentId: 'plan', tabs: [{ kind: 'document' }] });
  now().show('compare');
  now().close('document plan');
  now().close('compare');
  expect(now()).toMatchObject({ page: 'document', documentId: null, tabs: [] });
});

test('each code has a page in a tab of its own, and one goes back and forth between them', () => {
  now().enter('codes');
  now().open('plan');
  now().showCode('one');
  now().showCode('two');
  now().showCode('two');
  expect(now()).toMatchObject({ page: 'code', pageCodeId: 'two', documentId: 'plan' });
  expect(now().tabs).toEqual([
    { kind: 'document', documentId: 'plan' },
    { kind: 'code', codeId: 'one' },
    { kind: 'code', codeId: 'two' },
  ]);
  now().travel(-1);
  expect(now()).toMatchObject({ page: 'code', pageCodeId: 'one' });
  now().travel(-1);
  expect(now()).toMatchObject({ page: 'document', documentId: 'plan' });
  now().travel(1);
  now().enter(null);
  now().enter('codes');
  expect(now()).toMatchObject({ page: 'code', pageCodeId: 'one' });
  now().close('code two');
  expect(now()).toMatchObject({ page: 'code', pageCodeId: 'one' });
  now().close('code one');
  expect(now()).toMatchObject({ page: 'document', documentId: 'plan' });
});

test('the codebook stands beside the page of a code and its versions as beside a text', () => {
  const panes = usePanes.getState;
  now().enter(null);
  panes().enter('beside');
  now().enter('beside');
  now().open('plan');
  now().showCode('one');
  expect(panes()).toMatchObject({ left: true, inspector: true });
  now().show('compare');
  expect(panes()).toMatchObject({ left: false, inspector: false });
  now().show('versions');
  expect(panes()).toMatchObject({ left: true, inspector: true });
});

test('panes stand around the comparison as they were left there, and around a text as they were left there', () => {
  const panes = usePanes.getState;
  now().enter(null);
  panes().enter('panes');
  now().enter('panes');
  now().open('plan');
  expect(panes()).toMatchObject({ left: true, inspector: true });
  now().show('compare');
  expect(panes()).toMatchObject({ left: false, drawer: false, inspector: false });
  usePanes.setState({ drawer: true });
  now().open('plan');
  expect(panes()).toMatchObject({ left: true, inspector: true });
  now().show('compare');
  expect(panes()).toMatchObject({ left: false, drawer: true, inspector: false });
});
