import '../codebook/codebook.css';
import './code.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CodeRow } from '../../contract/codes.ts';
import { useViewFocus } from '../app/useViewFocus.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useCodebook } from '../reader/useCodebook.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { useWorkspace } from '../state/workspace.ts';
import { useRoom } from '../tabs/useRoom.ts';
import { Segments } from '../ui/Segments.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { Changes } from './Changes.tsx';
import { Counts } from './Counts.tsx';
import { Meaning } from './Meaning.tsx';
import { Passages } from './Passages.tsx';
import { FACES, type Face, useCodePageView } from './state.ts';

/** From this width on the meaning stands beside whatever else is shown, px. */
const WIDE = 820;

const BESIDE = { passages: Passages, counts: Counts, changes: Changes } as const;

/** The name of the code, where it stands, and how often it was given in scope. */
function Head({ code }: { code: CodeRow }) {
  const t = useText();
  const scoped = useScopeInput();
  const { data: page } = useQuery({
    ...api.codePage.show.queryOptions({ input: { code: code.id, ...scoped } }),
    placeholderData: keepPreviousData,
  });
  const above = code.path.split(' / ').slice(0, -1).join(' / ');
  const documents = page?.documents ?? [];
  const passages = documents.reduce((sum, each) => sum + each.passages, 0);
  return (
    <header className="cp-title">
      <p className="faint small" dir="auto">
        {above === '' ? t('codePage.top') : above}
      </p>
      <h2>
        <Swatch name={code.name} colour={code.colour} grouping={!code.codable} />
        <bdi>{code.name}</bdi>
        {code.notation === undefined ? null : (
          <span className="quiet" title={t('codePage.notation')}>
            <bdi>{code.notation}</bdi>
          </span>
        )}
      </h2>
      {page === undefined ? null : (
        <p className="quiet">
          {code.codable || passages > 0
            ? t(scoped === undefined ? 'codePage.sum' : 'codePage.sum.scoped', {
                passages,
                documents: documents.length,
              })
            : t('codePage.grouping')}
        </p>
      )}
    </header>
  );
}

/** Everything about one code: what it means, its passages, counts and memos, and where it changed and why. */
export function CodePage() {
  const t = useText();
  const codeId = useWorkspace((workspace) => workspace.pageCodeId);
  const code = useCodebook().byId.get(codeId ?? '');
  const wanted = useCodePageView((view) => view.face);
  const box = useRef<HTMLDivElement>(null);
  const isWide = useRoom(box) >= WIDE;
  const faces: readonly Face[] = isWide ? FACES.filter((face) => face !== 'meaning') : FACES;
  const face: Face = faces.includes(wanted) ? wanted : 'passages';
  useViewFocus(() => box.current?.querySelector<HTMLElement>('.seg [role=radio][tabindex="0"], .seg button'));
  const Beside = face === 'meaning' ? null : BESIDE[face];
  return (
    <div ref={box} className={isWide ? 'cp wide' : 'cp'}>
      {code === undefined ? null : (
        <>
          <div className="cp-head">
            <Head code={code} />
            <Segments<Face>
              label={t('codePage.face')}
              options={faces.map((value) => ({ value, label: t(`codePage.face.${value}`) }))}
              value={face}
              onChange={(next) => useCodePageView.setState({ face: next })}
            />
          </div>
          <div className="cp-body">
            {isWide || Beside === null ? (
              <div className="cp-meaning">
                <Meaning key={code.id} code={code} />
              </div>
            ) : null}
            {Beside === null ? null : (
              <div className="cp-beside">
                <Beside key={code.id} code={code} />
              </div>
            )}
          </div>
        </>
      )}
    </div>
  );
}
