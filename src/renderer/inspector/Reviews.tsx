import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { PassageRow } from '../../contract/passages.ts';
import { api } from '../client/shell.ts';
import { HelpLink } from '../help/HelpLink.tsx';
import { useText } from '../messages/intl.tsx';
import type { Codebook } from '../reader/useCodebook.ts';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { branchesOf } from './branches.ts';
import { JudgementLine } from './JudgementLine.tsx';

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
          <JudgementLine
            key={code.id}
            code={code}
            judgement={own.get(code.id)}
            documentId={documentId}
            name={code.name}
            title={code.path}
          />
        ))}
      </ul>
      <p className="in-legend faint small">
        <Icon of={Check} size={12} />
        <span>
          {t('inspector.review.legend')} <HelpLink to="reviewing" />
        </span>
      </p>
    </section>
  );
}
