import { CodePoints } from '../anchoring/code-points.ts';
import { CaseLinks } from '../case-links.ts';
import type { ExchangeReader, Piece, ReaderContext } from '../model.ts';
import { Attributes } from './attributes.ts';
import { readCodes } from './codes.ts';
import { Documents } from './documents.ts';
import { ownerOf, RqdaProject } from './project.ts';

/** Tables whose rows name who made them. */
const OWNED = ['coding', 'annotation', 'caselinkage', 'journal', 'freecode', 'source'];

/**
 * Reads a project of RQDA. Its offsets count code points of the text that it keeps (checked on real files); what was deleted
 * in it is still in the file, and is not read.
 */
export const readRqda: ExchangeReader = async function* (path, context) {
  const project = new RqdaProject(path);
  try {
    yield* piecesOf(project, context);
  } finally {
    project.file.close();
  }
};

async function* piecesOf(project: RqdaProject, context: ReaderContext): AsyncGenerator<Piece> {
  const { title, description } = project;
  yield { type: 'project', tool: 'RQDA', title, description, keepsPassages: false };
  const owners = new Set<string>();
  for (const table of OWNED)
    for (const row of project.live(table, [], [])) owners.add(row.text('owner').trim());
  owners.delete('');
  for (const row of project.live('coding2', [], [])) owners.add(ownerOf(row, true));
  for (const name of owners) yield { type: 'coder', id: project.id('coder', name), name };
  const { codes, byNumber } = readCodes(project);
  const cases = readCases(project);
  for (const code of [...codes, ...cases.codes()]) yield { type: 'code', ...code };
  const attributes = new Attributes(project);
  for (const attribute of attributes.pieces) yield { type: 'attribute', ...attribute };
  yield* project.told();
  const documents = new Documents(project, byNumber, cases, attributes);
  const count = [...project.live('source', ['id'], [])].length;
  let done = 0;
  for (const row of project.live('source', ['id'], ['name', 'file', 'memo'], { order: ['id'] })) {
    context.onProgress(done++ / count, project.text(row, 'name'));
    const document = documents.read(row, context.language);
    if (document) yield { type: 'document', ...document };
    yield* project.told();
  }
  for (const remark of documents.finish()) yield { type: 'said', ...remark };
  for (const one of cases.pieces(documents.ids, (number) => attributes.of('case', number)))
    yield { type: 'case', ...one };
  for (const memo of documents.memos) yield { type: 'memo', ...memo };
  for (const row of project.live('journal', [], ['name', 'journal'])) {
    const name = project.text(row, 'name');
    const id = project.id('journal', name);
    yield {
      type: 'memo',
      id,
      title: name,
      body: project.text(row, 'journal'),
      about: { kind: 'project' },
      ...project.made(row),
    };
  }
  const pictures = new Map<number | null, string>();
  for (const row of project.live('image', ['id'], ['name']))
    pictures.set(row.whole('id'), project.text(row, 'name'));
  for (const row of project.live('imagecoding', ['iid'], [])) {
    const number = row.whole('iid');
    const subject = pictures.get(number) ?? String(number);
    project.say(
      'left',
      'A picture of RQDA is not in its file, so that what is coded in it was left.',
      subject,
    );
  }
  const { encoding } = project.decoding;
  if (encoding !== null)
    project.say(
      'mended',
      `Texts that are not UTF-8 were read as ${encoding}, which is a guess: check accented letters.`,
      title,
    );
  yield* project.told();
}

function readCases(project: RqdaProject): CaseLinks {
  const cases = new CaseLinks(project);
  for (const row of project.live('cases', ['id'], ['name', 'memo']))
    cases.add(row.whole('id'), project.text(row, 'name'), project.text(row, 'memo'));
  const links = [...project.live('caselinkage', ['caseid', 'fid', 'selfirst', 'selend'], ['memo'])];
  const lengths = new Map<number, number>();
  if (links.length > 0)
    for (const row of project.live('source', ['id'], ['file']))
      lengths.set(row.whole('id') ?? Number.NaN, new CodePoints(project.text(row, 'file')).length);
  for (const row of links) {
    const file = row.whole('fid');
    const [start, end] = [row.whole('selfirst') ?? 0, row.whole('selend') ?? 0];
    const isWhole = end === 0 || (start <= 1 && end >= (lengths.get(file ?? Number.NaN) ?? 0) - 1);
    cases.link(row.whole('caseid'), file, isWhole ? null : row);
  }
  return cases;
}
