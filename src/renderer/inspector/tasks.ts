import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from '../state/storage.ts';

/** What whoever is new can try, in the order of the work. */
export const TASKS = ['open', 'code', 'memo', 'export'] as const;
export type Task = (typeof TASKS)[number];

const SHAPE = z.object({
  done: z.array(z.enum(TASKS)).readonly().catch([]),
  isPutAway: z.boolean().catch(false),
});
type Kept = Readonly<z.infer<typeof SHAPE>>;

interface Tasks extends Kept {
  /** Notes that a task was done once; it stays done, in every project. */
  readonly tick: (task: Task) => void;
  readonly putAway: () => void;
  /** Shows the tasks again, from the beginning. */
  readonly again: () => void;
}

const NOTHING: Kept = { done: [], isPutAway: false };

/** How far a new person has come: remembered for this user, in no project. */
export const useTasks = create<Tasks>((set) => ({
  ...NOTHING,
  tick: (task) => set((now) => (now.done.includes(task) ? now : { done: [...now.done, task] })),
  putAway: () => set({ isPutAway: true }),
  again: () => set(NOTHING),
}));

/** Takes up what was done before; to be called once the program's screen has been read. */
export const recallTasks = (): void => useTasks.setState(recall(null, 'tasks', SHAPE) ?? NOTHING);

useTasks.subscribe(({ done, isPutAway }) => keep(null, 'tasks', { done, isPutAway }));
