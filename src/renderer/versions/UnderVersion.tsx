import './versions.css';
import { useQuery } from '@tanstack/react-query';
import type { CodingRow } from '../../contract/passages.ts';
import { api } from '../client/shell.ts';
import { useCoders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';

/**
 * Says under which version of the codebook codings of one passage were made; nothing where no version had been named.
 * @param codings of one code, by whichever coders
 */
export function UnderVersion({ passageId, codings }: { passageId: string; codings: readonly CodingRow[] }) {
  const t = useText();
  const coders = useCoders();
  const { data } = useQuery(api.codebookVersions.ofPassage.queryOptions({ input: { passage: passageId } }));
  const said = codings.flatMap(({ id, coderId }) => {
    const made = data?.find(({ codingId }) => codingId === id);
    if (made === undefined || made.version === null) return [];
    const values = { version: made.version.name, coder: coders.nameOf(coderId) };
    return [
      {
        id,
        initials: coders.initialsOf(coderId),
        words: t(made.hasChanged ? 'versions.under.changed' : 'versions.under', values),
        title: t(made.hasChanged ? 'versions.under.title.changed' : 'versions.under.title', values),
      },
    ];
  });
  if (said.length === 0) return null;
  const groups = [...Map.groupBy(said, ({ words }) => words)];
  return (
    <li className="vs-under small faint" title={said.map(({ title }) => title).join('\n')}>
      {groups.map(([words, group]) => (
        <p key={words} dir="auto">
          {groups.length > 1 ? `${group.map(({ initials }) => initials).join(' ')}: ${words}` : words}
        </p>
      ))}
    </li>
  );
}
