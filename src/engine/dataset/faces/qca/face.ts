import { csvOf } from '../../csv.ts';
import type { Face, FaceFile } from '../face.ts';
import { CASES, CONDITIONS, caseRows, conditionRows, measured } from './csv.ts';
import { readmeOf } from './readme.ts';
import { completeIn, crispOf, qcaTableOf } from './table.ts';

/** Cases by conditions for Qualitative Comparative Analysis. Nothing is calibrated and nothing solved. */
export const QCA: Face = {
  format: 'qca',
  about: 'Cases by conditions for Qualitative Comparative Analysis, uncalibrated: R’s QCA, fsQCA, Tosmana.',
  isSingle: false,
  tables: null,
  *files(frame, { onStep }): Generator<FaceFile, void> {
    const table = qcaTableOf(frame, () => onStep?.());
    const { cases, conditions } = table;
    const crisp = crispOf(table);
    const complete = completeIn(cases, crisp);
    const all = () => cases.length;
    yield { path: 'README.md', content: [readmeOf(frame, table)] };
    yield { path: 'presence.csv', content: measured(cases, crisp, 'presence'), rows: all };
    yield { path: 'count.csv', content: measured(cases, conditions, 'count'), rows: all };
    yield { path: 'share.csv', content: measured(cases, conditions, 'share'), rows: all };
    yield {
      path: 'tosmana.csv',
      content: measured(cases, crisp, 'presence', complete),
      rows: () => complete.filter(Boolean).length,
    };
    yield {
      path: 'conditions.csv',
      content: csvOf(CONDITIONS, conditionRows(table)),
      rows: () => conditions.length,
    };
    yield { path: 'cases.csv', content: csvOf(CASES, caseRows(table, crisp)), rows: all };
  },
};
