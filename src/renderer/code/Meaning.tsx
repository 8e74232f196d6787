import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { CodePage } from '../../contract/code-page.ts';
import type { CodeReference } from '../../contract/codebook-versions.ts';
import type { CodeRow } from '../../contract/codes.ts';
import { showCodePage } from '../app/lay.ts';
import { api } from '../client/shell.ts';
import { CodeDescription, CodeNameField } from '../codebook/CodeFields.tsx';
import { Languages } from '../codebook/words/Languages.tsx';
import { useText } from '../messages/intl.tsx';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { LockBanner } from '../versions/LockBanner.tsx';
import { useIsLocked } from '../versions/useIsLocked.ts';
import { Memos } from './Memos.tsx';
import { useCodePageView } from './state.ts';

/** Labels of one kind, each with its language where one was said. */
function Words({ title, labels }: { title: string; labels: CodePage['labels'] }) {
  if (labels.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {labels.map(({ kind, language, text }) => (
          <p
            key={`${kind} ${language} ${text}`}
            {...(language === '' ? { dir: 'auto' } : { lang: language, dir: 'auto' })}
          >
            {text}
            {language === '' ? null : <span className="faint small"> {language}</span>}
          </p>
        ))}
      </dd>
    </>
  );
}

/** Codes that lead to their pages. */
function Codes({ title, codes }: { title: string; codes: readonly CodeReference[] }) {
  if (codes.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {codes.map(({ id, name, path }) => (
          <p key={id}>
            <Button className="in-link" onPress={() => showCodePage(id)}>
              <bdi title={path}>{name}</bdi>
            </Button>
          </p>
        ))}
      </dd>
    </>
  );
}

/** What the code means, edited in place as in the inspector, and what else is said of it. */
export function Meaning({ code }: { code: CodeRow }) {
  const t = useText();
  const scoped = useScopeInput();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { data: page } = useQuery({
    ...api.codePage.show.queryOptions({ input: { code: code.id, ...scoped } }),
    placeholderData: keepPreviousData,
  });
  const isLocked = useIsLocked();
  const asksLanguage = useCodePageView((view) => view.asksLanguage);
  const isReadOnly = project?.readOnly !== null || isLocked;
  const labels = page?.labels ?? [];
  const linked = (kind: CodePage['links'][number]['kind']) =>
    (page?.links ?? []).filter((link) => link.kind === kind).map((link) => link.code);
  return (
    <>
      <LockBanner />
      <div className="cp-fields">
        <CodeNameField code={code} isReadOnly={isReadOnly} />
        <CodeDescription code={code} isReadOnly={isReadOnly} />
      </div>
      <section className="cp-languages" aria-label={t('codePage.languages')}>
        <Languages
          code={code}
          isReadOnly={isReadOnly}
          isAsked={asksLanguage}
          onAsk={(asks) => useCodePageView.setState({ asksLanguage: asks })}
        />
      </section>
      <dl className="cp-words">
        <Words title={t('codePage.aliases')} labels={labels.filter(({ kind }) => kind === 'alias')} />
        <Words title={t('codePage.hidden')} labels={labels.filter(({ kind }) => kind === 'hidden')} />
        <Codes title={t('codePage.link.see_also')} codes={linked('see_also')} />
        <Codes title={t('codePage.link.not_to_be_confused')} codes={linked('not_to_be_confused')} />
        <Codes title={t('codePage.children')} codes={page?.children ?? []} />
      </dl>
      <Memos codeId={code.id} canWrite={project?.readOnly === null} me={project?.coder?.id} />
    </>
  );
}
