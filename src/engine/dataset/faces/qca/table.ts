import { codesInScope, isCodeIn } from '../../../scope/codes.ts';
import { type Frame, personsOf } from '../../frame.ts';
import { jointFindingsOf } from '../../matrix/findings.ts';
import { judgeTogether } from '../../matrix/judge.ts';
import { type Unit, unitsOf } from '../../matrix/units.ts';
import { qcaAttributes } from './attributes.ts';
import { legalNames } from './names.ts';

/** A column: a code, or an attribute with numbers or truth values. */
export interface Condition {
  /** In the tables. */
  readonly name: string;
  readonly kind: 'code' | 'number' | 'boolean';
  readonly id: string;
  /** The path of the code, or the name of the attribute. */
  readonly label: string;
  readonly about: string;
  /** In how many cases coders contradict each other about it. */
  readonly disputed: number;
  /** A value for each case; null where nothing is known: never a zero. */
  readonly presence: readonly (number | null)[];
  /** Distinct places with the code, or the number. */
  readonly count: readonly (number | null)[];
  /** The share of the case's words, or the number. */
  readonly share: readonly (number | null)[];
}

/** A row. */
export interface QcaCase {
  readonly name: string;
  readonly unit: Unit;
}

/** Cases by conditions, uncalibrated. Whatever nobody judged in any case is no condition. */
export interface QcaTable {
  readonly cases: readonly QcaCase[];
  readonly conditions: readonly Condition[];
  /** Paths of the codes in scope that nobody judged in any case. */
  readonly unjudged: readonly string[];
}

type Draft = Omit<Condition, 'name'> & { readonly title: string };

/** @param onCase told after each case */
export function qcaTableOf(frame: Frame, onCase: () => void): QcaTable {
  const units = unitsOf(frame);
  const { codes, unjudged } = codeDrafts(frame, units, onCase);
  const drafts = [...codes, ...attributeDrafts(frame, units)];
  const names = legalNames(
    drafts.map(({ title }) => title),
    { letter: 'C', isUpper: true, most: 16 },
  );
  const caseNames = legalNames(
    units.map(({ name }) => name),
    { letter: 'K', isUpper: false, most: 24 },
  );
  return {
    cases: units.map((unit, index) => ({ unit, name: caseNames[index] ?? '' })),
    conditions: drafts.map((draft, index) => ({ ...draft, name: names[index] ?? '' })),
    unjudged,
  };
}

function codeDrafts(frame: Frame, units: readonly Unit[], onCase: () => void) {
  const asked = codesInScope(frame.part.narrowing.resolved);
  const known = [...frame.codes.values()].filter(({ node }) => isCodeIn(asked, node.id));
  const drafts = known.map(({ node, path }) => ({
    kind: 'code' as const,
    id: node.id,
    title: node.name,
    label: path,
    about: node.definition,
    disputed: 0,
    presence: [] as (number | null)[],
    count: [] as (number | null)[],
    share: [] as (number | null)[],
  }));
  const persons = personsOf(frame);
  for (const unit of units) {
    const found = jointFindingsOf(frame, unit.documents, persons);
    const all = unit.documents.reduce((sum, { words }) => sum + words, 0);
    for (const draft of drafts) {
      const finding = judgeTogether(found, draft.id);
      draft.presence.push(finding?.presence ?? null);
      draft.count.push(finding?.spans ?? null);
      draft.share.push(finding && all > 0 ? finding.words / all : null);
      if (finding?.isDisputed) draft.disputed++;
    }
    onCase();
  }
  const isJudged = ({ presence }: Draft) => presence.some((value) => value !== null);
  return {
    codes: drafts.filter(isJudged),
    unjudged: drafts.filter((draft) => !isJudged(draft)).map(({ label }) => label),
  };
}

function attributeDrafts(frame: Frame, units: readonly Unit[]): Draft[] {
  return qcaAttributes(frame).flatMap(({ id, name, about, kind, inCase }) => {
    const values = units.map(inCase);
    if (values.every((value) => value === null)) return [];
    const raw = { presence: values, count: values, share: values };
    return [{ kind, id, title: name, label: name, about, disputed: 0, ...raw }];
  });
}

/** @returns the conditions that are sets already: codes, and what is true or false; a number first has to be calibrated */
export const crispOf = ({ conditions }: QcaTable): Condition[] =>
  conditions.filter(({ kind }) => kind !== 'number');

/** @returns which cases have a value in all of the conditions */
export const completeIn = (cases: readonly QcaCase[], conditions: readonly Condition[]): boolean[] =>
  cases.map((_, index) => conditions.every(({ presence }) => presence[index] !== null));
