import { PARTIAL } from '../../descriptor.ts';
import type { Frame } from '../../frame.ts';
import { type Remark, remarksOn } from './fitness.ts';
import { completeIn, crispOf, type QcaTable } from './table.ts';

const FILES = `## Files

- presence.csv: 1 where the case has the code, 0 where it was looked for and not found, empty where nobody has judged. True and false are 1 and 0. Crisp sets, but for the empty cells.
- count.csv: distinct places with the code. share.csv: the share of the words of the case that these places cover, from 0 to 1. Both hold the attributes with numbers, too. These are raw values and no memberships in sets: which value means fully in, fully out and neither is yours to say, from what is known about the cases. A share of 0.5 is not a membership of 0.5.
- tosmana.csv: the rows of presence.csv without an empty cell.
- conditions.csv and cases.csv: what each name stands for, how many cells are missing, and the identities by which the other formats are joined. Cells that would begin with = + - @ TAB CR or ' begin with one ' more.

A case is a case of the project with all its documents, or a document that belongs to none. It has a code if one of its documents has it, for any of the coders; the code is absent only if one coder looked for it in all of them, as it reads now, and nobody found it. An attribute of documents is one of the case if all its documents have the same value. Each code counts for itself, without those under it. Which column is the outcome is yours to say.

Names are letters and digits of ASCII, those of conditions in upper case: R's QCA reads a lower-case name as the absence, and - * + ~ are operators there. An empty cell is the missing value of R and fsQCA. A - would be something else (in R's QCA: it does not matter), so it is never written.
`;

const READING = `## Reading it

R, with the package QCA (the columns are examples):

    library(QCA)
    data <- read.csv("presence.csv", row.names = 1)
    data <- data[, c("A", "B", "C", "Y")]
    data <- data[complete.cases(data), ]
    table <- truthTable(data, outcome = "Y", conditions = "A, B, C", incl.cut = 0.8, show.cases = TRUE)
    minimize(table, include = "?", details = TRUE)

For fuzzy sets read share.csv or count.csv instead, and calibrate each column with calibrate() and thresholds of your own, before anything else.

fsQCA: File > Open, presence.csv (or share.csv, then Variables > Compute with calibrate). Delete the conditions that you do not use, and the cases with an empty cell.

Tosmana: import tosmana.csv, with the column CASE as the description of the cases.
`;

/** @returns the text of README.md: whether the table is fit, what its files are, how they are read */
export function readmeOf({ project, part }: Frame, table: QcaTable): string {
  const crisp = crispOf(table);
  const complete = completeIn(table.cases, crisp).filter(Boolean).length;
  const numbers = table.conditions.length - crisp.length;
  const size = `Cases: ${table.cases.length}; without a missing cell: ${complete}. Conditions: ${crisp.length}${
    numbers > 0 ? `, and ${numbers} with numbers, which have to be calibrated first` : ''
  }.`;
  return [
    `# Table for QCA: ${project.title.replace(/\s+/gu, ' ').trim()}\n`,
    ...(part.words === null ? [] : [`${PARTIAL} ${part.words}\n`]),
    `${size}\n`,
    fitness(remarksOn(table)),
    FILES,
    READING,
  ].join('\n');
}

function fitness(remarks: readonly Remark[]): string {
  const list = (weight: Remark['weight']) =>
    remarks.filter((remark) => remark.weight === weight).map(({ text }) => `- ${text}\n`);
  const [unfit, mind] = [list('unfit'), list('mind')];
  const verdict =
    unfit.length > 0
      ? `## This table is not fit for QCA as it stands\n\n${unfit.join('')}`
      : '## Is it fit for QCA?\n\nNo cell is missing, every condition varies, and there are not too many for the cases. Whether the conditions are the right ones no program can say.\n';
  return mind.length > 0 ? `${verdict}\nTo keep in mind:\n\n${mind.join('')}` : verdict;
}
