import { useIntl } from 'react-intl';
import type { DocumentRow } from '../../contract/documents.ts';
import { useText } from '../messages/intl.tsx';
import { Note } from './Note.tsx';
import { PairParts } from './PairParts.tsx';
import { notedPanes, type Tuple } from './pairs.ts';
import { useParallel } from './view.ts';

/** What stands under the panes: which document has no such passage, and the note on the present pair. */
export function Foot({
  documents,
  tuple,
  pane,
  code,
}: {
  documents: readonly DocumentRow[];
  tuple: Tuple;
  pane: number;
  code: string;
}) {
  const t = useText();
  const { formatList } = useIntl();
  const at = useParallel((view) => view.at);
  if (tuple.length === 0) return <p className="sbs-foot quiet">{t('parallel.pair.none')}</p>;
  const noted = notedPanes(tuple, pane);
  const [one, other] = noted ?? [];
  const [first, second] = [one, other].map((number) =>
    number === undefined ? undefined : tuple[number]?.passageIds[0],
  );
  const lacking = documents.flatMap(({ title }, number) => (tuple[number] === null ? [title] : []));
  return (
    <div className="sbs-foot">
      <PairParts documents={documents} tuple={tuple} />
      {lacking.length === 0 ? null : (
        <p className="quiet small">
          {t('parallel.missing', { titles: formatList(lacking), at: at + 1, code })}
        </p>
      )}
      {first === undefined || second === undefined ? (
        <p className="faint small">{t('parallel.note.few')}</p>
      ) : (
        <Note
          key={`${first} ${second}`}
          passage={first}
          other={second}
          about={t('parallel.note.about', {
            one: documents[one ?? 0]?.title ?? '',
            other: documents[other ?? 0]?.title ?? '',
          })}
        />
      )}
    </div>
  );
}
