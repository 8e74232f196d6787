import { dismissProblem, useProblem } from '../client/problem.ts';
import { useText } from '../messages/intl.tsx';
import { tell } from '../state/news.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** What went wrong: what happened, what is safe, what to do. Stays until it is dismissed. */
export function ProblemNotice() {
  const t = useText();
  const problem = useProblem((state) => state.problem);
  if (problem === null) return null;
  const copy = () => {
    void navigator.clipboard.writeText(problem.details).then(() => tell({ text: t('ui.copied') }));
  };
  return (
    <div className="problem">
      <Notice
        tone={problem.tone}
        title={problem.what}
        onDismiss={dismissProblem}
        actions={
          problem.code === 'INTERNAL' ? (
            <Button look="plain" onPress={copy}>
              {t('ui.copyDetails')}
            </Button>
          ) : undefined
        }
      >
        <p>{problem.safe}</p>
        <p>{problem.remedy}</p>
        {problem.candidates.length === 0 ? null : <p>{problem.candidates.join(', ')}</p>}
      </Notice>
    </div>
  );
}
