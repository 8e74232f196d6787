import { expect } from 'vitest';
import { copyBranches } from '../../../../src/engine/codebook/copy.ts';
import { setLabels } from '../../../../src/engine/codebook/labels.ts';
import { setLinks } from '../../../../src/engine/codebook/links.ts';
import { mergeCodes } from '../../../../src/engine/codebook/merge/merge.ts';
import { moveCodes } from '../../../../src/engine/codebook/move.ts';
import { removeCodes } from '../../../../src/engine/codebook/remove.ts';
import { readTree } from '../../../../src/engine/codebook/tree.ts';
import { createCode, updateCode } from '../../../../src/engine/codebook/write.ts';
import { writeMemo } from '../../../../src/engine/memos/write.ts';
import { applyCodes } from '../../../../src/engine/passages/apply.ts';
import { setReviews } from '../../../../src/engine/reviews/write.ts';
import type { Project } from '../../../../src/engine/store/project.ts';

/** What can happen to a codebook and what hangs on it; the number picks among whatever there is. */
export const EVENTS: readonly ((project: Project, document: string, pick: number) => void)[] = [
  (project, _document, pick) =>
    void createCode(project, {
      name: `Code ${pick}`,
      parentId: pick % 3 ? one(project, pick) : null,
      codable: pick % 7 !== 0,
    }),
  (project, _document, pick) =>
    with1(project, pick, (code) =>
      updateCode(project, code, {
        name: `New ${pick % 5}`,
        definition: pick % 2 ? '“so”\n🙂' : '',
        colour: pick % 3 ? '#112233' : '#445566',
      }),
    ),
  (project, _document, pick) =>
    with1(project, pick, (code) =>
      moveCodes(project, [code], pick % 4 ? one(project, pick * 7) : null, null),
    ),
  (project, _document, pick) =>
    with1(project, pick, (code) => {
      const { parentId } = readTree(project.db).find(({ id }) => id === code) ?? { parentId: null };
      const first = readTree(project.db).find((node) => node.parentId === parentId)?.id ?? null;
      moveCodes(project, [code], parentId, first);
    }),
  (project, _document, pick) => with1(project, pick, (code) => removeCodes(project, [code])),
  (project, _document, pick) =>
    with1(project, pick, (code) =>
      setLabels(
        project,
        code,
        ['alias', 'notation'],
        [
          { kind: 'alias', language: pick % 2 ? 'de' : '', text: `Also ${pick % 3}` },
          { kind: 'alias', language: '', text: 'Known' },
          ...(pick % 4 ? [{ kind: 'notation' as const, language: '', text: `${pick % 9}` }] : []),
        ],
      ),
    ),
  (project, _document, pick) =>
    with1(project, pick, (code) =>
      with1(project, pick * 7, (other) =>
        setLinks(project, code, [{ kind: pick % 2 ? 'see_also' : 'not_to_be_confused', other }]),
      ),
    ),
  (project, _document, pick) =>
    with1(project, pick, (code) =>
      with1(project, pick * 5, (into) =>
        mergeCodes(project, [code], into, { aliases: pick % 2 === 0, append: pick % 3 === 0, note: '' }),
      ),
    ),
  (project, _document, pick) =>
    with1(project, pick, (code) =>
      copyBranches(project, [code], pick % 2 ? null : one(project, pick * 3), null),
    ),
  (project, document, pick) =>
    with1(project, pick, (code) =>
      applyCodes(project, { document, start: pick % 9, end: (pick % 9) + 5, codes: [code], weight: null }),
    ),
  (project, document, pick) => with1(project, pick, (code) => setReviews(project, document, [code], true)),
  (project, _document, pick) =>
    with1(project, pick, (id) => writeMemo(project, { kind: 'code', id }, { title: '', body: `M ${pick}` })),
];

/** Lets something happen that may be refused, and then changes nothing. */
export function happen(project: Project, document: string, [event, pick]: readonly [number, number]): void {
  try {
    EVENTS[event % EVENTS.length]?.(project, document, pick);
  } catch (error) {
    expect(error).toMatchObject({ code: 'REFUSED' });
  }
}

function one(project: Project, pick: number): string | null {
  const codes = readTree(project.db);
  return codes[pick % Math.max(codes.length, 1)]?.id ?? null;
}

function with1(project: Project, pick: number, action: (id: string) => unknown): void {
  const id = one(project, pick);
  if (id !== null) action(id);
}
