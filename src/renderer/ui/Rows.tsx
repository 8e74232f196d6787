import type { ReactNode } from 'react';
import { type LayoutInfo, ListLayout, Rect, Virtualizer } from 'react-aria-components';
import { useRowHeight } from '../state/rows.ts';

/**
 * Keeps what is asked of the layout within the list. The list asks for a third more than is in sight on every side, also
 * beside and above itself, and the layout compares areas to say whether it has laid out all rows: in a list little
 * longer than its pane it would take the room beside for the rows below, and End would find no last row.
 */
class RowLayout<Item> extends ListLayout<Item> {
  override getVisibleLayoutInfos(rect: Rect): LayoutInfo[] {
    const { width, height } = this.getContentSize();
    const isPoint = rect.width <= 1 || rect.height <= 1;
    const isEmpty = width === 0 || height === 0;
    if (isPoint || isEmpty) return super.getVisibleLayoutInfos(rect);
    const y = Math.max(0, rect.y);
    const inside = new Rect(0, y, width, Math.max(2, Math.min(rect.maxY, height) - y));
    return super.getVisibleLayoutInfos(inside);
  }
}

/**
 * Stands around a list or tree of which only what is in sight is on the page.
 * @param wraps whether a row may take more than its one line, so that each is measured
 * @param height of each row, px, where it is not that of other lists
 */
export function Rows({
  wraps = false,
  height: given,
  children,
}: {
  wraps?: boolean;
  height?: number;
  children: ReactNode;
}) {
  const usual = useRowHeight();
  const height = given ?? usual;
  return (
    // What was measured of a row is kept as long as its words stay the same: at another height the list begins anew.
    <Virtualizer
      key={wraps ? height : null}
      layout={RowLayout}
      layoutOptions={wraps ? { estimatedRowHeight: height } : { rowHeight: height }}
    >
      {children}
    </Virtualizer>
  );
}
