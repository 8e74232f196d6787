import type { ProjectState } from '../../contract/project.ts';
import { chooseOpen, chooseSave } from '../chooser/choose.ts';
import { problemOf, showProblem } from '../client/problem.ts';
import { execute, queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { settleDrafts } from '../state/drafts.ts';
import { tell } from '../state/news.ts';
import { ask } from '../ui/ask.ts';

/** Takes an opened project, or none, as what the page shows; everything known of another one is forgotten. */
export function enterProject(state: ProjectState | null): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => (queryKey[0] as string[])[0] !== 'project' });
  queryClient.setQueryData(api.project.state.queryKey(), state);
  void queryClient.invalidateQueries({ queryKey: api.project.recent.key() });
}

type From = { readonly grant: string } | { readonly token: string };

/** Lets the person pick a project file and opens it. */
export async function openProject(): Promise<void> {
  const [choice] = await chooseOpen('project');
  if (choice !== undefined) await openFrom({ grant: choice.grant });
}

/**
 * Opens a project for writing; one that somebody else has open is offered for reading. What is being typed is saved first.
 * @param from a grant, or the token of a recent project
 */
export function openFrom(from: From): Promise<void> {
  return openBy((mode) =>
    execute({ ...api.project.open.mutationOptions(), meta: { handled: true } }, { from, mode }),
  );
}

/** Opens a project as `openFrom` does. @param open asks the engine for it; fails as the engine does */
export async function openBy(open: (mode: 'write' | 'read') => Promise<ProjectState>): Promise<void> {
  if (!(await settleDrafts())) return;
  try {
    enterProject(await open('write'));
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code !== 'LOCKED') return showProblem(error);
    const { what, safe, remedy } = problem;
    const reads = await ask({
      title: what,
      body: [safe, remedy].filter(Boolean).join(' '),
      confirm: textOf('locked.readOnly'),
    });
    if (reads) await open('read').then(enterProject, showProblem);
  }
}

/** Writes a verified copy of the open project to a place that the person chooses. */
export async function saveCopy(title: string): Promise<void> {
  const choice = await chooseSave(`${fileNameFor(title)}.colligo`);
  if (choice === null) return;
  const copy = await write(api.project.saveCopy.mutationOptions(), { grant: choice.grant });
  if (copy !== undefined) {
    tell({ text: textOf('status.copySaved', { name: copy.fileName, megabytes: copy.bytes / 1_000_000 }) });
  }
}

/** Closes the open project; everything is on disk when the start page appears, also what was being typed. */
export async function closeProject(): Promise<void> {
  if (!(await settleDrafts())) return;
  const closed = await write(
    {
      mutationFn: () => api.project.close.call().then(() => true),
      mutationKey: api.project.close.mutationKey(),
    },
    undefined,
  );
  if (closed === true) enterProject(null);
}

/** Turns a title into a file name that every system can write. */
export function fileNameFor(title: string): string {
  const plain = title
    .replaceAll(/[/\\<>:"|?*\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? 'Project' : plain.slice(0, 100).trim();
}
