import { type JSX, useId } from 'react';
import type { Block, Span } from '../../text/reading.ts';
import { useText } from '../messages/intl.tsx';
import { Inline } from './Inline.tsx';

/** An ordered item brings its number in its text, a task its box, a printed one its bullet; only others are given one. */
const ENUMERATED = /^(?:\(?(?:\d{1,9}|\p{L}|[ivxl]{1,6})[.)]|\[[ x]\]|[-*•●▪■◦○‣–—·])(?:\s|$)/u;

/** Deeper lists and quotes are not set in further: the measure would be gone. */
const DEEPEST = 5;

function elementOf(block: Block): keyof JSX.IntrinsicElements {
  if (block.kind === 'heading') return `h${Math.min(6, (block.level ?? 1) + 2)}` as 'h3';
  if (block.kind === 'code') return 'pre';
  return 'p';
}

function classOf(block: Block, text: string): string {
  const depth =
    block.kind === 'list_item' || block.kind === 'quote' ? Math.min(DEEPEST, block.level ?? 1) : 0;
  const level = block.kind === 'heading' ? `level-${block.level ?? 1}` : `depth-${depth}`;
  const bullet = block.kind === 'list_item' && !ENUMERATED.test(text) ? 'bullet' : '';
  const head = block.cell?.row === 0 ? 'head' : '';
  return ['rd-text', block.kind, level, bullet, head].filter(Boolean).join(' ');
}

export interface BlockViewProps {
  readonly block: Block;
  /** Number of the block from 0; people see it from 1. */
  readonly index: number;
  readonly text: string;
  /** Stretches of it that are not shown: of words that a printed line broke. */
  readonly hidden: readonly Span[];
  /** What is printed on the page that begins with it as its number; null where none does. */
  readonly pageLabel: string | null;
  /** Whether it is one of the present paragraphs, and the one that the focus goes to. */
  readonly current: boolean;
  readonly head: boolean;
  /** The codes on it, in words, for assistive technology; empty for none. */
  readonly about: string;
}

/**
 * One block of the text with its number in the gutter. The text element holds the canonical text only (`data-start`
 * says from which offset); it takes the focus, so that every paragraph can be reached and read without a mouse.
 */
export function BlockView({ block, index, text, hidden, pageLabel, current, head, about }: BlockViewProps) {
  const t = useText();
  // The same paragraph may stand on the page twice, in two panes.
  const id = useId();
  if (block.kind === 'page_break') {
    return <hr className="rd-break" aria-label={t('reader.pageBreak')} />;
  }
  const Element = elementOf(block) as 'p';
  const description = about === '' ? undefined : id;
  return (
    <div className={current ? 'rd-block is-cur' : 'rd-block'} data-block={index}>
      {(block.cell?.column ?? 0) > 0 ? null : (
        <span className="pn num" aria-hidden="true">
          {index + 1}
          {pageLabel === null ? null : (
            <span className="pn-page">{t('pages.short', { label: pageLabel })}</span>
          )}
        </span>
      )}
      <Element
        className={classOf(block, text)}
        data-start={block.start}
        dir="auto"
        tabIndex={head ? 0 : -1}
        aria-describedby={description}
      >
        <Inline block={block} text={text} hidden={hidden} />
      </Element>
      {description === undefined ? null : (
        <span id={description} className="hidden-visually rd-about">
          {about}
        </span>
      )}
    </div>
  );
}
