import { create } from 'zustand';
import type { PURPOSES } from '../../contract/files.ts';
import { showProblem } from '../client/problem.ts';
import { theShell } from '../client/shell.ts';

export type Purpose = (typeof PURPOSES)[number];

/** A one-use permission with the name of what it is for; the page never learns where it lies. */
export interface Choice {
  readonly grant: string;
  readonly name: string;
}

/** What the in-page chooser is asked for. */
export interface Wish {
  readonly purpose: Purpose;
  readonly many: boolean;
  /** For saving: the name to begin with. */
  readonly name?: string;
}

interface Choosing {
  readonly wish: Wish | null;
  readonly answer: (choices: readonly Choice[]) => void;
}

/** The open wish, for `Chooser`, which draws it. */
export const useChoosing = create<Choosing>(() => ({ wish: null, answer: () => undefined }));

function inPage(wish: Wish): Promise<readonly Choice[]> {
  useChoosing.getState().answer([]);
  return new Promise((resolve) => {
    useChoosing.setState({
      wish,
      answer: (choices) => {
        useChoosing.setState({ wish: null, answer: () => undefined });
        resolve(choices);
      },
    });
  });
}

async function orNothing(picking: Promise<readonly Choice[]>): Promise<readonly Choice[]> {
  try {
    return await picking;
  } catch (error) {
    showProblem(error);
    return [];
  }
}

/**
 * Lets the person pick files: in the system's own dialog where the shell has one, else in the page.
 * @param purpose which kinds can be picked
 * @param many whether more than one can
 * @returns what was picked; nothing if the person thought better of it
 */
export function chooseOpen(
  purpose: 'project' | 'plans' | 'codebook' | 'table' | 'exchange' | 'folder',
  many = false,
): Promise<readonly Choice[]> {
  const { pickOpen } = theShell();
  return orNothing(pickOpen === null ? inPage({ purpose, many }) : pickOpen({ purpose, multiple: many }));
}

/** Lets the person pick a folder of plans; the in-page chooser takes folders among the files, so it needs no second way. */
export function choosePlanFolder(): Promise<readonly Choice[]> {
  const { pickFolder } = theShell();
  if (pickFolder === null) return inPage({ purpose: 'plans', many: true });
  return orNothing(pickFolder({ purpose: 'plans' }).then((choice) => (choice === null ? [] : [choice])));
}

/**
 * Lets the person say where something new shall be written; a name that is taken is asked about.
 * @param name to begin with, with its extension
 */
export async function chooseSave(name: string): Promise<Choice | null> {
  const { pickSave } = theShell();
  if (pickSave === null) return (await inPage({ purpose: 'save', many: false, name }))[0] ?? null;
  return (await orNothing(pickSave({ name }).then((choice) => (choice === null ? [] : [choice]))))[0] ?? null;
}
