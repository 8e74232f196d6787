import { listMemos } from '../../memos/read.ts';
import type { Source } from '../asked.ts';
import type { Block, Section } from '../model.ts';
import { dayOf } from '../words.ts';

/** @returns the memos in scope, oldest first, each with what it is about, who wrote it and when */
export const memosSection = (source: Source): Section => ({
  id: 'memos',
  title: 'Memos',
  entries: [],
  blocks: memos(source),
});

function* memos({ frame, people, asked }: Source): Generator<Block, void> {
  const rows = listMemos(frame.db, undefined, asked.scope).toReversed();
  if (rows.length === 0) yield { kind: 'paragraph', text: 'There are no memos in scope.' };
  for (const memo of rows) {
    const about = memo.about === '' ? 'the project' : memo.about;
    yield { kind: 'heading', level: 3, text: memo.title === '' ? `About ${about}` : memo.title };
    const writer = people.get(memo.createdBy);
    const by = writer === undefined ? '' : ` by ${writer}`;
    yield { kind: 'paragraph', look: 'note', text: `On ${about}; written${by}, ${dayOf(memo.createdAt)}.` };
    for (const text of paragraphs(memo.body)) yield { kind: 'paragraph', text };
  }
}

/** The paragraphs of a memo: as written, but for mentions, whose links lead nowhere outside the program. */
const paragraphs = (body: string): string[] =>
  body
    .replace(/\[([^\]\n]*)\]\(colligo:[^)\s]*\)/g, '$1')
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
