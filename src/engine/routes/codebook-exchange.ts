import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import {
  type HeldBook as Answer,
  MergeAnswers,
  type MergeBase,
  type MergePlan,
} from '../../contract/codebook-exchange.ts';
import { NOTHING_CHANGED, written } from '../answers.ts';
import { readCodebook } from '../codebook/whole.ts';
import { inSnapshot } from '../dataset/snapshot.ts';
import { ColligoError } from '../errors.ts';
import type { Book } from '../exchange/codebook/book.ts';
import { applyMerge } from '../exchange/codebook/merge/apply.ts';
import { type Ancestor, findAncestor, versionAsBase } from '../exchange/codebook/merge/base.ts';
import { mergeCodebooks } from '../exchange/codebook/merge/merge.ts';
import { planOf } from '../exchange/codebook/merge/plan.ts';
import type { ReadWish } from '../exchange/codebook/read.ts';
import type { Sql } from '../store/sql.ts';
import type { Implementer, Router, RouterParts } from './implementer.ts';

/** A file that was read. */
interface ReadFile {
  readonly path: string;
  readonly name: string;
  readonly book: Book;
}

/** A codebook that was read and not merged yet. */
interface HeldBook extends ReadFile {
  readonly base: ReadFile | null;
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
  /** Reads a codebook, and its ancestor in the same way, and keeps both. */
  const hold = async (
    path: string,
    basePath: string | undefined,
    wish: ReadWish,
    signal: AbortSignal | undefined,
  ): Promise<Answer> => {
    const read = async (each: string): Promise<ReadFile> => ({
      path: each,
      name: basename(each),
      book: await session.pool.run('readBook', { path: each, ...wish }, signal),
    });
    const own = await read(path);
    const base = basePath === undefined ? null : await read(basePath);
    const held = randomUUID();
    for (const key of [...holds.keys()].slice(0, holds.size - MOST_HELD + 1)) holds.delete(key);
    holds.set(held, { ...own, base });
    const { schemes = [], languages = [] } = own.book.offers ?? {};
    return {
      held,
      name: own.name,
      codes: own.book.codes.length,
      base: base?.name ?? null,
      schemes: [...schemes],
      languages: [...languages],
    };
  };
  const picked = (grant: string | undefined) =>
    grant === undefined ? undefined : grants.take(grant, 'import');
  return {
    losses: os.codebookExchange.losses.handler(({ input, signal }) =>
      session.pool.run('codebookLosses', input, signal),
    ),
    write: os.codebookExchange.write.handler(({ input: { grant, ...options }, signal }) =>
      session.pool.run('writeCodebook', { target: grants.take(grant, 'save'), ...options }, signal),
    ),
    hold: os.codebookExchange.hold.handler(({ input: { grant, base, ...wish }, signal }) =>
      hold(grants.take(grant, 'import'), picked(base), wish, signal),
    ),
    reread: os.codebookExchange.reread.handler(({ input: { held, base, ...wish }, signal }) => {
      const before = heldAs(held);
      return hold(before.path, picked(base) ?? before.base?.path, wish, signal);
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
  asked: 'auto' | 'file' | 'none' | { readonly version: string },
): Ancestor {
  if (typeof asked === 'object') return versionAsBase(db, asked.version);
  const none: MergeBase = { kind: 'none', name: '' };
  if (asked === 'none') return { base: none, nodes: null };
  if (asked === 'auto') return findAncestor(db, book);
  if (file) return { base: { kind: 'file', name: file.name }, nodes: file.book.codes };
  throw new ColligoError('REFUSED', 'No file was given for the common ancestor.', {
    safe: 'Nothing was changed.',
    remedy: 'Choose the file, or another ancestor.',
  });
}
