import type { ExchangedMemo } from '../model.ts';
import type { QualCoderProject } from './project.ts';

/** @returns journals as memos of the project, and bibliographic data of sources as memos of their documents */
export function* projectMemos(
  project: QualCoderProject,
  documents: ReadonlyMap<number, string>,
): Generator<ExchangedMemo> {
  for (const row of project.file.rows('journal', ['name', 'jentry', 'date', 'owner'], { order: ['date'] })) {
    const title = row.text('name');
    const id = project.id('journal', title);
    yield { id, title, body: row.text('jentry'), about: { kind: 'project' }, ...project.made(row) };
  }
  const references = new Map<number, string[]>();
  for (const row of project.file.rows('ris', ['risid', 'longtag', 'tag', 'value'])) {
    const number = row.whole('risid') ?? Number.NaN;
    const line = `${row.text('longtag') || row.text('tag')}: ${row.text('value')}`;
    const lines = references.get(number);
    if (lines) lines.push(line);
    else references.set(number, [line]);
  }
  if (references.size === 0) return;
  for (const row of project.file.rows('source', ['id', 'name', 'risid'])) {
    const lines = references.get(row.whole('risid') ?? Number.NaN);
    const document = documents.get(row.whole('id') ?? Number.NaN);
    if (!lines || !document) continue;
    project.say('kept', 'The bibliographic reference of a text was kept as a memo.', row.text('name'));
    const id = project.id('reference', row.text('name'));
    yield { id, title: 'Reference', body: lines.join('\n'), about: { kind: 'document', id: document } };
  }
}

/** Says what QualCoder keeps that has no place here. */
export function leftovers(project: QualCoderProject): void {
  for (const row of project.file.rows('graph', ['name']))
    project.say('left', 'Graphs are drawings of QualCoder and were left there.', row.text('name'));
  for (const row of project.file.rows('stored_sql', ['title']))
    project.say(
      'left',
      'Stored queries are for the database of QualCoder and were left there.',
      row.text('title'),
    );
}
