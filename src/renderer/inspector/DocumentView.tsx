import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { DocumentRow } from '../../contract/documents.ts';
import { Attributes } from '../attributes/Attributes.tsx';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { MemoSection } from '../memos/MemoSection.tsx';
import { useText } from '../messages/intl.tsx';
import type { Codebook } from '../reader/useCodebook.ts';
import { Cases } from './Cases.tsx';
import { PlainField } from './PlainField.tsx';
import { Progress } from './Progress.tsx';
import { Reviews } from './Reviews.tsx';

/** The facts that come with a document and stay as they are. */
function Facts({ document }: { document: DocumentRow }) {
  const t = useText();
  const { formatDate, formatNumber, formatDisplayName } = useIntl();
  const { key, language, words, fileName, createdAt, version } = document;
  const name = language === 'und' ? null : formatDisplayName(language, { type: 'language' });
  const facts = [
    ...(key === null ? [] : [[t('document.key'), key]]),
    [t('document.language'), name ?? t('document.language.unknown')],
    [t('document.words'), formatNumber(words)],
    [t('document.file'), fileName],
    [t('document.imported'), formatDate(createdAt, { day: 'numeric', month: 'long', year: 'numeric' })],
    ...(version > 1 ? [[t('document.version'), formatNumber(version)]] : []),
  ] as const;
  return (
    <dl className="in-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="in-value clip" title={value}>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A document: what it is called, where it comes from, what is known about it, and how far its codes are judged. */
export function DocumentView({ document, codebook }: { document: DocumentRow; codebook: Codebook }) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const canWrite = project?.readOnly === null;
  const rename = async (title: string) => {
    const input = { document: document.id, title: title.trim() };
    return (await write(api.documents.rename.mutationOptions(), input)) !== undefined;
  };
  return (
    <>
      <section className="in-sec in-title">
        <PlainField
          label={t('document.title')}
          value={document.title}
          isSerif
          wraps
          isReadOnly={!canWrite}
          check={(text) => text.trim() !== ''}
          onSave={rename}
        />
        <Facts document={document} />
      </section>
      {codebook.codes.some(({ codable }) => codable) ? (
        <Progress
          document={document}
          codebook={codebook}
          me={project?.coder?.id ?? null}
          canWrite={canWrite}
        />
      ) : null}
      <Cases document={document} canWrite={canWrite} />
      <Attributes
        owner={{ of: { document: document.id }, values: document.attributes }}
        canWrite={canWrite}
      />
      <MemoSection target={{ kind: 'document', id: document.id }} command="memo.write" />
      {codebook.codes.length === 0 ? null : (
        <Reviews
          documentId={document.id}
          me={project?.coder?.id ?? null}
          codebook={codebook}
          passage={undefined}
        />
      )}
    </>
  );
}
