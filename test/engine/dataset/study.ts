import { createCode, updateCode } from '../../../src/engine/codebook/write.ts';
import { commentPassage } from '../../../src/engine/passages/write.ts';
import { idBytes, idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { ANNA, newProject } from '../kit/project.ts';
import { addCases, addConsensus, addRegion, coexist, newVersion } from './irregular.ts';
import { addMarkdown, apply, as, BEN, readText, review } from './work.ts';

/** Emoji (flags, families), combining marks, Chinese, Arabic and mathematical letters stand before what is coded. */
export const US =
  '# Plan 🇺🇸\n\nWe will 👩‍👩‍👧 lead in safety research and invest.\n\n## Part — é\n\n- lead in safety\n\n\f\n\nA second page: 𝒜 risk to rights, =SUM(A1) and more 🙂 rights.';
export const CHINA = '# 行动计划\n\n我们将推动安全治理。𠮷野家的风险。\n\n权利与发展。';
export const EU = '# Plan\n\nDroits… مرحبا بالعالم safety Zoë̈ rights\n\n-1 is a number; safety again.';
export const ALONE = 'Nobody owns this text about safety. It has rights.';

/** Every beginning that is escaped. */
export const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', "'"];

export interface Study {
  readonly project: Project;
  readonly documents: Readonly<Record<'us' | 'china' | 'eu' | 'alone' | 'revised', string>>;
  readonly codes: Readonly<Record<'group' | 'safety' | 'rights' | 'growth' | 'unused', string>>;
  readonly ben: string;
}

/**
 * A small study with everything that is easily got wrong: two coders and a consensus, overlapping and coexisting passages,
 * a document in two cases and one in none, a case without documents, a stale review, a new version, lost and region passages.
 */
export async function newStudy(): Promise<Study> {
  const project = await newProject();
  const documents = {
    us: addMarkdown(project, 'us', 'America, "first"', US),
    china: addMarkdown(project, 'china', '=全球行动计划', CHINA),
    eu: addMarkdown(project, 'eu', '@Europe', EU),
    alone: addMarkdown(project, 'alone', "'Alone", ALONE),
    revised: addMarkdown(project, 'revised', 'Revised', 'Old safety text.'),
  };
  addCases(project, [
    ['United States', [documents.us]],
    ['G7', [documents.eu, documents.us]],
    ['-China', [documents.china]],
    ['Revised', [documents.revised]],
    ['No documents', []],
  ]);
  const make = (name: string, parentId: string | null, more = {}) =>
    createCode(project, { name, parentId, ...more }).result;
  const group = make('Values / aims', null, { codable: false });
  const codes = {
    group,
    safety: make('=Safety', group, { definition: '-1 < safety\r\n"quoted", and more', useWhen: '+always' }),
    rights: make('Rights', group, { definition: 'first', example: "'tis" }),
    growth: make('NA', null, { useNotWhen: '\tnever', example: '\rreturned' }),
    unused: make('𝒰nused', group),
  };
  codeAll(project, documents, codes);
  return { project, documents, codes, ben: idText(BEN.id) };
}

function codeAll(project: Project, documents: Study['documents'], codes: Study['codes']): void {
  const { us, china, eu, alone, revised } = documents;
  const { safety, rights, growth } = codes;
  apply(project, ANNA, us, US, 'lead in safety research', [safety, rights], 80);
  apply(project, ANNA, us, US, 'safety research and invest', [safety]);
  apply(project, ANNA, us, US, '=SUM(A1)', [growth]);
  apply(project, BEN, us, US, 'lead in safety research', [safety]);
  apply(project, BEN, us, US, '𝒜 risk to rights', [rights], 0);
  apply(project, ANNA, china, CHINA, '安全治理。𠮷野', [safety]);
  apply(project, BEN, eu, EU, '-1 is a number', [growth]);
  apply(project, BEN, eu, EU, 'ë̈', [rights]);
  const commented = apply(project, ANNA, alone, ALONE, 'safety. It', [safety]);
  commentPassage(project, commented, '\ta comment\n"on" it,\rwith everything');
  const lost = apply(project, ANNA, alone, ALONE, 'rights.', [rights]);
  as(project, ANNA, (writing) => {
    writing.db.run(sql`UPDATE anchors SET status = 'lost' WHERE passage_id = ${idBytes(lost)}`);
    addRegion(writing, alone, growth);
    const start = readText(US).indexOf('lead in safety research');
    coexist(writing, us, { start, end: start + 'lead in safety research'.length }, safety);
  });
  const old = apply(project, BEN, revised, 'Old safety text.', 'safety', [safety]);
  review(project, BEN, revised, [safety, rights]);
  newVersion(project, revised, old, 'New text: 🙂 safety first.', 'safety first');
  review(project, ANNA, us, [safety, growth, rights]);
  review(project, ANNA, eu, [safety, growth, rights]);
  review(project, BEN, us, [growth]);
  review(project, ANNA, china, [rights, growth]);
  review(project, ANNA, alone, [growth, rights]);
  updateCode(project, rights, { definition: "'second" });
  review(project, BEN, china, [rights]);
  addConsensus(project, us, safety);
}
