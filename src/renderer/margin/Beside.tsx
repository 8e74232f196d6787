import { useText } from '../messages/intl.tsx';
import type { StripeBox } from '../reader/geometry.ts';
import { type Codebook, styleOf } from '../reader/useCodebook.ts';
import { placeLabels, type Wanted } from './labels.ts';
import { Name, Note, showStripe, useComments, useIsSelected } from './Name.tsx';
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

/** The bar beside the lines a code lies on. It takes the mouse only; its name is the button for keys. */
function Bar({ box, height, codebook }: { box: StripeBox; height: number; codebook: Codebook }) {
  const selected = useIsSelected(box);
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
      onClick={() => showStripe(box)}
    />
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
  const comments = useComments();
  const byKey = new Map(begun.map((box) => [box.stripe.key, box]));
  const notes = new Map<string, string>();
  const wanted: Wanted[] = begun.flatMap(({ stripe, top }) => {
    const label = { key: stripe.key, y: top + 3 };
    const comment = comments(stripe.passageIds);
    // A comment stands once, under the first name of its passage; without a name it is the name.
    if (comment === null || stripe.codeId === null || [...notes.values()].includes(comment)) return [label];
    notes.set(`${stripe.key} note`, comment);
    return [label, { key: `${stripe.key} note`, y: label.y }];
  });
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
          if (box === undefined) return <Note key={key} y={y} comment={notes.get(key) ?? ''} />;
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
