import type { ExchangeReader, Piece, ReaderContext } from '../model.ts';
import { Attributes } from './attributes.ts';
import { readCases } from './cases.ts';
import { readCodes } from './codes.ts';
import { Documents } from './documents.ts';
import { AREA, byNumber, fileAt, Media } from './media.ts';
import { findOutside } from './outside.ts';
import { QualCoderProject } from './project.ts';
import { leftovers, projectMemos } from './rest.ts';

/** Tables whose rows name who made them. */
const OWNED = [
  'code_text',
  'code_image',
  'code_av',
  'annotation',
  'case_text',
  'journal',
  'code_name',
  'source',
];

const SOURCE = ['id', 'name', 'fulltext', 'mediapath', 'memo', 'owner', 'date', 'risid'];

/**
 * Reads a project of QualCoder: the folder `name.qda`, or the `data.qda` in it. Its offsets count code points of the text
 * that it keeps (checked on real files), and each is verified by the words that the database has beside it.
 */
export const readQualCoder: ExchangeReader = async function* (path, context) {
  const project = new QualCoderProject(path);
  try {
    yield* piecesOf(project, context);
  } finally {
    project.file.close();
  }
};

async function* piecesOf(project: QualCoderProject, context: ReaderContext): AsyncGenerator<Piece> {
  const { tool, title, description } = project;
  yield { type: 'project', tool, title, description, keepsPassages: false };
  for (const name of ownersOf(project)) yield { type: 'coder', id: project.id('coder', name), name };
  yield* findOutside(project, context);
  const { codes, byNumber: known } = readCodes(project);
  const cases = readCases(project);
  for (const code of [...codes, ...cases.codes()]) yield { type: 'code', ...code };
  const attributes = new Attributes(project);
  for (const attribute of attributes.pieces) yield { type: 'attribute', ...attribute };
  yield* project.told();
  const areas = byNumber(project.file.rows('code_image', AREA));
  const documents = new Documents(project, known, cases, areas);
  const media = new Media(project, known);
  const count = [...project.file.rows('source', ['id'])].length;
  let done = 0;
  for (const row of project.file.rows('source', SOURCE, { order: ['id'] })) {
    context.onProgress(done++ / count, row.text('name'));
    const document = await documents.read(row, attributes, context);
    if (document) yield { type: 'document', ...document };
    else if (media.take(row) && attributes.of('file', row.whole('id') ?? Number.NaN).length > 0)
      project.say('left', 'Attributes of a picture or recording have no place here.', row.text('name'));
    yield* project.told();
  }
  for (const remark of documents.finish()) yield { type: 'said', ...remark };
  for (const one of cases.pieces(documents.ids, (number) => attributes.of('case', number)))
    yield { type: 'case', ...one };
  for (const memo of documents.memos) yield { type: 'memo', ...memo };
  for (const memo of media.memos(areas)) yield { type: 'memo', ...memo };
  for (const memo of projectMemos(project, documents.ids)) yield { type: 'memo', ...memo };
  for (const { document, path } of documents.originals) {
    const file = fileAt(project, path, 'The original of the text that was coded.', document);
    if (file) yield { type: 'attachment', ...file };
  }
  for (const file of media.files()) yield { type: 'attachment', ...file };
  leftovers(project);
  yield* project.told();
}

function ownersOf(project: QualCoderProject): Set<string> {
  const owners = new Set<string>();
  for (const table of OWNED)
    for (const row of project.file.rows(table, ['owner'])) owners.add(row.text('owner').trim());
  owners.delete('');
  return owners;
}
