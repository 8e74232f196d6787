import type { CrosstabGroup } from '../../../contract/analyse.ts';
import { listCell } from '../../compare/list.ts';

/** Gives what lists the passages of a code in the documents of a group: those that its cell counts. */
export function opener(
  code: { readonly id: string; readonly name: string },
  { title, within }: CrosstabGroup,
  { rollUp, coder }: { rollUp: boolean; coder: string | null },
): (focus: boolean) => void {
  return (focus) => {
    const name = `${code.name}, ${title}`;
    void listCell({ name, codes: [code.id], below: rollUp, documents: within, coder }, focus);
  };
}
