import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import type { PassageRow } from '../../contract/passages.ts';
import type { Judgement } from '../../contract/reviews.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import type { Codebook } from '../reader/useCodebook.ts';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Tip } from '../ui/Tip.tsx';
import { branchesOf } from './branches.ts';
import { reviewCode } from './review.ts';

/** What the present coder has said about one code in this document: a shape, a word, and the button that says "reviewed". */
function Line({
  code,
  judgement,
  documentId,
}: {
  code: CodeRow;
  judgement: Judgement | undefined;
  documentId: string;
}) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const state = judgement?.judgement ?? 'not_judged';
  const reviewed = judgement?.reviewed === true;
  const words =
    state === 'present'
      ? t('inspector.present', { count: judgement?.passages ?? 0 })
      : t(`inspector.${state}`);
  return (
    <li className="in-judge" data-review={code.id} data-reviewed={reviewed}>
      <span className={`j ${state}`} aria-hidden="true" />
      <bdi className="grow clip" title={code.path}>
        {code.name}
      </bdi>
      {judgement?.stale === true ? (
        <span className="stale" title={t('inspector.stale.why')}>
          {t('inspector.stale')}
        </span>
      ) : null}
      <span className="w num">{words}</span>
      <Tip text={t('inspector.review.why', { code: code.name })} keys="A">
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

/** The arrows go from button to button of the list. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<Element>('[data-review] button')];
  const next = buttons[document.activeElement === null ? 0 : buttons.indexOf(document.activeElement) + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/** Which codes were found in the open document, which were looked for in vain, and which nobody has looked for: a branch at a time. */
export function Reviews({
  documentId,
  me,
  codebook,
  passage,
}: {
  documentId: string;
  /** The person at the machine, or null. */
  me: string | null;
  codebook: Codebook;
  passage: PassageRow | undefined;
}) {
  const t = useText();
  const { data: judgements } = useQuery(
    api.reviews.inDocument.queryOptions({ input: { document: documentId } }),
  );
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const branches = branchesOf(codebook.codes, t('inspector.branch.top'));
  const onPassage = new Set(passage?.codings.map(({ codeId }) => codeId));
  const branch =
    branches.find(({ id }) => id === chosen) ??
    branches.find(({ codes }) => codes.some(({ id }) => onPassage.has(id))) ??
    branches[0];
  if (branch === undefined) return null;
  const own = new Map(
    judgements?.filter(({ coderId }) => coderId === me).map((judgement) => [judgement.codeId, judgement]),
  );
  return (
    <section className="in-sec">
      <h3>
        {t('inspector.reviews')}
        {branches.length < 2 ? null : (
          <span className="end">
            <MenuButton
              label={t('inspector.branch')}
              value={branch.name}
              rows={branches.map(({ id, name }) => ({
                id: id ?? 'top',
                label: name,
                checked: id === branch.id,
                run: () => setChosen(id),
              }))}
            />
          </span>
        )}
      </h3>
      <ul onKeyDown={moveFocus}>
        {branch.codes.map((code) => (
          <Line key={code.id} code={code} judgement={own.get(code.id)} documentId={documentId} />
        ))}
      </ul>
      <p className="in-legend faint small">
        <Icon of={Check} size={12} />
        {t('inspector.review.legend')}
      </p>
    </section>
  );
}
