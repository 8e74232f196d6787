import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { MergeAnswers, type MergeBase, type MergePlan } from '../../contract/codebook-exchange.ts';
import { NOTHING_CHANGED, written } from '../answers.ts';
import { readCodebook } from '../codebook/whole.ts';
import { inSnapshot } from '../dataset/snapshot.ts';
import { ColligoError } from '../errors.ts';
import type { Book } from '../exchange/codebook/book.ts';
import { applyMerge } from '../exchange/codebook/merge/apply.ts';
import { type Ancestor, findAncestor, versionAsBase } from '../exchange/codebook/merge/base.ts';
import { mergeCodebooks } from '../exchange/codebook/merge/merge.ts';
import { planOf } from '../exchange/codebook/merge/plan.ts';
import type { Sql } from '../store/sql.ts';
import type { Implementer, Router, RouterParts } from './implementer.ts';

/** A codebook that was read and not merged yet. */
interface HeldBook {
  readonly name: string;
  readonly book: Book;
  readonly base: { readonly name: string; readonly book: Book } | null;
}

/** More than a person looks at at once; the oldest goes. */
const MOST_HELD = 4;

/** Answers what the contract says about codebooks as files. */
export function codebookExchangeRoutes(
  os: Implementer,
  { session, grants }: RouterParts,
): Router['codebookExchange'] {
  const db = () => session.project.db;
  const holds = new Map<string, HeldBook>();
  const heldAs = (key: string): HeldBook => {
    const held = holds.get(key);
    if (held) return held;
    throw new ColligoError('NOT_FOUND', 'The codebook that was read is not at hand any more.', {
      safe: 'Nothing was changed.',
      remedy: 'Choose the file again.',
    });
  };
  return {
    losses: os.codebookExchange.losses.handler(({ input, signal }) =>
      session.pool.run('codebookLosses', input, signal),
    ),
    write: os.codebookExchange.write.handler(({ input: { grant, ...options }, signal }) =>
      session.pool.run('writeCodebook', { target: grants.take(grant, 'save'), ...options }, signal),
    ),
    hold: os.codebookExchange.hold.handler(async ({ input: { grant, base, ...wish }, signal }) => {
      const read = async (path: string) => ({
        name: basename(path),
        book: await session.pool.run('readBook', { path, ...wish }, signal),
      });
      const own = await read(grants.take(grant, 'import'));
      const ancestor = base === undefined ? null : await read(grants.take(base, 'import'));
      const held = randomUUID();
      for (const key of [...holds.keys()].slice(0, holds.size - MOST_HELD + 1)) holds.delete(key);
      holds.set(held, { ...own, base: ancestor });
      return { held, name: own.name, codes: own.book.codes.length };
    }),
    plan: os.codebookExchange.plan.handler(({ input: { held, base, answers } }) => {
      const found = heldAs(held);
      return inSnapshot(db(), async (): Promise<MergePlan> => {
        const ancestor = ancestorFor(db(), found, base);
        const merged = mergeCodebooks(ancestor.nodes, readCodebook(db()), found.book, answersIn(answers));
        return planOf(db(), merged, ancestor.base, found);
      });
    }),
    merge: os.codebookExchange.merge.handler(({ input: { held, base, answers } }) => {
      const found = heldAs(held);
      const mine = readCodebook(db());
      const { nodes } = ancestorFor(db(), found, base);
      const merged = mergeCodebooks(nodes, mine, found.book, answersIn(answers));
      const made = applyMerge(session.project, merged, mine, `“${found.name}”`);
      return { ...written(made, NOTHING_CHANGED), ...made.result, open: merged.open };
    }),
  };
}

const answersIn = (answers: MergeAnswers | undefined): MergeAnswers => answers ?? MergeAnswers.parse({});

function ancestorFor(
  db: Sql,
  { book, base: file }: HeldBook,
  asked: 'auto' | 'none' | { readonly version: string },
): Ancestor {
  if (typeof asked === 'object') return versionAsBase(db, asked.version);
  const none: MergeBase = { kind: 'none', name: '' };
  if (asked === 'none') return { base: none, nodes: null };
  if (file) return { base: { kind: 'file', name: file.name }, nodes: file.book.codes };
  return findAncestor(db, book);
}
