import { useText } from '../messages/intl.tsx';
import type { Shade } from './heat.ts';
import { useComparison } from './view.ts';
import type { Words } from './words.ts';

/** What shades and shapes stand for. */
export function Legend({ shades, words }: { shades: readonly Shade[]; words: Words }) {
  const t = useText();
  const isPresence = useComparison((view) => view.measure === 'presence');
  return (
    <div className="cmp-legend num">
      {shades.map(({ step, from, to }) => {
        const [first, last] = [words.figure(from), words.figure(to)];
        return (
          <span key={step}>
            <i className={`cmp-key t${step}`} />
            {first === last ? first : t('compare.range', { from: first, to: last })}
          </span>
        );
      })}
      {isPresence ? (
        <span>
          <i className="j present" />
          {t('compare.present')}
        </span>
      ) : null}
      <span>
        <i className="j absent" />
        {t('compare.absent')}
      </span>
      <span>
        <i className="j not_judged" />
        {t('compare.not_judged')}
      </span>
      <p>{t('compare.note')}</p>
    </div>
  );
}
