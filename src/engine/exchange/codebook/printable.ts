import { listCodes } from '../../codebook/read.ts';
import type { CodebookNode } from '../../codebook/whole.ts';
import type { Block, Report } from '../../report/model.ts';
import { dayOf, many } from '../../report/words.ts';
import type { Sql } from '../../store/sql.ts';
import { newestStep } from '../../store/steps.ts';
import { type BookTitle, pathsOf } from './book.ts';

/** The deepest heading that a printed codebook has; codes below stand under it with their whole path. */
const DEEPEST = 5;

/** @returns how often each code was found, in words, by its id; codes that only group and were never found have none */
export function foundOf(db: Sql): Map<string, string> {
  const codes = listCodes(db).filter(({ codable, passages }) => codable || passages > 0);
  return new Map(
    codes.map(({ id, passages, documents }) => [
      id,
      `${many(passages, 'passage')} in ${many(documents, 'document')}`,
    ]),
  );
}

/** @returns the codebook as a report that is nothing else: what each code means, when it is used, and how often it was found */
export function printable(db: Sql, title: BookTitle, nodes: readonly CodebookNode[]): Report {
  const at = newestStep(db)?.at ?? '1970-01-01T00:00:00.000Z';
  return {
    title: title.title || 'Codebook',
    lines: [`Codebook as of ${dayOf(at)}`, many(nodes.length, 'code')],
    at,
    front: title.description === '' ? [] : [{ kind: 'paragraph', text: title.description }],
    sections: [{ id: 'codebook', title: 'Codebook', entries: [], blocks: blocksOf(db, nodes) }],
  };
}

function* blocksOf(db: Sql, nodes: readonly CodebookNode[]): Generator<Block, void> {
  const found = foundOf(db);
  const paths = pathsOf(nodes);
  if (nodes.length === 0) yield { kind: 'paragraph', text: 'The codebook is empty.' };
  for (const node of nodes) {
    const path = paths.get(node.id) ?? [];
    const level = Math.min(path.length + 2, DEEPEST);
    yield { kind: 'heading', level, text: path.length + 2 > DEEPEST ? path.join(' / ') : node.name };
    yield { kind: 'terms', entries: entriesOf(node, paths, found.get(node.id)) };
  }
}

function entriesOf(
  node: CodebookNode,
  paths: ReadonlyMap<string, readonly string[]>,
  found: string | undefined,
): { term: string; text: string }[] {
  const labels = (kind: string) =>
    node.labels
      .filter((label) => label.kind === kind)
      .map(({ text, language }) => (language === '' ? text : `${text} (${language})`));
  const linked = (kind: string) =>
    node.links.filter((link) => link.kind === kind).map(({ other }) => (paths.get(other) ?? []).join(' / '));
  return [
    { term: 'Notation', text: labels('notation').join('; ') },
    { term: 'Also called', text: [...labels('alias'), ...labels('name')].join('; ') },
    { term: 'Definition', text: [node.definition, ...labels('definition')].join('\n').trim() },
    { term: 'Use when', text: node.useWhen },
    { term: 'Do not use when', text: node.useNotWhen },
    { term: 'Example', text: [node.example, ...labels('example')].join('\n').trim() },
    { term: 'Note', text: labels('note').join('\n') },
    { term: 'See also', text: linked('see_also').join('; ') },
    { term: 'Not to be confused with', text: linked('not_to_be_confused').join('; ') },
    { term: 'Found', text: found ?? 'Groups other codes; it is not applied itself.' },
  ].filter(({ text }) => text.trim() !== '');
}
