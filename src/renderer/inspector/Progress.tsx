import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import type { DocumentRow } from '../../contract/documents.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import type { Codebook } from '../reader/useCodebook.ts';
import { Button } from '../ui/Button.tsx';
import { setReviewed } from './review.ts';

/** How many codes the present coder has judged in a document, and the button that says it is finished, or takes that back. */
export function Progress({
  document,
  codebook,
  me,
  canWrite,
}: {
  document: DocumentRow;
  codebook: Codebook;
  me: string | null;
  canWrite: boolean;
}) {
  const t = useText();
  const { data } = useQuery(api.reviews.inDocument.queryOptions({ input: { document: document.id } }));
  const codes = codebook.codes.filter(({ codable }) => codable);
  const own = new Map(data?.filter(({ coderId }) => coderId === me).map((each) => [each.codeId, each]));
  const isJudged = (id: string) => (own.get(id)?.judgement ?? 'not_judged') !== 'not_judged';
  const judged = codes.filter(({ id }) => isJudged(id)).length;
  const isReviewed = (id: string) => own.get(id)?.reviewed === true && own.get(id)?.stale !== true;
  const open = codes.filter(({ id }) => !isReviewed(id)).map(({ id }) => id);
  const isFinished = open.length === 0;
  const finish = () =>
    setReviewed(
      document.id,
      isFinished ? codes.map(({ id }) => id) : open,
      !isFinished,
      t(isFinished ? 'document.unfinished' : 'document.finished', { count: codes.length }),
    );
  const label = t('document.progress', { judged, codes: codes.length });
  return (
    <section className="in-sec">
      <h3>{t('document.review')}</h3>
      <div
        className="in-progress"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={codes.length}
        aria-valuenow={judged}
      >
        <span style={{ inlineSize: `${(100 * judged) / Math.max(codes.length, 1)}%` }} />
      </div>
      <p className="row small quiet">
        <span className="grow num">{label}</span>
        {!canWrite || me === null ? null : (
          <Button look="plain" {...(isFinished ? {} : { icon: CheckCheck })} onPress={() => void finish()}>
            {t(isFinished ? 'document.unfinish' : 'document.finish')}
          </Button>
        )}
      </p>
    </section>
  );
}
