import type { Nearness } from '../../../contract/compare.ts';
import { listCell } from '../../compare/list.ts';
import { textOf } from '../../messages/intl.tsx';
import type { Meeting } from './pairs.ts';

/** How the meeting was counted. */
interface Counted {
  readonly near: Nearness;
  readonly coder: string | null;
}

/**
 * Lists the passages behind a meeting: those that were counted, and no others.
 * @param focus whether the list takes the focus once it is there
 */
export async function listMeeting(
  { a, b }: Meeting,
  { near, coder }: Counted,
  focus: boolean,
): Promise<void> {
  const codes = [a.code.id, b.code.id] as const;
  const within = near.by === 'words' ? near.within : 0;
  const values = { a: a.code.name, b: b.code.name, within };
  const name = textOf(`analyse.meetings.listed.${near.by}`, values);
  await listCell({ name, codes, below: false, documents: null, coder, meeting: { codes, near } }, focus);
}
