import { type KeyboardEvent, useState } from 'react';
import { Button, GridList, GridListItem } from 'react-aria-components';
import { useText } from '../../messages/intl.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { InContext } from './InContext.tsx';
import { type Part, type Piece, partName, type Shares, STAYS, send, shareOf, turn } from './parts.ts';

/** Height of a row, px: two lines of a quote and where it stands. */
const HEIGHT = 72;

/** Keys for the first nine parts; others are reached by the arrows. */
const KEYS = 9;

function PieceRow({
  piece: { codingId, row },
  parts,
  share,
  onSend,
}: {
  piece: Piece;
  parts: readonly Part[];
  share: readonly number[];
  onSend: (number: number, adds: boolean) => void;
}) {
  const t = useText();
  const words = row.line === '' ? t('codebook.split.part') : row.line;
  const names = share.map((number) =>
    number === STAYS ? t('codebook.split.stays') : partName(parts[number - 1] ?? { name: '' }),
  );
  const lang = row.language === 'und' ? {} : { lang: row.language };
  return (
    <GridListItem
      id={codingId}
      textValue={t('codebook.split.row', { quote: words, to: names.join(', ') })}
      className="piece"
    >
      <div className="piece-words">
        <q className="quote" dir="auto" {...lang}>
          {words}
        </q>
        <span className="faint small clip">
          <bdi>{row.documentTitle}</bdi>
        </span>
      </div>
      <div className="piece-to">
        {[STAYS, ...parts.map((_, index) => index + 1)].map((number) => (
          <Button
            key={number}
            excludeFromTabOrder
            className={share.includes(number) ? 'to is-on' : 'to'}
            aria-pressed={share.includes(number)}
            aria-label={
              number === STAYS
                ? t('codebook.split.stays')
                : t('codebook.split.to', { number, name: partName(parts[number - 1] ?? { name: '' }) })
            }
            onPress={({ shiftKey, ctrlKey, metaKey }) => onSend(number, shiftKey || ctrlKey || metaKey)}
          >
            {number === STAYS ? '–' : number}
          </Button>
        ))}
      </div>
    </GridListItem>
  );
}

/**
 * The passages of a code that is split. A number key sends the row that has the focus, or all chosen rows, to that part; with
 * Shift it goes there as well; 0 lets it stay; left and right go through the parts. Enter shows it in its text.
 */
export function Pieces({
  pieces,
  parts,
  shares,
  onChange,
  onOpen,
}: {
  pieces: readonly Piece[];
  parts: readonly Part[];
  shares: Shares;
  onChange: (shares: Shares) => void;
  /** Shows a passage in its text. */
  onOpen: (piece: Piece) => void;
}) {
  const t = useText();
  /** The passage that is shown with what stands around it: that of the row which has the focus, or was pressed. */
  const [shown, setShown] = useState(pieces[0]?.codingId);
  const inContext = pieces.find(({ codingId }) => codingId === shown);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** The rows that a key or press is about: all chosen ones, where it is one of them. */
  const about = (id: string) => (chosen.has(id) ? [...chosen] : [id]);
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const { target, code, key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const id = keyAt(target);
    if (id === undefined || ctrlKey || metaKey || altKey) return;
    // With Shift, the key above the letters writes a sign; which key it is, its code says.
    const digit = Number(
      /^[0-9]$/.exec(key)?.[0] ?? /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? Number.NaN,
    );
    if (digit <= Math.min(KEYS, parts.length)) onChange(send(shares, about(id), digit, shiftKey));
    else if (key === 'ArrowRight' && !shiftKey) onChange(turn(shares, about(id), 1, parts.length));
    else if (key === 'ArrowLeft' && !shiftKey) onChange(turn(shares, about(id), -1, parts.length));
    else if (key === 'Enter') {
      const piece = pieces.find(({ codingId }) => codingId === id);
      if (piece !== undefined) onOpen(piece);
    } else if (Number.isNaN(digit)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The list inside has the focus; this hears its keys first.
    <div
      onKeyDownCapture={onKeyDownCapture}
      onFocusCapture={({ target }) => setShown((before) => keyAt(target) ?? before)}
    >
      <div className="pieces">
        <Rows height={HEIGHT}>
          <GridList
            aria-label={t('codebook.split.pieces')}
            className="rows"
            selectionMode="multiple"
            selectedKeys={chosen}
            onSelectionChange={(next) =>
              setChosen(
                new Set(next === 'all' ? pieces.map(({ codingId }) => codingId) : [...next].map(String)),
              )
            }
            items={pieces.map((piece) => ({ id: piece.codingId, ...piece }))}
            dependencies={[parts, shares, chosen]}
          >
            {(piece) => (
              <PieceRow
                piece={piece}
                parts={parts}
                share={shareOf(shares, piece.codingId)}
                onSend={(number, adds) => onChange(send(shares, about(piece.codingId), number, adds))}
              />
            )}
          </GridList>
        </Rows>
      </div>
      {inContext === undefined ? null : <InContext piece={inContext} onOpen={() => onOpen(inContext)} />}
    </div>
  );
}

/** @returns the key of the row that something is in */
const keyAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
