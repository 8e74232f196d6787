/** What the commands print with --json, as far as the tests look at it. */

export interface ShownPassage {
  readonly id: string;
  readonly document: { readonly id: string; readonly key: string | null; readonly title: string };
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly section: string;
  readonly paragraph: number;
  readonly words: number;
  readonly codes: readonly {
    readonly path: string;
    readonly coder: string;
    readonly weight: number | null;
  }[];
}

export interface Passages {
  readonly total: number;
  readonly documents: number;
  readonly passages: readonly ShownPassage[];
}

export interface ShownStep {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly code: string;
  readonly label: string;
  readonly coder: { readonly id: string; readonly name: string };
  readonly undone: boolean;
}

export interface History {
  readonly steps: readonly ShownStep[];
}

export interface Written {
  readonly step: ShownStep | null;
  readonly note?: string;
}

export interface Applied extends Written {
  readonly matches: number;
  readonly applied: number;
  readonly already: number;
}

export interface Imported extends Written {
  readonly imported: number;
  readonly failed: number;
  readonly skipped: number;
  readonly files: readonly {
    readonly name: string;
    readonly state: string;
    readonly message?: string;
    readonly notices?: readonly string[];
  }[];
}

export interface Checked {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly checked: Readonly<Record<string, number>>;
}
