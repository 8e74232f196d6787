/** JSON as it was read. */
export type Json = Readonly<Record<string, unknown>>;

export const listOf = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Of the Web Annotation Data Model, sections 3.1.4 and 3.3.5. */
const MOTIVATIONS = new Set([
  ...['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting'],
  ...['identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging'],
]);

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const IRI = /^[a-z][a-z0-9+.-]*:\S+$/;

/**
 * @param annotation an annotation, by itself or in a collection
 * @returns what of it breaks a MUST of the Web Annotation Data Model; nothing where it is sound
 */
export function faultsOf(annotation: Json): string[] {
  const { id, type, body, bodyValue, target, motivation, created } = annotation;
  return [
    ...(typeof id === 'string' && IRI.test(id) ? [] : ['exactly one id']),
    ...(listOf(type).includes('Annotation') ? [] : ['the type Annotation']),
    ...(listOf(target).length > 0 ? [] : ['a target']),
    ...(body !== undefined && bodyValue !== undefined ? ['body or bodyValue'] : []),
    ...listOf(motivation).flatMap((one) => (MOTIVATIONS.has(String(one)) ? [] : [`motivation ${one}`])),
    ...listOf(created).flatMap((one) => (MOMENT.test(String(one)) ? [] : [`moment ${one}`])),
    ...listOf(body).flatMap(bodyFaults),
    ...listOf(target).flatMap((one) => (isJson(one) ? targetFaults(one) : [])),
  ];
}

function bodyFaults(body: unknown): string[] {
  if (!isJson(body)) return typeof body === 'string' && IRI.test(body) ? [] : ['a body that is no IRI'];
  const { type, purpose, value, source } = body;
  return [
    ...listOf(purpose).flatMap((one) => (MOTIVATIONS.has(String(one)) ? [] : [`purpose ${one}`])),
    ...(type === 'TextualBody' && typeof value !== 'string' ? ['the value of a TextualBody'] : []),
    ...(type === 'SpecificResource' && source === undefined ? ['the source of a SpecificResource'] : []),
    ...(purpose !== undefined && type !== 'TextualBody' && source === undefined ? ['a purpose there'] : []),
  ];
}

function targetFaults(target: Json): string[] {
  const isSpecific = target['selector'] !== undefined || target['state'] !== undefined;
  return [
    ...(isSpecific && listOf(target['source']).length !== 1 ? ['exactly one source'] : []),
    ...listOf(target['selector']).flatMap((one) => (isJson(one) ? selectorFaults(one) : [])),
  ];
}

function selectorFaults(selector: Json): string[] {
  const { type, exact, start, end, value, refinedBy } = selector;
  const isCount = (one: unknown) => Number.isInteger(one) && Number(one) >= 0;
  return [
    ...(type === 'TextQuoteSelector' && typeof exact !== 'string' ? ['exactly one exact'] : []),
    ...(type === 'TextPositionSelector' && !(isCount(start) && isCount(end)) ? ['start and end'] : []),
    ...(type === 'FragmentSelector' && typeof value !== 'string' ? ['the value of a fragment'] : []),
    ...listOf(refinedBy).flatMap((one) => (isJson(one) ? selectorFaults(one) : [])),
  ];
}

/** @returns every key of an object and of all in it */
export function keysIn(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...keysIn(one)]));
  if (!isJson(value)) return new Set();
  return new Set(Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]));
}
