import { Fragment, type ReactNode } from 'react';
import type { Block, Mark, Span } from '../../text/reading.ts';

const NOTHING: readonly Span[] = [];

/** Wraps a piece of text in one mark. A link is shown, with where it points in its title, and leads nowhere. */
function wrap(inner: ReactNode, mark: Mark): ReactNode {
  switch (mark.kind) {
    case 'emphasis':
      return <em>{inner}</em>;
    case 'strong':
      return <strong>{inner}</strong>;
    case 'strike':
      return <s>{inner}</s>;
    case 'code':
      return <code>{inner}</code>;
    case 'link':
      return (
        <span className="rd-link" title={mark.target}>
          {inner}
        </span>
      );
  }
}

/**
 * The text of a block with its marks. What stands in the page is the canonical text and nothing else, unit for unit, so
 * that a place in the one is a place in the other; marks only cut it into more nodes.
 * @param text the block's text
 */
export function Inline({
  block,
  text,
  hidden = NOTHING,
}: {
  block: Block;
  text: string;
  /** Stretches that are there and not shown: of words that a printed line broke. */
  hidden?: readonly Span[];
}) {
  const marks = block.marks ?? [];
  if (marks.length === 0 && hidden.length === 0) return text;
  const edges = [block.start, block.end, ...[...marks, ...hidden].flatMap(({ start, end }) => [start, end])]
    .filter((edge) => edge >= block.start && edge <= block.end)
    .sort((a, b) => a - b);
  return (
    <>
      {edges.map((from, index) => {
        const to = edges[index + 1];
        if (to === undefined || to === from) return null;
        const around = marks.filter(({ start, end }) => start <= from && to <= end);
        const words = text.slice(from - block.start, to - block.start);
        const isHidden = hidden.some(({ start, end }) => start <= from && to <= end);
        const piece: ReactNode = isHidden ? <span className="rd-hidden">{words}</span> : words;
        return <Fragment key={from}>{around.reduce(wrap, piece)}</Fragment>;
      })}
    </>
  );
}
