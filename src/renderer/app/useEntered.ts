import { useEffect } from 'react';
import { enterAnalysis } from '../analyse/state.ts';
import { isDown, useStatus } from '../client/connection.ts';
import { enterComparison } from '../compare/view.ts';
import { enterRecent } from '../palette/recent.ts';
import { enterParallel } from '../parallel/view.ts';
import { useMargin } from '../state/margin.ts';
import { useOverlap } from '../state/overlap.ts';
import { usePanes } from '../state/panes.ts';
import { useScope } from '../state/scope.ts';
import { loadScreen } from '../state/storage.ts';
import { useWorkspace } from '../state/workspace.ts';

/** The workspace comes last: it is what `useEntered` goes by. */
function enter(projectId: string | null): void {
  usePanes.getState().enter(projectId);
  useScope.getState().enter(projectId);
  useMargin.getState().enter(projectId);
  useOverlap.getState().enter(projectId);
  enterComparison(projectId);
  enterParallel(projectId);
  enterAnalysis(projectId);
  enterRecent(projectId);
  useWorkspace.getState().enter(projectId);
}

/**
 * Lets the stores take up how this project's screen was left, so that panes begin with their own sizes.
 * @param projectId the open project, null where none is, undefined while that is not known
 * @returns whether they have
 */
export function useEntered(projectId: string | null | undefined): boolean {
  const entered = useWorkspace((workspace) => workspace.projectId);
  const down = useStatus(({ status }) => isDown(status));
  useEffect(() => {
    if (projectId === undefined || projectId === entered || down) return undefined;
    if (projectId === null) {
      enter(null);
      return undefined;
    }
    let isCurrent = true;
    const proceed = () => {
      if (isCurrent) enter(projectId);
    };
    // Where the connection breaks meanwhile, this runs once more with the next; otherwise the screen begins anew.
    loadScreen(projectId).then(proceed, () => {
      if (!isDown(useStatus.getState().status)) proceed();
    });
    return () => {
      isCurrent = false;
    };
  }, [projectId, entered, down]);
  return projectId === entered;
}
