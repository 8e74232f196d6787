import { CodePoints } from '../anchoring/code-points.ts';
import { CaseLinks } from '../case-links.ts';
import type { QualCoderProject } from './project.ts';

const LINK = ['caseid', 'fid', 'pos0', 'pos1', 'owner', 'date', 'memo'];

/** @returns the cases of a project with their files, and with the parts of files that they have */
export function readCases(project: QualCoderProject): CaseLinks {
  const cases = new CaseLinks(project);
  for (const row of project.file.rows('cases', ['caseid', 'name', 'memo'], { order: ['name'] }))
    cases.add(row.whole('caseid'), row.text('name'), row.text('memo'));
  const links = [...project.file.rows('case_text', LINK)];
  const lengths = links.some((row) => (row.whole('pos1') ?? 0) > 0) ? lengthsOf(project) : new Map();
  for (const row of links) {
    const file = row.whole('fid');
    // A whole file is said as 0 to its length, in some versions to one less, and one without text as nothing.
    const [start, end] = [row.whole('pos0') ?? 0, row.whole('pos1') ?? 0];
    const isWhole = end === 0 || (start <= 0 && end >= (lengths.get(file ?? Number.NaN) ?? 0) - 1);
    cases.link(row.whole('caseid'), file, isWhole ? null : row);
  }
  return cases;
}

function lengthsOf(project: QualCoderProject): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const row of project.file.rows('source', ['id', 'fulltext'])) {
    const number = row.whole('id');
    if (number !== null) lengths.set(number, new CodePoints(row.text('fulltext')).length);
  }
  return lengths;
}
