/** The room that a picture is drawn for, px. A picture may be higher: its page scrolls. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A column of a picture's table. */
export interface ShownColumn {
  readonly title: string;
  /** Whether it holds numbers: then they stand at the end, and in the reader's own way of writing them. */
  readonly numeric?: boolean;
  /** Whether its numbers are parts of 1, shown as parts of a hundred. Files get the fraction. */
  readonly percent?: boolean;
}

/** A row of a picture's table. */
export interface ShownRow {
  /** In the order of the columns; null is what is not known, and empty in a file. */
  readonly cells: readonly (string | number | null)[];
  /** Lists the passages behind the row. @param focus whether the list takes the focus: it does for Enter, not for a click */
  readonly open?: (focus: boolean) => void;
}

/** The numbers of a picture. */
export interface ShownTable {
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ShownRow[];
  /** What is written where a number is not known; nothing unless it is given. */
  readonly unknown?: string;
}

/** What a view shows in the frame: one result as a picture, as a table, and as the query that gives it. */
export interface Shown {
  readonly title: string;
  /** One sentence about what there is to see, made from the data. */
  readonly sentence: string;
  /** What the numbers count, in one or two sentences. */
  readonly counts: string;
  /**
   * Draws the picture; null where there is only a table. Elements of it with a `data-row` stand for the row of the table at that
   * place, from 0, and open it when they are pressed. A new function draws anew, so keep it (`useMemo`).
   */
  readonly draw: ((room: Room) => SVGSVGElement) | null;
  readonly table: ShownTable;
  /** The `colligo …` command that gives the same numbers, or the procedure with its input as JSON. */
  readonly query: string;
  /** What files of it are called, without an ending. */
  readonly name: string;
}
