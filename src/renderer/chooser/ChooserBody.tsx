import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import type { Choice, Wish } from './choose.ts';
import { Entries } from './Entries.tsx';
import { PickBar, SaveBar } from './Foot.tsx';
import { Head } from './Head.tsx';

/**
 * The chooser: places, the way down to the folder, its entries, and what to do with what is picked. It shows names
 * only; the engine gives a token for each, and a one-use permission for what is picked in the end.
 */
export function ChooserBody({
  wish,
  onAnswer,
}: {
  wish: Wish;
  onAnswer: (choices: readonly Choice[]) => void;
}) {
  const t = useText();
  const [folder, setFolder] = useState<string | null>(null);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [name, setName] = useState(wish.name ?? '');
  const { data, isPlaceholderData } = useQuery({
    ...api.files.list.queryOptions({ input: { folder, purpose: wish.purpose } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const go = (token: string | null) => {
    setFolder(token);
    setPicked([]);
  };
  const take = (tokens: readonly string[]) =>
    Promise.all(
      tokens.map((token) => api.files.grant.call({ token, purpose: wish.purpose }, { context: {} })),
    ).then(onAnswer);
  if (data === undefined) return <p className="chooser-wait quiet">{t('chooser.loading')}</p>;
  const above = data.crumbs.at(-2)?.token;
  return (
    <div className="chooser" aria-busy={isPlaceholderData}>
      <Head crumbs={data.crumbs} places={data.places} folder={data.folder} onGo={go} />
      <Entries
        key={data.folder}
        folder={data.crumbs.at(-1)?.name ?? ''}
        entries={data.entries}
        many={wish.many}
        picked={picked}
        onPick={(tokens) => {
          setPicked(tokens);
          const entry = data.entries.find((one) => one.token === tokens[0]);
          if (wish.purpose === 'save' && entry?.kind === 'file') setName(entry.name);
        }}
        onOpen={(entry) => {
          if (entry.kind === 'folder') go(entry.token);
          else if (entry.pickable) void take([entry.token]);
        }}
        onUp={() => {
          if (above !== undefined) go(above);
        }}
      />
      {wish.purpose === 'save' ? (
        <SaveBar folder={data.folder} name={name} onName={setName} onAnswer={onAnswer} />
      ) : (
        <PickBar
          purpose={wish.purpose}
          picked={picked.filter((token) => data.entries.some((one) => one.token === token && one.pickable))}
          folder={data.folder}
          onTake={(tokens) => void take(tokens)}
          onCancel={() => onAnswer([])}
        />
      )}
    </div>
  );
}
