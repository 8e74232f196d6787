import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tab } from '../../src/renderer/state/tabs.ts';
import { movedTab } from '../../src/renderer/tabs/actions.ts';
import { shownTabs } from '../../src/renderer/tabs/shown.ts';

test('the tab in front always stands in the bar, in order, and no more stand there than fit', () => {
  const count = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(count, fc.nat(), fc.integer({ min: 0, max: 3000 }), (tabs, seed, room) => {
      const front = seed % tabs;
      const shown = shownTabs(tabs, front, room);
      expect(shown).toContain(front);
      expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => a - b));
      if (room > 0 && shown.length > 1) expect(shown.length * 128).toBeLessThanOrEqual(room);
    }),
  );
});

test('moving a tab keeps the others in their order', () => {
  const place = fc.nat({ max: 9 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), place, place, (count, a, b) => {
      const tabs = Array.from({ length: count }, (_, id): Tab => ({ kind: 'document', documentId: `${id}` }));
      const [from, to] = [a % count, b % count];
      const moved = movedTab(tabs, from, to);
      expect(moved[to]).toBe(tabs[from]);
      const rest = (list: readonly Tab[]) => list.filter((tab) => tab !== tabs[from]);
      expect(rest(moved)).toEqual(rest(tabs));
    }),
  );
});
