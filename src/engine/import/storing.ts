import { collectUnused } from '../documents/content.ts';
import type { Project } from '../store/project.ts';

/** How many imports are under way in a project; none where it is not in here. */
const running = new WeakMap<Project, number>();

/**
 * Goes through an import that stores content before anything refers to it. What nothing refers to when none is under way is a
 * dead one's, and is removed first; the lock keeps other programs out.
 * @param events the import, which begins with the iteration
 */
export async function* whileStoring<Event>(
  project: Project,
  events: () => AsyncGenerator<Event>,
): AsyncGenerator<Event> {
  if (project.readOnly === null && !running.has(project)) collectUnused(project.db);
  running.set(project, (running.get(project) ?? 0) + 1);
  try {
    yield* events();
  } finally {
    const others = (running.get(project) ?? 1) - 1;
    if (others > 0) running.set(project, others);
    else running.delete(project);
  }
}
