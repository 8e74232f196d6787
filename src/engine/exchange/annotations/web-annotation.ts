import { guidOf, momentOf } from '../identity.ts';
import type { Incoming, SaidSource, SaidTag } from '../incoming/incoming.ts';
import { personOf } from '../incoming/land.ts';
import { asList, asObject, asText, type Json, type JsonObject, member } from './json.ts';
import { selectionOf, typesOf } from './selectors.ts';

/** What is said of an annotation that could not be read as a whole. */
export type Say = (what: 'mended' | 'kept' | 'left', message: string, subject: string) => void;

interface Bodies {
  readonly tags: SaidTag[];
  readonly comments: string[];
  weight: number | null;
}

const TAGGING = new Set(['tagging', 'classifying', 'identifying']);

/** How Colligo writes the path of a code; other programs' tags are names. */
const STEP = ' / ';

/**
 * Reads one annotation of the Web Annotation Data Model.
 * @param isOwn whether Colligo wrote it, so that tags are paths
 * @returns one for each of its targets
 */
export function readAnnotation(annotation: JsonObject, isOwn: boolean, say: Say): Incoming[] {
  const key = asText(member(annotation, 'id')) || JSON.stringify(annotation);
  const bodies = bodiesOf(annotation, isOwn, say);
  const creator = creatorOf(member(annotation, 'creator'));
  const createdAt = momentOf(asText(member(annotation, 'created')));
  return targetsOf(member(annotation, 'target'), 0).flatMap((target, index): Incoming[] => {
    const facts = asObject(target);
    const selectors = facts && member(facts, 'selector');
    const selection = selectionOf(selectors, 'codePoints');
    const source = sourceOf(
      facts && member(facts, 'source') !== undefined ? member(facts, 'source') : target,
    );
    if (!selection && asList(selectors).length > 0) {
      say(
        'left',
        'An annotation points into the markup of a page and quotes nothing, so that its words are not known.',
        key,
      );
      return [];
    }
    return [
      {
        key: index === 0 ? key : `${key}#${index}`,
        guid: index === 0 ? uuidOf(key) : null,
        creator,
        createdAt,
        source,
        selection,
        ...bodies,
      },
    ];
  });
}

/** @returns the UUID that an address of the form urn:uuid:… holds */
const uuidOf = (id: string): string | null =>
  /^urn:uuid:/i.test(id) ? guidOf(id.slice('urn:uuid:'.length)) : null;

/** Composites, lists and independents hold several targets (Web Annotation Vocabulary 3.2); of a choice the first is it. */
function targetsOf(value: Json, depth: number): readonly Json[] {
  return asList(value).flatMap((target) => {
    const object = asObject(target);
    const items = object ? asList(member(object, 'items')) : [];
    if (!object || items.length === 0 || depth > 4) return [target];
    return targetsOf(typesOf(object).includes('Choice') ? items[0] : items, depth + 1);
  });
}

function sourceOf(value: Json): SaidSource {
  const object = asObject(value);
  const id = object ? asText(member(object, 'id')) : asText(value);
  const uuid = uuidOf(id);
  const titles = object
    ? ['dc:title', 'dcterms:title', 'title', 'name', 'label'].map((name) => asText(member(object, name)))
    : [];
  const names = [...titles, ...(uuid === null ? [id] : [])].filter((name) => name !== '');
  return { ids: uuid === null ? [] : [uuid], names };
}

function creatorOf(value: Json): Incoming['creator'] {
  const [first] = asList(value);
  const object = asObject(first);
  const id = object ? asText(member(object, 'id')) : asText(first);
  const name = object ? asText(member(object, 'name')) || asText(member(object, 'nickname')) : '';
  if (id === '' && name === '') return null;
  return { id: personOf(id || name), name: name || id };
}

function bodiesOf(annotation: JsonObject, isOwn: boolean, say: Say): Bodies {
  const bodies: Bodies = { tags: [], comments: [], weight: null };
  const motivation = asText(asList(member(annotation, 'motivation'))[0]).replace(/^oa:/, '');
  const named: string[] = [];
  const identities: string[] = [];
  const take = (value: Json, depth: number): void => {
    const object = asObject(value);
    if (!object) {
      if (asText(value) !== '')
        say('left', 'What an annotation says lies at an address, which is not fetched.', asText(value));
      return;
    }
    const items = asList(member(object, 'items'));
    if (items.length > 0 && depth < 4) {
      for (const item of typesOf(object).includes('Choice') ? items.slice(0, 1) : items)
        take(item, depth + 1);
      return;
    }
    const purpose = asText(asList(member(object, 'purpose'))[0]).replace(/^oa:/, '') || motivation;
    const words = asText(member(object, 'value'));
    const source = asObject(member(object, 'source')) ?? { id: member(object, 'source') };
    const address = asText(member(source, 'id')) || (words === '' ? asText(member(object, 'id')) : '');
    if (TAGGING.has(purpose) && words !== '') named.push(words);
    else if (TAGGING.has(purpose) && address !== '') identities.push(address);
    else if (purpose === 'assessing' && /^\d+(\.\d+)?$/.test(words))
      bodies.weight = Math.min(100, Math.round(Number(words)));
    else if (words !== '') bodies.comments.push(words);
    else if (address !== '')
      say('left', 'What an annotation says lies at an address, which is not fetched.', address);
  };
  for (const body of asList(member(annotation, 'body'))) take(body, 0);
  const value = asText(member(annotation, 'bodyValue'));
  if (value !== '') (TAGGING.has(motivation) ? named : bodies.comments).push(value);
  bodies.tags.push(...tagsOf(named, identities, isOwn));
  return bodies;
}

/** As many names as identities are the names of these, one by one, as Colligo and others write a code both ways. */
function tagsOf(named: readonly string[], identities: readonly string[], isOwn: boolean): SaidTag[] {
  const pathOf = (name: string) => (isOwn ? name.split(STEP) : [name]);
  if (identities.length === named.length)
    return identities.map((address, index) => ({ guid: uuidOf(address), path: pathOf(named[index] ?? '') }));
  return [
    ...named.map((name) => ({ guid: null, path: pathOf(name) })),
    ...identities.map((address) => ({
      guid: uuidOf(address),
      path: [address.split(/[/#]/).at(-1) || address],
    })),
  ];
}
