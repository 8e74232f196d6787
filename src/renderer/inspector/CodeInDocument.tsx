import { useQuery } from '@tanstack/react-query';
import type { CodeRow } from '../../contract/codes.ts';
import type { Judgement } from '../../contract/reviews.ts';
import { api } from '../client/shell.ts';
import { useCoders } from '../margin/useCoders.ts';
import { MemoSection } from '../memos/MemoSection.tsx';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { JudgementLine, useJudgementWords } from './JudgementLine.tsx';

/** What another coder has said; it can be read, not changed. */
function Other({ name, judgement }: { name: string; judgement: Judgement }) {
  const words = useJudgementWords(judgement);
  return (
    <li className="in-judge">
      <span className={`j ${judgement.judgement}`} aria-hidden="true" />
      <bdi className="grow clip quiet">{name}</bdi>
      <span className="w num">{words}</span>
    </li>
  );
}

/** Where a code meets the open document: whether it was found there and how often, by whom, and what was thought about it. */
export function CodeInDocument({ code }: { code: CodeRow }) {
  const t = useText();
  const documentId = useWorkspace((workspace) => workspace.documentId);
  const coders = useCoders();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const { data: judgements } = useQuery({
    ...api.reviews.inDocument.queryOptions({ input: { document: documentId ?? '' } }),
    enabled: documentId !== null,
  });
  const document = documents?.find(({ id }) => id === documentId);
  if (document === undefined || !code.codable) return null;
  const me = project?.coder?.id;
  const here = judgements?.filter(({ codeId }) => codeId === code.id) ?? [];
  const others = here.filter((each) => each.coderId !== me && each.judgement !== 'not_judged');
  return (
    <>
      <section className="in-sec">
        <h3>{t('inspector.reviews')}</h3>
        <ul>
          <JudgementLine
            code={code}
            judgement={here.find(({ coderId }) => coderId === me)}
            documentId={document.id}
            name={document.title}
            title={document.title}
          />
          {others.map((each) => (
            <Other key={each.coderId} name={coders.nameOf(each.coderId)} judgement={each} />
          ))}
        </ul>
      </section>
      <MemoSection
        target={{ kind: 'cell', code: code.id, document: document.id }}
        title={t('inspector.cell.memos', { code: code.name })}
      />
    </>
  );
}
