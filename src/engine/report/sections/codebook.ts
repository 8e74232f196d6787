import { listCodes } from '../../codebook/read.ts';
import type { Source } from '../asked.ts';
import type { Block, Section } from '../model.ts';
import { many } from '../words.ts';

/** The deepest heading that a document has; codes below stand under it with their whole path. */
const DEEPEST = 5;

/** @returns the codebook as a tree: what each code means, when it is used and when not, and how often it was found */
export const codebookSection = (source: Source): Section => ({
  id: 'codebook',
  title: 'Codebook',
  entries: [],
  blocks: codebook(source),
});

function* codebook({ frame, asked }: Source): Generator<Block, void> {
  const codes = listCodes(frame.db, asked.scope);
  if (codes.length === 0) yield { kind: 'paragraph', text: 'The codebook is empty.' };
  for (const code of codes) {
    const isDeep = code.depth + 3 > DEEPEST;
    yield { kind: 'heading', level: Math.min(code.depth + 3, DEEPEST), text: isDeep ? code.path : code.name };
    const found = `${many(code.passages, 'passage')} in ${many(code.documents, 'document')}`;
    const entries = [
      { term: 'Definition', text: code.definition },
      { term: 'Use when', text: code.useWhen },
      { term: 'Do not use when', text: code.useNotWhen },
      { term: 'Example', text: code.example },
      {
        term: 'Found',
        text: code.codable || code.passages > 0 ? found : 'Groups other codes; it is not applied itself.',
      },
    ].filter(({ text }) => text.trim() !== '');
    yield { kind: 'terms', entries };
  }
}
