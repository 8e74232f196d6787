import { Lookup } from '../../lookup.ts';
import type { ExchangeReader, Piece } from '../../model.ts';
import type { XmlElement } from '../../xml/elements.ts';
import { casesOf, codesOfCases } from './cases.ts';
import { codesOf } from './codes.ts';
import { sourcesOf } from './facts.ts';
import { firstLook } from './first-look.ts';
import { writeLinks } from './links.ts';
import { readMediaSource } from './media.ts';
import { writeNotes } from './notes.ts';
import { LARGEST, openPackage } from './package.ts';
import { readPdfSource } from './pdf-source.ts';
import { readPictureSource } from './picture-source.ts';
import { takeRestored } from './restore.ts';
import { attributesOfSets, writeSets } from './sets.ts';
import { readTextSource } from './text-source.ts';
import { attributesOf } from './values.ts';
import { partOf, Work } from './work.ts';

const isText = ({ name }: XmlElement) => name === 'TextSource';

/** Reads a source as what it is. */
function readOne(work: Work, source: XmlElement): AsyncGenerator<Piece> | Piece[] {
  if (isText(source)) return readTextSource(work, source);
  if (source.name === 'PDFSource') return readPdfSource(work, source);
  if (source.name === 'PictureSource') return readPictureSource(work, source);
  if (/^(Audio|Video)Source$/.test(source.name)) return readMediaSource(work, source);
  work.say('left', 'A source of an unknown kind was left out.', source.attributes.get('name') ?? source.name);
  return [];
}

/** What stands before the documents: the project, its coders, codes and attributes. */
function* head(work: Work): Generator<Piece> {
  const { facts } = work;
  const own = work.restored?.projectId ?? '';
  yield {
    type: 'project',
    tool: facts.origin || 'an unknown program',
    title: work.text(own, 'name', facts.name).trim() || 'Imported project',
    description: work.text(own, 'description', facts.description),
    ...(work.restored && { language: work.restored.language }),
    keepsPassages: facts.program === 'colligo',
  };
  if (!work.outcome.isExpected)
    work.say(
      'mended',
      'Selections are counted otherwise than this program usually does, as their words show.',
      facts.origin,
    );
  for (const { kind, name } of facts.twice)
    work.say('mended', `Two things had the same GUID (${kind}); the second got another one.`, name);
  for (const [id, name] of facts.users)
    yield { type: 'coder', id, name: work.text(id, 'name', name), ...work.restored?.ofCoder(id) };
  for (const code of [...codesOf(work), ...codesOfCases(work)]) yield { type: 'code', ...code };
  for (const each of [...attributesOf(work), ...attributesOfSets(work)]) yield { type: 'attribute', ...each };
  yield* work.takeSaid();
}

/** What stands behind the documents: cases, memos and files. */
async function* tail(work: Work): AsyncGenerator<Piece> {
  const { facts } = work;
  for (const each of casesOf(work)) yield { type: 'case', ...each };
  work.refer(facts.notesOnProject, { kind: 'project' });
  writeLinks(work);
  writeSets(work);
  await writeNotes(work);
  for (const memo of work.memos) yield { type: 'memo', ...memo };
  if (work.restored) yield* work.restored.pieces();
  yield* work.takeSaid();
  for (const { bytes: read, ...file } of [...work.kept, ...(work.restored?.kept(work) ?? [])]) {
    const bytes = await read();
    if (bytes) yield { type: 'attachment', ...file, bytes: new Uint8Array(bytes) };
  }
  yield* projectFile(work);
  yield* work.takeSaid();
}

/** The project's XML as a file of the project, so that whatever has no place here can still be looked up. */
async function* projectFile(work: Work): AsyncGenerator<Piece> {
  const { pack, facts } = work;
  if (facts.program === 'colligo') return;
  if (pack.size > LARGEST) {
    work.say('left', 'The project’s own XML is too large to be kept as a file.', facts.name);
    return;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of pack.xml()) chunks.push(chunk);
  yield {
    type: 'attachment',
    id: partOf(facts.hash, 'project.qde'),
    name: 'project.qde',
    mediaType: 'application/xml',
    bytes: new Uint8Array(Buffer.concat(chunks)),
    note: 'All that the other program wrote about the project.',
  };
}

/**
 * Reads a REFI-QDA project (QDA-XML 1.0 of 18 March 2019, and what programs make of it): a .qdpx archive, or a bare .qde file
 * whose sources stand in it or in a folder `sources` beside it. The XML is read twice, so that one source is in memory at a
 * time: first for what stands outside of the sources and for how selections are counted, then for the sources.
 */
export const readRefi: ExchangeReader = async function* (path, context) {
  const { language, onProgress, elsewhere = false, folders = [] } = context;
  const lookup = new Lookup(folders);
  await using pack = await openPackage(path);
  onProgress(0, '');
  const { facts, outcome } = await firstLook(pack, { language, elsewhere, lookup });
  const restored = takeRestored(facts);
  const work = new Work(pack, facts, language, outcome, restored, elsewhere, lookup);
  yield* head(work);
  const count = Math.max(1, facts.sources.size);
  let done = 0;
  for await (const source of sourcesOf(pack.xml())) {
    onProgress(done++ / count, source.attributes.get('name') ?? '');
    yield* readOne(work, source);
    yield* work.takeSaid();
  }
  yield* tail(work);
};
