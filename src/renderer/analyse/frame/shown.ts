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

/** What stands in a cell; null is what is not known, and empty in a file. */
export type ShownCell = string | number | null;

/** Lists the passages behind a row. @param focus whether the list takes the focus: it does for Enter, not for a click */
export type OpenRow = (focus: boolean) => void;

/** A row of a picture's table. */
export interface ShownRow {
  /** In the order of the columns. */
  readonly cells: readonly ShownCell[];
  readonly open?: OpenRow;
}

/** The numbers of a picture. A large project has millions of rows, so that none is put together before it is looked at. */
export interface ShownTable {
  readonly columns: readonly ShownColumn[];
  /** How many rows there are. */
  readonly count: number;
  /** @param place of a row, from 0; @returns what stands in it, in the order of the columns */
  readonly cells: (place: number) => readonly ShownCell[];
  /** @param place of a row, from 0; @returns what opens it, where it can be opened */
  readonly open: (place: number) => OpenRow | undefined;
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
