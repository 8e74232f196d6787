import { basename } from 'node:path';
import { ExchangeError } from '../error.ts';
import type { Incoming } from '../incoming/incoming.ts';
import { land } from '../incoming/land.ts';
import type { ExchangeReader, Remark } from '../model.ts';
import { asList, asObject, asText, type Json, type JsonObject, member, objectsOf, readJson } from './json.ts';
import { typesOf } from './selectors.ts';
import { readAnnotation } from './web-annotation.ts';

/** Contexts whose words are known here; no context is ever fetched. */
const KNOWN =
  /^https?:\/\/(www\.w3\.org\/ns\/(anno|oa|ldp)(\.jsonld)?|iiif\.io\/api\/presentation\/\d\/context\.json)\/?$/;

/** Deeper ones are no collections that anybody made. */
const DEEPEST = 8;

/**
 * Reads Web Annotations (W3C Recommendation of 23 February 2017) as JSON-LD: one, a list, a collection with its pages, or one
 * a line. They carry no texts: each is brought to the document of the open project that it names.
 */
export const readAnnotations: ExchangeReader = async function* (path, context) {
  const remarks: Remark[] = [];
  const contexts = new Set<string>();
  const say = (what: Remark['what'], message: string, subject: string) =>
    remarks.push({ what, message, subject });
  const values = await readJson(path);
  const found: JsonObject[] = [];
  for (const value of values) gather(value, { found, contexts, say }, 0);
  if (found.length === 0)
    throw new ExchangeError(
      `“${basename(path)}” holds no annotations of the W3C's model, or holds them at other addresses.`,
    );
  const [head = {}] = values.flatMap(objectsOf);
  const tool = toolOf(head) || found.map(toolOf).find((name) => name !== '') || 'Web Annotation';
  const title = asText(asList(member(head, 'label'))[0]);
  const annotations: Incoming[] = [];
  for (const annotation of found) annotations.push(...readAnnotation(annotation, tool === 'Colligo', say));
  let isFirst = true;
  for await (const piece of land({ tool, title, annotations }, context)) {
    yield piece;
    if (isFirst) for (const remark of remarks) yield { type: 'said', ...remark };
    isFirst = false;
  }
};

interface Gathering {
  readonly found: JsonObject[];
  /** Contexts that are not known, each told once. */
  readonly contexts: Set<string>;
  readonly say: (what: Remark['what'], message: string, subject: string) => void;
}

/** Finds the annotations in lists, collections and pages. What lies at another address is not fetched. */
function gather(value: Json, into: Gathering, depth: number): void {
  const { found, contexts, say } = into;
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const item of value) gather(item, into, depth + 1);
    return;
  }
  const object = asObject(value);
  if (!object) return;
  for (const context of asList(member(object, 'context'))) {
    if (typeof context !== 'string' || KNOWN.test(context) || contexts.has(context)) continue;
    contexts.add(context);
    say(
      'left',
      'The file names a context that is not known here: what only it explains was passed over.',
      context,
    );
  }
  const types = typesOf(object);
  if (types.includes('Annotation') || (types.length === 0 && member(object, 'target') !== undefined)) {
    found.push(object);
    return;
  }
  if (types.includes('AnnotationPage') && asText(member(object, 'next')) !== '')
    say(
      'left',
      'The rest of a collection lies at another address, which is not fetched.',
      asText(member(object, 'next')),
    );
  if (types.includes('AnnotationCollection') && asText(member(object, 'first')) !== '')
    say(
      'left',
      'The pages of a collection lie at another address, which is not fetched.',
      asText(member(object, 'first')),
    );
  for (const part of ['first', 'next', 'items', 'resources', 'graph'])
    if (typeof member(object, part) === 'object') gather(member(object, part), into, depth + 1);
}

function toolOf(object: JsonObject): string {
  const [generator] = asList(member(object, 'generator'));
  return asText(member(asObject(generator) ?? {}, 'name')).slice(0, 60);
}
