import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import type { Judgement } from '../../contract/reviews.ts';
import { api } from '../client/shell.ts';
import { useCommand } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Tip } from '../ui/Tip.tsx';
import { reviewCode } from './review.ts';

/** What one judgement says, in words. */
export function useJudgementWords(judgement: Judgement | undefined): string {
  const t = useText();
  const state = judgement?.judgement ?? 'not_judged';
  return state === 'present'
    ? t('inspector.present', { count: judgement?.passages ?? 0 })
    : t(`inspector.${state}`);
}

/**
 * What the present coder has said about one code in a document: a shape, a word, and the button that says "reviewed".
 * @param name of whichever the row stands for in its list: the code or the document
 */
export function JudgementLine({
  code,
  judgement,
  documentId,
  name,
  title,
}: {
  code: CodeRow;
  judgement: Judgement | undefined;
  documentId: string;
  name: string;
  title: string;
}) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const state = judgement?.judgement ?? 'not_judged';
  const reviewed = judgement?.reviewed === true;
  const words = useJudgementWords(judgement);
  const { keys } = useCommand('reviews.toggle');
  return (
    <li className="in-judge" data-review={code.id} data-document={documentId} data-reviewed={reviewed}>
      <span className={`j ${state}`} aria-hidden="true" />
      <bdi className="grow clip" title={title}>
        {name}
      </bdi>
      {judgement?.stale === true ? (
        <span className="stale" title={t('inspector.stale.why')}>
          {t('inspector.stale')}
        </span>
      ) : null}
      <span className="w num">{words}</span>
      <Tip text={t('inspector.review.why', { code: code.name })} keys={keys}>
        <ToggleButton
          className="ib in-review"
          isSelected={reviewed}
          isDisabled={project?.readOnly !== null}
          aria-label={t('inspector.review', { code: code.name })}
          onChange={(next) => void reviewCode(documentId, code, next)}
        >
          <Icon of={Check} />
        </ToggleButton>
      </Tip>
    </li>
  );
}
