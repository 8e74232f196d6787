import type { ExchangedCase, ExchangedCode, ExchangedValue, Remark } from './model.ts';
import type { ForeignRow } from './sqlite/row.ts';

/** What a reader of a project is asked for. */
interface Around {
  id(kind: string, ...keys: readonly string[]): string;
  say(what: Remark['what'], message: string, subject: string): void;
}

interface OneCase {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly memo: string;
}

/** A part of a file that belongs to a case. */
export interface CasePart {
  readonly row: ForeignRow;
  /** The code that stands for the case, since here a case has whole documents only. */
  readonly code: string;
}

/** The cases of another program, and which files, or which parts of files, belong to each. */
export class CaseLinks {
  readonly #around: Around;
  readonly #cases = new Map<number, OneCase>();
  readonly #files = new Map<number, Set<number>>();
  readonly #parts = new Map<number, CasePart[]>();
  readonly #inParts = new Map<number, OneCase>();

  constructor(around: Around) {
    this.#around = around;
  }

  /** Adds a case, under the number that the file gives it. */
  add(number: number | null, name: string, memo: string): void {
    if (number === null) return;
    this.#cases.set(number, { number, id: this.#around.id('case', name), name, memo });
  }

  /**
   * @param owner number of the case
   * @param file number of the file
   * @param row what is said of the link; null where the case has the whole file
   */
  link(owner: number | null, file: number | null, row: ForeignRow | null): void {
    const found = this.#cases.get(owner ?? Number.NaN);
    if (!found || file === null) {
      this.#around.say('left', 'Something is said to belong to a case or a file that is not listed.', '');
      return;
    }
    const files = this.#files.get(found.number) ?? new Set();
    this.#files.set(found.number, files.add(file));
    if (!row) return;
    const parts = this.#parts.get(file) ?? [];
    parts.push({ row, code: this.#codeOf(found) });
    this.#parts.set(file, parts);
    this.#inParts.set(found.number, found);
    this.#around.say(
      'kept',
      'A case has a part of a file only: it has the document here, and the part is coded with the name of the case.',
      found.name,
    );
  }

  #codeOf({ name }: OneCase): string {
    return this.#around.id('code of a case', name);
  }

  /** @returns a group “Cases” with a code for each case that has parts of files; none where no case has */
  codes(): ExchangedCode[] {
    if (this.#inParts.size === 0) return [];
    const group = this.#around.id('code of a case');
    return [
      { id: group, parentId: null, name: 'Cases', codable: false },
      ...[...this.#inParts.values()].map((one) => ({
        id: this.#codeOf(one),
        parentId: group,
        name: one.name,
        definition: one.memo,
      })),
    ];
  }

  /** @returns the parts of a file that belong to cases */
  partsOf(file: number): readonly CasePart[] {
    return this.#parts.get(file) ?? [];
  }

  /**
   * @param documents ids of what became documents, by the number of the file
   * @param valuesOf the values of a case, by its number
   */
  *pieces(
    documents: ReadonlyMap<number, string>,
    valuesOf: (number: number) => readonly ExchangedValue[],
  ): Generator<ExchangedCase> {
    for (const { number, id, name, memo } of this.#cases.values()) {
      const files = [...(this.#files.get(number) ?? [])];
      if (files.some((file) => !documents.has(file)))
        this.#around.say('left', 'A case has a file that did not become a document.', name);
      yield {
        id,
        name,
        description: memo,
        documents: files.flatMap((file) => documents.get(file) ?? []),
        values: valuesOf(number),
      };
    }
  }
}
