import type { MergeAnswers, MergeCode, MergeDifference } from '../../../../contract/codebook-exchange.ts';

/** What differs, as it is told: without what an answer names it by. */
export type Differing = Omit<MergeDifference, 'key' | 'code'> & {
  /** Null for what is at the top of the codebook. */
  readonly id: string | null;
};

/**
 * Says that something differs.
 * @param isTaken whether only the file changed it
 * @returns whether theirs is taken
 */
export type Decide = (what: Differing, isTaken: boolean) => boolean;

/** What was decided so far. */
export interface Decided {
  readonly decide: Decide;
  readonly changed: MergeDifference[];
  readonly conflicts: MergeDifference[];
  /** @returns how many conflicts nobody answered */
  readonly open: () => number;
}

/**
 * Begins to decide between two codebooks.
 * @param refer says which code an id is
 */
export function deciding(answers: MergeAnswers, refer: (id: string) => MergeCode): Decided {
  const changed: MergeDifference[] = [];
  const conflicts: MergeDifference[] = [];
  const answerTo = ({ key }: MergeDifference) => answers.fields[key];
  return {
    changed,
    conflicts,
    open: () => conflicts.filter((conflict) => answerTo(conflict) === undefined).length,
    decide: ({ id, ...what }, isTaken) => {
      const language = what.language === undefined || what.language === '' ? '' : ` ${what.language}`;
      const key = `${id ?? 'top'} ${what.field}${language}`;
      const difference = { key, code: id === null ? null : refer(id), ...what };
      (isTaken ? changed : conflicts).push(difference);
      return isTaken || (answerTo(difference) ?? answers.prefer) === 'theirs';
    },
  };
}
