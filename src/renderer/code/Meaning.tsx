import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { CodePage } from '../../contract/code-page.ts';
import type { CodeReference } from '../../contract/codebook-versions.ts';
import type { CodeRow } from '../../contract/codes.ts';
import { showCodePage } from '../app/lay.ts';
import { api } from '../client/shell.ts';
import { updateCode } from '../codebook/actions.ts';
import { CodeText } from '../codebook/CodeText.tsx';
import { useText } from '../messages/intl.tsx';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { LockBanner } from '../versions/LockBanner.tsx';
import { useIsLocked } from '../versions/useIsLocked.ts';
import { Memos } from './Memos.tsx';

const FIELDS = ['definition', 'useWhen', 'useNotWhen', 'example'] as const;

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
  const isReadOnly = project?.readOnly !== null || isLocked;
  const labels = page?.labels ?? [];
  const linked = (kind: CodePage['links'][number]['kind']) =>
    (page?.links ?? []).filter((link) => link.kind === kind).map((link) => link.code);
  const others = labels.filter(({ kind }) => kind === 'name' || kind === 'definition' || kind === 'example');
  return (
    <>
      <LockBanner />
      <div className="cp-fields">
        <CodeText
          name="name"
          label={t('code.name')}
          value={code.name}
          isReadOnly={isReadOnly}
          check={(text) => (text.trim() === '' ? t('code.name.error') : undefined)}
          onSave={(name) => updateCode(code.id, { name })}
        />
        {FIELDS.map((field) => (
          <CodeText
            key={field}
            name={field}
            label={t(`code.${field}`)}
            value={code[field]}
            rows={field === 'definition' ? 3 : 2}
            isReadOnly={isReadOnly}
            onSave={(text) => updateCode(code.id, { [field]: text })}
          />
        ))}
      </div>
      <dl className="cp-words">
        <Words title={t('codePage.aliases')} labels={labels.filter(({ kind }) => kind === 'alias')} />
        <Words title={t('codePage.hidden')} labels={labels.filter(({ kind }) => kind === 'hidden')} />
        <Words title={t('codePage.languages')} labels={others} />
        <Words title={t('codePage.notes')} labels={labels.filter(({ kind }) => kind === 'note')} />
        <Codes title={t('codePage.link.see_also')} codes={linked('see_also')} />
        <Codes title={t('codePage.link.not_to_be_confused')} codes={linked('not_to_be_confused')} />
        <Codes title={t('codePage.children')} codes={page?.children ?? []} />
      </dl>
      <Memos codeId={code.id} canWrite={project?.readOnly === null} me={project?.coder?.id} />
    </>
  );
}
