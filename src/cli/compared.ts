import type { DatasetCheck } from '../engine/dataset/check/check-dataset.ts';
import { counted } from '../engine/find.ts';

type Difference = DatasetCheck['differences'][number];

/** @returns a line for people about each file that differs */
export const differenceLines = ({ differences }: DatasetCheck): string[] => differences.map(lineOf);

/** @returns the sentence that a comparison comes to */
export function comparedSentence(check: DatasetCheck, project: string): string {
  const { name, matches, compared, differences, notCompared, version } = check;
  const others =
    notCompared.length === 0
      ? ''
      : ` ${notCompared.join(', ')} ${notCompared.length === 1 ? 'was' : 'were'} not compared: Colligo ${version} wrote them.`;
  const said = matches
    ? `${name} is what ${project} gives now: ${counted(compared, 'file')} compared.`
    : `${name} is not what ${project} gives now: ${counted(differences.length, 'file')} ${differences.length === 1 ? 'differs' : 'differ'}.`;
  return said + others;
}

function lineOf({ path, kind, rows }: Difference): string {
  if (kind === 'missing') return `${path}: missing`;
  if (kind === 'extra') return `${path}: not of this dataset`;
  if (rows === null) return `${path}: changed`;
  const said = [
    ...(rows.columns ? ['other columns'] : []),
    ...(rows.missing > 0 ? [`${counted(rows.missing, 'row')} of the project not in it`] : []),
    ...(rows.extra > 0 ? [`${counted(rows.extra, 'row')} not in the project`] : []),
  ];
  return `${path}: ${said.length > 0 ? said.join(', ') : 'the same rows in another order or spelling'}`;
}
