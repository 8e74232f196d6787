import type { ReportSection } from '../../contract/report.ts';
import { REPORT_SECTIONS } from '../../contract/report.ts';
import { readFrame } from '../dataset/frame.ts';
import { tallyScope } from '../scope/tally.ts';
import type { Sql } from '../store/sql.ts';
import { newestStep } from '../store/steps.ts';
import type { ReportRequest, Source } from './asked.ts';
import type { Block, Report, Section } from './model.ts';
import { Parts } from './parts.ts';
import { peopleOf } from './people.ts';
import { casesSection } from './sections/cases.ts';
import { codebookSection } from './sections/codebook.ts';
import { memosSection } from './sections/memos.ts';
import { methodSection } from './sections/method.ts';
import { picturesSection } from './sections/pictures.ts';
import { quotesSection } from './sections/quotes.ts';
import { tablesSection } from './sections/tables.ts';
import { dayOf, many, whole } from './words.ts';

const SECTIONS: Readonly<Record<ReportSection, (source: Source) => Section>> = {
  method: methodSection,
  tables: tablesSection,
  pictures: picturesSection,
  quotes: quotesSection,
  codebook: codebookSection,
  cases: casesSection,
  memos: memosSection,
};

/**
 * @param db within a read transaction, which lasts until the sections are written
 * @param signal ends what is drawn
 * @returns the report; its sections are made while they are read
 */
export function reportOf(db: Sql, asked: ReportRequest, signal?: AbortSignal): Report {
  const frame = readFrame(db, { scope: asked.scope, pseudonyms: asked.pseudonyms });
  const people = peopleOf(db, asked.pseudonyms);
  const source: Source = { frame, people, asked, parts: new Parts(db, signal) };
  const at = newestStep(db)?.at ?? '1970-01-01T00:00:00.000Z';
  const { documents, cases, codes, project } = frame;
  const words = documents.reduce((sum, document) => sum + document.words, 0);
  const coders = [...frame.coders.values()].map(({ name }) => name);
  const isAsked = (section: ReportSection) =>
    asked.sections.includes(section) && (section !== 'pictures' || asked.pictures.length > 0);
  return {
    title: project.title,
    lines: [
      `Report as of ${dayOf(at)}`,
      `${many(documents.length, 'document')} (${many(words, 'word')}), ${many(cases.length, 'case')}, ${many(codes.size, 'code')}`,
      ...(coders.length > 0 ? [`Coded by ${coders.join(', ')}`] : []),
    ],
    at,
    front: frontOf(source),
    sections: REPORT_SECTIONS.filter(isAsked).map((section) => SECTIONS[section](source)),
  };
}

function frontOf({ frame, asked }: Source): Block[] {
  const { documents, project, db } = frame;
  const tally = tallyScope(db, asked.scope);
  return [
    ...(project.description.trim() === ''
      ? []
      : [{ kind: 'paragraph', text: project.description.trim() } as const]),
    ...(frame.part.words === null
      ? []
      : [
          {
            kind: 'paragraph',
            text: `This report holds a part of the project only: ${frame.part.words} What lies outside is not counted, and its absence means nothing.`,
          } as const,
        ]),
    {
      kind: 'table',
      caption: 'Documents',
      columns: [
        { title: 'Document' },
        { title: 'Words', isNumber: true },
        { title: 'Passages', isNumber: true },
        { title: 'Codings', isNumber: true },
      ],
      rows: documents.map(({ id, title, words }) => [
        { text: title },
        { text: whole(words) },
        { text: whole(tally.get(id)?.places ?? 0) },
        { text: whole(tally.get(id)?.codings ?? 0) },
      ]),
    },
  ];
}
