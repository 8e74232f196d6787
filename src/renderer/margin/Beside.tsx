import { useText } from '../messages/intl.tsx';
import type { StripeBox } from '../reader/geometry.ts';
import { showPassage } from '../reader/move.ts';
import { type Codebook, nameOf, styleOf } from '../reader/useCodebook.ts';
import { countWords } from '../reader/words.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { placeLabels, type Wanted } from './labels.ts';
import type { Coders } from './useCoders.ts';

/** Measures of the margin in px: where lanes begin and how wide they are, how many there are, and the height of a name. */
const FIRST_LANE = 12;
const LANE = 6;
const LANES = 6;
const NAME = 18;
/** Where leaders bend and end. */
const BEND = 50;
const END = 56;

const laneX = (lane: number) => FIRST_LANE + Math.min(lane, LANES - 1) * LANE;

/** The hairline from a stripe to its name. */
function Leader({ box, y, codebook }: { box: StripeBox; y: number; codebook: Codebook }) {
  const from = Math.round(box.top + 3 + NAME / 2) + 0.5;
  const to = Math.round(y + NAME / 2) + 0.5;
  const bend = from === to ? '' : `H${BEND - 10}L${BEND} ${to}`;
  return (
    <path
      d={`M${laneX(box.stripe.lane) + 4} ${from}${bend}H${END}`}
      style={styleOf(codebook, box.stripe.codeId)}
    />
  );
}

function useSelected(box: StripeBox): boolean {
  return useWorkspace(
    ({ selection }) => selection?.kind === 'passage' && box.stripe.passageIds.includes(selection.passageId),
  );
}

function show(box: StripeBox): void {
  const [passageId] = box.stripe.passageIds;
  if (passageId !== undefined) showPassage(passageId, false);
}

/** The bar beside the lines a code lies on. It takes the mouse only; its name is the button for keys. */
function Bar({ box, height, codebook }: { box: StripeBox; height: number; codebook: Codebook }) {
  const selected = useSelected(box);
  const top = box.begins ? box.top : 0;
  const bottom = box.ends ? box.bottom : height;
  return (
    <button
      type="button"
      aria-hidden="true"
      tabIndex={-1}
      className={`mg-bar${selected ? ' is-on' : ''}${box.begins ? ' begins' : ''}${box.ends ? ' ends' : ''}`}
      style={{
        ...styleOf(codebook, box.stripe.codeId),
        insetInlineStart: laneX(box.stripe.lane),
        insetBlockStart: top,
        blockSize: bottom - top,
      }}
      onClick={() => show(box)}
    />
  );
}

function Name({
  box,
  y,
  codebook,
  coders,
  stop,
}: {
  box: StripeBox;
  y: number;
  codebook: Codebook;
  coders: Coders;
  stop: boolean;
}) {
  const t = useText();
  const selected = useSelected(box);
  const reading = useReader((state) => state.reading);
  const { codeId, coderIds, start, end } = box.stripe;
  const name = codeId === null ? t('margin.comment') : nameOf(codebook, codeId);
  const words = countWords(reading?.loaded.text.slice(start, end) ?? '', reading?.language ?? 'und');
  const people = coderIds.map(coders.nameOf).join(', ');
  return (
    <li style={{ insetBlockStart: y }} className="mg-label">
      <button
        type="button"
        tabIndex={stop ? 0 : -1}
        className={`mg-name${selected ? ' is-on' : ''}${codeId === null ? ' note' : ''}`}
        style={styleOf(codebook, codeId)}
        aria-label={t(people === '' ? 'margin.plain' : 'margin.name', { name, words, people })}
        aria-pressed={selected}
        onClick={() => show(box)}
      >
        <bdi className="clip">{name}</bdi>
        {coders.several ? <span className="coder">{coderIds.map(coders.initialsOf).join(' ')}</span> : null}
      </button>
    </li>
  );
}

/**
 * What stands beside one row: bars for every code that lies on it, names for those that begin in it. Names stay within
 * their row's height; what does not fit is counted.
 */
export function Beside({
  boxes,
  height,
  codebook,
  coders,
  stop,
}: {
  boxes: readonly StripeBox[];
  /** Height of the row, px. */
  height: number;
  codebook: Codebook;
  coders: Coders;
  stop: string | undefined;
}) {
  const t = useText();
  const begun = boxes
    .filter(({ begins }) => begins)
    .sort((a, b) => a.top - b.top || a.stripe.start - b.stripe.start || a.stripe.lane - b.stripe.lane);
  const byKey = new Map(begun.map((box) => [box.stripe.key, box]));
  const wanted: Wanted[] = begun.map((box) => ({ key: box.stripe.key, y: box.top + 3 }));
  const { placed, folded, foldY } = placeLabels(wanted, NAME, height);
  return (
    <>
      {boxes
        .filter(({ stripe }) => stripe.lane < LANES)
        .map((box) => (
          <Bar key={box.stripe.key} box={box} height={height} codebook={codebook} />
        ))}
      <svg className="mg-leads" aria-hidden="true">
        {placed.map(({ key, y }) => {
          const box = byKey.get(key);
          return box === undefined ? null : <Leader key={key} box={box} y={y} codebook={codebook} />;
        })}
      </svg>
      <ul className="mg-names">
        {placed.map(({ key, y }) => {
          const box = byKey.get(key);
          if (box === undefined) return null;
          return <Name key={key} box={box} y={y} codebook={codebook} coders={coders} stop={key === stop} />;
        })}
        {folded === 0 ? null : (
          <li className="mg-label mg-more" style={{ insetBlockStart: foldY }}>
            {t('margin.more', { count: folded })}
          </li>
        )}
      </ul>
    </>
  );
}
