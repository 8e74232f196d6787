import { useEffect, useRef } from 'react';
import { useText } from '../messages/intl.tsx';
import { Emphasis } from '../ui/Emphasis.tsx';
import type { Finding } from './find.ts';

/** The sections in which something was found, best first. */
export function Findings({
  id,
  findings,
  active,
  onOpen,
}: {
  /** What the ids of the list and its options begin with. */
  id: string;
  findings: readonly Finding[];
  /** The one that Enter opens. */
  active: number;
  onOpen: (finding: Finding) => void;
}) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelectorAll('[role=option]')[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (findings.length === 0) return <p className="hp-none quiet">{t('help.nothing')}</p>;
  return (
    <div className="hp-list" role="listbox" id={`${id}-findings`} aria-label={t('help.findings')} ref={list}>
      {findings.map((finding, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
        <div
          key={`${finding.topic} ${finding.anchor}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="hp-row hp-found"
          onClick={() => onOpen(finding)}
        >
          <span className="hp-found-title">
            <Emphasis text={finding.title} hits={finding.titleHits} />
            {finding.anchor === null ? null : <span className="faint"> {finding.topicTitle}</span>}
          </span>
          <span className="hp-line">
            <Emphasis text={finding.line} hits={finding.lineHits} />
          </span>
        </div>
      ))}
    </div>
  );
}
