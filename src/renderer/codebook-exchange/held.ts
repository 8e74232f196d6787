import { useState } from 'react';
import type { HeldBook } from '../../contract/codebook-exchange.ts';
import { chooseOpen } from '../chooser/choose.ts';
import { showProblem } from '../client/problem.ts';
import { api } from '../client/shell.ts';

/** Which common ancestor is taken. */
export type Base = 'auto' | 'file' | 'none' | { readonly version: string };

/** What is taken of a file that holds several things; undefined for what Colligo finds. */
export interface Taken {
  readonly scheme?: string | undefined;
  readonly language?: string | undefined;
}

/** A codebook that was read, and the ways to read its file otherwise or beside an ancestor. */
export function useHeld(first: HeldBook) {
  const [book, setBook] = useState(first);
  const [base, setBase] = useState<Base>('auto');
  const [taken, setTaken] = useState<Taken>({});
  /** While the chooser lies in front. */
  const [isChoosing, setChoosing] = useState(false);
  const reread = async (next: Taken, grant?: string): Promise<boolean> => {
    const { scheme, language } = next;
    const wish = {
      ...(scheme !== undefined && { scheme }),
      ...(language !== undefined && { language }),
      ...(grant !== undefined && { base: grant }),
    };
    try {
      setBook(await api.codebookExchange.reread.call({ held: book.held, ...wish }));
      setTaken(next);
      return true;
    } catch (error) {
      showProblem(error);
      return false;
    }
  };
  const chooseFile = async () => {
    setChoosing(true);
    const [choice] = await chooseOpen('codebook');
    setChoosing(false);
    if (choice !== undefined && (await reread(taken, choice.grant))) setBase('file');
  };
  return { book, base, setBase, taken, take: reread, isChoosing, chooseFile };
}
