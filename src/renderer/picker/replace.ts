import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import type { Picking } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { nameOfChoice, type OneCode } from './apply.ts';

/** Gives own codings another code as one step, and says so. @returns whether it was done */
export async function replaceBy(
  { codings, name }: NonNullable<Picking['replaces']>,
  choice: OneCode,
): Promise<boolean> {
  const answer = await write(api.codings.replace.mutationOptions(), {
    codings: [...codings],
    by:
      'codeId' in choice
        ? { code: choice.codeId }
        : { create: { name: choice.create, parentId: choice.parentId ?? null } },
  });
  if (answer === undefined) return false;
  useWorkspace.getState().rememberCodes([answer.codeId]);
  say(answer.note ?? textOf('picker.replaced', { was: name, code: nameOfChoice(choice) }));
  return true;
}
