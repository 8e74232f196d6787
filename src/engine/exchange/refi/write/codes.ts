import type { FrameCode } from '../../../dataset/frame.ts';
import { writeDescription } from '../description.ts';
import type { Refi } from './context.ts';
import { attribute, container, element, guid, textElement } from './xml.ts';

/** @returns the coders as users */
export const usersOf = (refi: Refi): Iterable<string> =>
  container(
    'Users',
    Array.from(refi.frame.coders.values(), ({ id, name }) =>
      element('User', attribute('guid', guid(id)) + attribute('name', refi.said(id, 'name', name)), ''),
    ),
  );

/** @returns the codebook, whole whatever the scope: codes within codes, siblings as they stand */
export function* codebookOf(refi: Refi): Generator<string, void> {
  const codes = [...refi.frame.codes.values()];
  if (codes.length === 0) return;
  const called = refi.rules.sameNames ? null : namesOnce(codes);
  const open: string[] = [];
  yield '<CodeBook>\n<Codes>\n';
  for (const { node } of codes) {
    while (open.length > 0 && open.at(-1) !== node.parentId) {
      open.pop();
      yield '</Code>\n';
    }
    const name = refi.said(node.id, 'name', called?.get(node.id) ?? node.name);
    const description = refi.said(node.id, 'description', writeDescription(node));
    const attributes =
      attribute('guid', guid(node.id)) +
      attribute('name', name) +
      attribute('isCodable', node.codable) +
      attribute('color', node.colour);
    yield `<Code${attributes}>\n${textElement('Description', description)}${refi.noteRefs(node.id)}`;
    open.push(node.id);
  }
  yield `${'</Code>\n'.repeat(open.length)}</Codes>\n</CodeBook>\n`;
}

/**
 * Some programs know a code by its name alone.
 * @returns a name for each code that has none of its own: its path
 */
export function namesOnce(codes: readonly FrameCode[]): Map<string, string> {
  const fold = (name: string) => name.toLowerCase();
  const counts = new Map<string, number>();
  for (const { node } of codes) counts.set(fold(node.name), (counts.get(fold(node.name)) ?? 0) + 1);
  const taken = new Set([...counts].filter(([, count]) => count === 1).map(([name]) => name));
  const names = new Map<string, string>();
  for (const { node, path } of codes) {
    if (counts.get(fold(node.name)) === 1) continue;
    let name = path;
    for (let number = 2; taken.has(fold(name)); number++) name = `${path} (${number})`;
    taken.add(fold(name));
    names.set(node.id, name);
  }
  return names;
}
