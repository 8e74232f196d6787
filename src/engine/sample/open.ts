import { basename } from 'node:path';
import type { ProjectState } from '../../contract/project.ts';
import type { Session } from '../session.ts';

/** How the sample is to be opened. */
export interface SampleWish {
  /** Whether a new copy takes the place of the one that is there, which is kept under another name. */
  readonly afresh: boolean;
  readonly mode: 'write' | 'read';
}

/**
 * Opens the person's copy of the sample as they left it, and makes it where there is none.
 * @returns how it stands, and the file name under which an older copy was kept, or null
 * @throws ColligoError LOCKED, NOT_FOUND where no sample ships, and as opening does
 */
export async function openSample(
  session: Session,
  { afresh, mode }: SampleWish,
): Promise<{ state: ProjectState; kept: string | null }> {
  const { sample, recent, screen } = session;
  let kept: string | null = null;
  if (afresh && sample.isThere) {
    if (sample.isAt(session.opened()?.path ?? '')) await session.close();
    const { from, to } = sample.setAside();
    kept = basename(to);
    recent.move(from, to, basename(to, '.colligo'));
  }
  if (!sample.isThere) {
    const first = sample.make();
    if (first) screen.begin(first.project, first.parts);
  }
  return { state: await session.open(sample.path, mode), kept };
}
