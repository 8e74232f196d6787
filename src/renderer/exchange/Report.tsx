import { ArrowRight, TriangleAlert, Wrench } from 'lucide-react';
import type { ExchangeLine, ExchangeReport } from '../../contract/exchange.ts';
import { EXCHANGED } from '../../contract/exchange.ts';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';

const ICONS = { left: TriangleAlert, kept: ArrowRight, mended: Wrench } as const;
const KINDS = ['left', 'kept', 'mended'] as const;

/** Counts, as many as there are, in one sentence each. */
function Counts({ title, counts }: { title: string; counts: ExchangeReport['came'] }) {
  const t = useText();
  const said = EXCHANGED.filter((kind) => counts[kind] > 0);
  if (said.length === 0) return null;
  return (
    <div className="exchange-counts">
      <h3>{title}</h3>
      <ul>
        {said.map((kind) => (
          <li key={kind} className="num">
            {t(`exchange.count.${kind}`, { count: counts[kind] })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One thing that happened, how often, and to what. */
function Line({ line: { what, message, count, subjects } }: { line: ExchangeLine }) {
  const t = useText();
  return (
    <li className="exchange-line">
      <Icon of={ICONS[what]} />
      <div>
        <p>
          {message} {count > 1 ? <span className="quiet num">{t('exchange.times', { count })}</span> : null}
        </p>
        {subjects.length > 0 ? (
          <details>
            <summary>{t('exchange.subjects', { count: subjects.length })}</summary>
            <ul>
              {subjects.map((subject) => (
                <li key={subject}>
                  <bdi>{subject}</bdi>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </li>
  );
}

/** What came from another program, what was there, and what could not simply be carried. */
export function Report({ report }: { report: ExchangeReport }) {
  const t = useText();
  const { tool, title, step, lines } = report;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="exchange-report" tabIndex={0} aria-label={t('exchange.report')}>
      <p className="quiet">
        <bdi>{title === '' ? t('exchange.from', { tool }) : t('exchange.fromTitled', { title, tool })}</bdi>
      </p>
      {step === null ? <p>{t('exchange.nothingNew')}</p> : null}
      <div className="exchange-sums">
        <Counts title={t('exchange.came')} counts={report.came} />
        <Counts title={t('exchange.already')} counts={report.already} />
      </div>
      {lines.length === 0 && step !== null ? <p>{t('exchange.whole')}</p> : null}
      {KINDS.map((kind) => {
        const said = lines.filter(({ what }) => what === kind);
        if (said.length === 0) return null;
        return (
          <div key={kind}>
            <h3>{t(`exchange.said.${kind}`)}</h3>
            <ul className="exchange-lines">
              {said.map((line) => (
                <Line key={line.message} line={line} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
