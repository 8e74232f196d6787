import type { CodeRow } from '../../contract/codes.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';

/**
 * Says, or takes back, that codes were looked for in the whole document; one step.
 * @param sentence said when it is done
 */
export async function setReviewed(
  document: string,
  codes: readonly string[],
  reviewed: boolean,
  sentence: string,
): Promise<void> {
  const input = { document, codes: [...codes], reviewed };
  const answer = await write(api.reviews.set.mutationOptions(), input);
  if (answer !== undefined) say(answer.step === null && answer.note !== undefined ? answer.note : sentence);
}

/** Says, or takes back, that one code was looked for in the whole document. */
export function reviewCode(
  document: string,
  { id, name }: Pick<CodeRow, 'id' | 'name'>,
  reviewed: boolean,
): Promise<void> {
  const sentence = textOf(reviewed ? 'inspector.reviewed' : 'inspector.unreviewed', { code: name });
  return setReviewed(document, [id], reviewed, sentence);
}
