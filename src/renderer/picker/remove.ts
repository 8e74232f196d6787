import type { CodingRow } from '../../contract/passages.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';

/** The name of a code as the codebook in the cache has it. */
function nameOf(codeId: string): string {
  const codes = queryClient.getQueryData(api.codes.list.queryKey());
  return codes?.find(({ id }) => id === codeId)?.name ?? '';
}

/** Takes back own codings, and says so in one sentence. */
export async function removeCodings(codings: readonly CodingRow[]): Promise<void> {
  const answer = await write(api.codings.remove.mutationOptions(), { codings: codings.map(({ id }) => id) });
  if (answer === undefined) return;
  const names = [...new Set(codings.map(({ codeId }) => nameOf(codeId)))];
  say(
    answer.step === null && answer.note !== undefined
      ? answer.note
      : textOf('picker.removed', { codes: names.join(', '), count: names.length }),
  );
}
