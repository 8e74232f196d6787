import { useQuery } from '@tanstack/react-query';
import { StickyNote, X } from 'lucide-react';
import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import type { CodingRow, PassageRow } from '../../contract/passages.ts';
import { api } from '../client/shell.ts';
import { useCoders } from '../margin/useCoders.ts';
import { writeInList } from '../memos/commands.ts';
import { MemoSection } from '../memos/MemoSection.tsx';
import { useText } from '../messages/intl.tsx';
import { partLabel } from '../pages/label.ts';
import { PassagePicture } from '../pages/PassagePicture.tsx';
import { removeCodings } from '../picker/remove.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import type { Reading } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { UnderVersion } from '../versions/UnderVersion.tsx';
import { AddCode } from './AddCode.tsx';
import { Comment } from './Comment.tsx';
import { Quote } from './Quote.tsx';
import { Weight } from './Weight.tsx';

/** One code of the passage with whose judgement it is. Only one's own can be taken back. */
function CodeLine({
  codings,
  codebook,
  me,
}: {
  codings: readonly CodingRow[];
  codebook: Codebook;
  me: string | null;
}) {
  const t = useText();
  const coders = useCoders();
  const codeId = codings[0]?.codeId ?? '';
  const name = nameOf(codebook, codeId);
  const { data: project } = useQuery(api.project.state.queryOptions());
  const own = project?.readOnly === null ? codings.filter(({ coderId }) => coderId === me) : [];
  // One's own can be weighed in place; what others weighed is only read.
  const only = own.length === 1 && codings.length === 1 ? own[0] : undefined;
  const weights = codings.flatMap(({ weight }) => (weight === null ? [] : [weight])).join(', ');
  const people = codings.map(({ coderId }) => coders.nameOf(coderId)).join(', ');
  return (
    <li className="in-code">
      <Swatch name={name} colour={codebook.byId.get(codeId)?.colour ?? '#808080'} />
      <Button className="grow clip in-link" onPress={() => useWorkspace.getState().selectCode(codeId)}>
        <bdi>{name}</bdi>
      </Button>
      {only === undefined ? null : (
        <span className="in-hint">
          <IconButton
            label={t('inspector.codingMemo', { code: name })}
            icon={StickyNote}
            size={14}
            onPress={() => writeInList({ kind: 'coding', id: only.id })}
          />
        </span>
      )}
      {only === undefined ? (
        weights === '' ? null : (
          <span className="in-weights num small quiet">{weights}</span>
        )
      ) : (
        <Weight coding={only} code={name} />
      )}
      <span className="coder" title={t('inspector.by', { people })}>
        {codings.map(({ coderId }) => coders.initialsOf(coderId)).join(' ')}
      </span>
      {own.length === 0 ? (
        <span className="in-noremove" />
      ) : (
        <IconButton
          label={t('inspector.remove', { code: name })}
          icon={X}
          onPress={() => void removeCodings(own)}
        />
      )}
    </li>
  );
}

/** A passage: its words, where they stand, the codes on it, and the comment. */
export function PassageView({
  passage,
  reading,
  codebook,
}: {
  passage: PassageRow;
  reading: Reading;
  codebook: Codebook;
}) {
  const t = useText();
  const byCode = Map.groupBy(passage.codings, ({ codeId }) => codeId);
  return (
    <>
      {passage.region === null ? (
        <Quote span={passage} reading={reading} anchored={passage.status} />
      ) : (
        <section className="in-sec">
          <PassagePicture
            passageId={passage.id}
            region={passage.region}
            label={partLabel({ page: passage.page, region: passage.region })}
          />
          <p className="faint small">
            {t('region.on', { label: partLabel({ page: passage.page, region: passage.region }) })}
          </p>
        </section>
      )}
      <section className="in-sec">
        <h3>{t('inspector.codes')}</h3>
        {byCode.size === 0 ? <p className="quiet small">{t('inspector.noCodes')}</p> : null}
        <ul>
          {[...byCode].map(([codeId, codings]) => (
            <Fragment key={codeId}>
              <CodeLine codings={codings} codebook={codebook} me={reading.me} />
              <UnderVersion passageId={passage.id} codings={codings} />
            </Fragment>
          ))}
        </ul>
        <AddCode />
      </section>
      <Comment passage={passage} />
      <MemoSection target={{ kind: 'passage', id: passage.id }} command="memo.write" />
    </>
  );
}
