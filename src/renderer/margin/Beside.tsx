import type { StripeBox } from '../reader/geometry.ts';
import type { Stripe } from '../reader/stripes.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { brief } from '../reader/words.ts';
import { inspectStripe, showStripe } from './actions.ts';
import { Folded } from './Folded.tsx';
import { placeLabels, type Wanted } from './labels.ts';
import { Name, Note, type OnMenu, useIsSelected } from './Name.tsx';
import type { MarginView } from './useMarginView.ts';

/** Measures of the margin in px: where lanes begin and how wide they are, how many there are, and the height of a name. */
const FIRST_LANE = 12;
const LANE = 6;
const LANES = 6;
const NAME = 18;
/** Where leaders bend and end. */
const BEND = 50;
const END = 56;

const laneX = (lane: number) => FIRST_LANE + lane * LANE;

/** The hairline from a stripe to its name. */
function Leader({ box, y, view }: { box: StripeBox; y: number; view: MarginView }) {
  const from = Math.round(box.top + 3 + NAME / 2) + 0.5;
  const to = Math.round(y + NAME / 2) + 0.5;
  const bend = from === to ? '' : `H${BEND - 10}L${BEND} ${to}`;
  return (
    <path
      d={`M${laneX(view.lanes.get(box.stripe.key) ?? 0) + 4} ${from}${bend}H${END}`}
      style={view.styleOf(box.stripe)}
    />
  );
}

/** The bar beside the lines a code lies on. It takes the mouse only; its name is the button for keys. */
function Bar({
  box,
  height,
  codebook,
  view,
  onMenu,
}: {
  box: StripeBox;
  height: number;
  codebook: Codebook;
  view: MarginView;
  onMenu: OnMenu;
}) {
  const { stripe, begins, ends } = box;
  const selected = useIsSelected(stripe);
  const top = begins ? box.top : 0;
  const bottom = ends ? box.bottom : height;
  return (
    <button
      type="button"
      aria-hidden="true"
      tabIndex={-1}
      title={stripe.codeId === null ? brief(view.noteOf(stripe)) : nameOf(codebook, stripe.codeId)}
      className={`mg-bar${selected ? ' is-on' : ''}${begins ? ' begins' : ''}${ends ? ' ends' : ''}`}
      style={{
        ...view.styleOf(stripe),
        insetInlineStart: laneX(view.lanes.get(stripe.key) ?? 0),
        insetBlockStart: top,
        blockSize: bottom - top,
      }}
      onClick={() => showStripe(stripe)}
      onDoubleClick={() => inspectStripe(stripe)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(stripe, event.currentTarget);
      }}
    />
  );
}

/** What wants to stand beside a row: the names in their order, and under each what was written about its passage. */
function wantedOf(begun: readonly StripeBox[], view: MarginView) {
  const notes = new Map<string, string>();
  const said = new Set<string>();
  const wanted = begun.flatMap(({ stripe, top }): Wanted[] => {
    const label = { key: stripe.key, y: top + 3 };
    const note = view.noteOf(stripe);
    // A note stands once, under the first name of its passage; without a name it is the name.
    if (note === '' || stripe.codeId === null || !view.codes || said.has(note)) return [label];
    said.add(note);
    const key = `${stripe.key} note`;
    notes.set(key, note);
    return [label, { key, y: label.y, minor: true }];
  });
  return { wanted, notes };
}

/**
 * What stands beside one row: bars for every code that lies on it, names for those that begin in it. Names stay within
 * their row's height; what has no lane or does not fit is counted, and listed on request.
 */
export function Beside({
  boxes,
  height,
  codebook,
  view,
  stop,
  onMenu,
}: {
  /** Those of the stripes that are shown. */
  boxes: readonly StripeBox[];
  /** Height of the row, px. */
  height: number;
  codebook: Codebook;
  view: MarginView;
  /** Key of the stripe that Tab reaches. */
  stop: string | undefined;
  onMenu: OnMenu;
}) {
  const hasLane = ({ key }: Stripe) => (view.lanes.get(key) ?? 0) < LANES;
  const laneOf = ({ key }: Stripe) => view.lanes.get(key) ?? 0;
  const begun = boxes
    .filter(({ begins }) => begins)
    .sort((a, b) => a.top - b.top || a.stripe.start - b.stripe.start || laneOf(a.stripe) - laneOf(b.stripe));
  const named = begun.filter(({ stripe }) => hasLane(stripe));
  const byKey = new Map(named.map((box) => [box.stripe.key, box]));
  const { wanted, notes } = wantedOf(named, view);
  const without = begun.length - named.length;
  const { placed, folded, foldY } = placeLabels(wanted, NAME, height, without > 0);
  const isPlaced = placed.some(({ key }) => key === stop);
  return (
    <>
      {boxes
        .filter(({ stripe }) => hasLane(stripe))
        .map((box) => (
          <Bar
            key={box.stripe.key}
            box={box}
            height={height}
            codebook={codebook}
            view={view}
            onMenu={onMenu}
          />
        ))}
      <svg className="mg-leads" aria-hidden="true">
        {placed.map(({ key, y }) => {
          const box = byKey.get(key);
          return box === undefined ? null : <Leader key={key} box={box} y={y} view={view} />;
        })}
      </svg>
      <ul className="mg-names">
        {placed.map(({ key, y }) => {
          const stripe = byKey.get(key)?.stripe;
          if (stripe === undefined) return <Note key={key} y={y} words={notes.get(key) ?? ''} />;
          const common = { stripe, y, codebook, view, onMenu };
          return <Name key={key} {...common} stop={key === stop} />;
        })}
        {folded + without === 0 ? null : (
          <Folded
            stripes={begun.map(({ stripe }) => stripe)}
            count={folded + without}
            y={foldY}
            codebook={codebook}
            view={view}
            stop={!isPlaced && begun.some(({ stripe }) => stripe.key === stop)}
          />
        )}
      </ul>
    </>
  );
}
