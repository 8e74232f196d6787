import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useText } from '../messages/intl.tsx';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { CommandButton, CommandIcon } from '../ui/CommandButton.tsx';
import { MenuButton, type MenuRow } from '../ui/Menu.tsx';
import type { Shared } from './pairs.ts';
import { useShownPairs } from './shown.ts';
import { LEAST, readByCode, SYNCS, useParallel } from './view.ts';

/**
 * Which code is read by: those that several of the documents share, then those that lie in one of them, with how many passages
 * each document has.
 */
function CodeMenu({
  shared,
  codeId,
  codebook,
}: {
  shared: readonly Shared[];
  codeId: string | null;
  codebook: Codebook;
}) {
  const t = useText();
  if (codeId === null) return null;
  const row = ({ codeId: id, counts }: Shared): MenuRow => ({
    id,
    label: t('parallel.code.row', { name: nameOf(codebook, id), counts: counts.join(' · ') }),
    checked: id === codeId,
    run: () => readByCode(id),
  });
  const isShared = ({ counts }: Shared) => counts.filter((count) => count > 0).length >= LEAST;
  const [most, rest] = [shared.filter(isShared), shared.filter((each) => !isShared(each))];
  return (
    <MenuButton
      label={t('parallel.code')}
      value={<bdi>{nameOf(codebook, codeId)}</bdi>}
      rows={[
        ...most.map(row),
        ...(most.length > 0 && rest.length > 0 ? ['-' as const] : []),
        ...rest.map(row),
      ]}
    />
  );
}

/** What is read side by side and how, and the way from pair to pair. */
export function Bar({
  shared,
  codeId,
  total,
  codebook,
}: {
  shared: readonly Shared[];
  codeId: string | null;
  total: number;
  codebook: Codebook;
}) {
  const t = useText();
  const { at, sync } = useParallel();
  const several = useShownPairs(({ documents }) => documents.length > 2);
  const pair = t(several ? 'parallel.pair.several' : 'parallel.pair', { at: at + 1, total });
  return (
    <div className="bar sbs-bar">
      <CommandButton command="parallel.choose">{t('parallel.choose')}</CommandButton>
      <CodeMenu shared={shared} codeId={codeId} codebook={codebook} />
      <MenuButton
        label={t('parallel.sync')}
        value={t(`parallel.sync.${sync}`)}
        rows={SYNCS.map((each) => ({
          id: each,
          label: t(`parallel.sync.${each}`),
          checked: each === sync,
          run: () => useParallel.setState({ sync: each }),
        }))}
      />
      <span className="grow" />
      <CommandIcon command="parallel.previous" icon={ChevronLeft} />
      <span className="num sbs-pair">{total === 0 ? t('parallel.pair.none') : pair}</span>
      <CommandIcon command="parallel.next" icon={ChevronRight} />
    </div>
  );
}
