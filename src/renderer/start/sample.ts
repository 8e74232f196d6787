import { closeProject, enterProject, openBy } from '../app/project.ts';
import { execute, queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { tell } from '../state/news.ts';
import { sendScreen } from '../state/storage.ts';
import { ask } from '../ui/ask.ts';

/** Opens this person's copy of the sample as they left it; the first time one is made. */
export function openSample(): Promise<void> {
  return openBy((mode) =>
    execute({ ...api.sample.open.mutationOptions(), meta: { handled: true } }, { mode }).then(
      ({ state }) => state,
    ),
  );
}

/** Opens the sample as it came. A copy that was worked in is kept under another name, and the person is asked first. */
export async function beginSampleAfresh(): Promise<void> {
  const { isThere } = await queryClient.fetchQuery({ ...api.sample.state.queryOptions(), staleTime: 0 });
  if (!isThere) return openSample();
  const sure = await ask({
    title: textOf('sample.afresh.title'),
    body: textOf('sample.afresh.body'),
    confirm: textOf('sample.afresh.confirm'),
  });
  if (!sure) return;
  // Both copies are the same project to the screen: it leaves the old one before it takes up the new one.
  if (queryClient.getQueryData(api.project.state.queryKey())?.isSample) await closeProject();
  await sendScreen();
  const opened = await write(api.sample.open.mutationOptions(), { afresh: true });
  if (opened === undefined) return;
  enterProject(opened.state);
  if (opened.kept !== null) tell({ text: textOf('sample.kept', { name: opened.kept }) });
}
