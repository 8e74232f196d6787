import { Fragment, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import { useViewFocus } from '../app/useViewFocus.ts';
import { useCommands } from '../commands/useCommands.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { Bar } from './Bar.tsx';
import { Bridge } from './Bridge.tsx';
import { PAIR_COMMANDS } from './commands.ts';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import { Pane } from './Pane.tsx';
import type { Tuple } from './pairs.ts';
import { bringUp, createPanes, takeAlong } from './panes.ts';
import { useShownPairs } from './shown.ts';
import { useAim } from './useAim.ts';
import type { Columns } from './useColumns.ts';
import { usePlace } from './usePlace.ts';
import { useParallel } from './view.ts';

const NONE: Tuple = [];

/** Tells commands what stands side by side, and keeps the present pair among those there are. */
function useShown(documents: readonly DocumentRow[], tuples: readonly Tuple[]): void {
  useLayoutEffect(() => {
    useShownPairs.setState({ documents, tuples });
    useParallel.setState(({ at }) => ({ at: Math.max(0, Math.min(at, tuples.length - 1)) }));
    return () => useShownPairs.setState({ documents: [], tuples: [] });
  }, [documents, tuples]);
}

/** The documents side by side, joined by what carries the same code, and the note on the present pair. */
export function Reading({
  documents,
  stripes,
  isKnown,
  shared,
  codeId,
  tuples,
  codebook,
}: Omit<Columns, 'documents'> & { documents: readonly DocumentRow[]; codebook: Codebook }) {
  useCommands(PAIR_COMMANDS);
  useShown(documents, tuples);
  const { at, asked, pane, sync } = useParallel();
  const panes = useMemo(createPanes, []);
  const tuple = tuples[at] ?? NONE;
  const latest = useRef({ tuple, tuples, sync });
  useLayoutEffect(() => {
    latest.current = { tuple, tuples, sync };
  });
  // What is asked for is brought into sight in all panes; a text that comes later does so itself, when it is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is brought up depends on these, though it names none of them
  useEffect(() => {
    panes.leader = null;
    for (const [number, stripe] of latest.current.tuple.entries())
      if (stripe !== null) bringUp(panes, number, stripe);
  }, [panes, asked, codeId]);
  useAim(panes, stripes, shared, isKnown);
  useViewFocus(() => document.querySelectorAll<HTMLElement>('.sbs-pane')[pane]);
  usePlace(documents, tuple, nameOf(codebook, codeId));
  const counts = shared.find((each) => each.codeId === codeId)?.counts ?? [];
  const columns = documents.map(() => 'minmax(0, 1fr)').join(' var(--sbs-gap) ');
  return (
    <>
      <Bar shared={shared} codeId={codeId} total={tuples.length} codebook={codebook} />
      <div className="sbs-heads" style={{ gridTemplateColumns: columns }}>
        {documents.map((document, number) => (
          <Head
            key={document.id}
            document={document}
            number={number}
            lacking={tuple[number] === null ? (counts[number] ?? 0) : null}
          />
        ))}
      </div>
      <div className="pane-b sbs" style={{ gridTemplateColumns: columns }}>
        {documents.map((document, number) => (
          <Fragment key={document.id}>
            {number === 0 ? null : (
              <Bridge
                panes={panes}
                number={number - 1}
                from={stripes[number - 1] ?? []}
                to={stripes[number] ?? []}
                codeId={codeId}
                codebook={codebook}
              />
            )}
            <Pane
              document={document}
              number={number}
              of={documents.length}
              stripes={stripes[number] ?? []}
              present={tuple[number] ?? null}
              codebook={codebook}
              panes={panes}
              onScroll={() => takeAlong(panes, latest.current.sync, latest.current.tuples)}
              onReady={() => {
                const stripe = latest.current.tuple[number];
                if (stripe) bringUp(panes, number, stripe);
              }}
            />
          </Fragment>
        ))}
      </div>
      <Foot documents={documents} tuple={tuple} pane={pane} code={nameOf(codebook, codeId)} />
    </>
  );
}
