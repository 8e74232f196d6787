import { useQueries, useQuery } from '@tanstack/react-query';
import type { CaseRow } from '../../contract/cases.ts';
import type { CodeRow } from '../../contract/codes.ts';
import { api } from '../client/shell.ts';
import { JudgementLine } from '../inspector/JudgementLine.tsx';
import { MemoSection } from '../memos/MemoSection.tsx';
import { useText } from '../messages/intl.tsx';
import { Swatch } from '../ui/Swatch.tsx';

/** Documents of which the judgements are shown; each is asked for by itself. */
const MOST = 20;

/** Where a code meets a case: whether it was found in each of its documents, and what was thought about that. */
export function CodeInCase({ of, code }: { of: CaseRow; code: CodeRow }) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { data: documents = [] } = useQuery(api.documents.list.queryOptions());
  const shown = of.documents.slice(0, MOST);
  const judged = useQueries({
    queries: shown.map((document) => api.reviews.inDocument.queryOptions({ input: { document } })),
  });
  const me = project?.coder?.id;
  const own = judged.map(({ data }) =>
    data?.find(({ codeId, coderId }) => codeId === code.id && coderId === me),
  );
  return (
    <>
      <section className="in-sec">
        <h3>
          <Swatch name={code.name} colour={code.colour} grouping={!code.codable} />
          <bdi className="clip">{t('cases.code', { code: code.name })}</bdi>
        </h3>
        <ul>
          {shown.map((id, at) => {
            const title = documents.find((each) => each.id === id)?.title ?? '';
            return (
              <JudgementLine
                key={id}
                code={code}
                judgement={own[at]}
                documentId={id}
                name={title}
                title={title}
              />
            );
          })}
        </ul>
        {of.documents.length > MOST ? (
          <p className="faint small">{t('cases.code.more', { more: of.documents.length - MOST })}</p>
        ) : null}
      </section>
      <MemoSection
        target={{ kind: 'cell', code: code.id, case: of.id }}
        title={t('cases.code.memos', { code: code.name })}
      />
    </>
  );
}
