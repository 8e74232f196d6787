import type { CodeLink } from '../../../codebook/whole.ts';
import { childrenOf, type XmlElement } from '../../xml/elements.ts';
import { identified } from './identities.ts';
import { noteRefs } from './refs.ts';
import { type About, partOf, type Work } from './work.ts';

/** A link as the file states it. */
export interface Link {
  readonly id: string;
  readonly name: string;
  readonly direction: string;
  readonly origin: string | null;
  readonly target: string | null;
  readonly notes: readonly string[];
}

/** @returns a link by its element */
export const readLink = (element: XmlElement, id: string): Link => ({
  id,
  name: (element.attributes.get('name') ?? '').trim(),
  direction: element.attributes.get('direction') ?? 'Associative',
  origin: identified(element.attributes.get('originGUID')),
  target: identified(element.attributes.get('targetGUID')),
  notes: noteRefs(childrenOf(element)),
});

const isCode = (work: Work, id: string | null): id is string =>
  id !== null && work.facts.codes.has(id) && !work.facts.cases.has(id);

/** What names of links say that mean “not to be confused with”. */
const APART = /not.{0,12}confus|distinguish|contrast/i;

/** @returns links between codes by the code that they are stated at */
export function linksOfCodes(work: Work): Map<string, CodeLink[]> {
  const links = new Map<string, CodeLink[]>();
  for (const { name, origin, target } of work.facts.links) {
    if (!isCode(work, origin) || !isCode(work, target) || origin === target) continue;
    const list = links.get(origin) ?? [];
    const kind = APART.test(name.replaceAll('_', ' ')) ? 'not_to_be_confused' : 'see_also';
    if (list.some((link) => link.kind === kind && link.other === target)) continue;
    list.push({ kind, other: target });
    links.set(origin, list);
    if (kind === 'see_also' && name !== '' && !/^see.?also$/i.test(name))
      work.say(
        'kept',
        'A relation between two codes became a link “see also”: its name is in the memo on the project.',
        name,
      );
  }
  return links;
}

/** What something that a link points at became; null where it has no place here. */
export function aboutThing(work: Work, id: string | null): About | null {
  if (id === null) return null;
  if (work.documents.has(id)) return { kind: 'document', id };
  const selection = work.selections.get(id);
  if (selection) return selection;
  if (isCode(work, id)) return { kind: 'code', id };
  if (work.facts.cases.has(id) && work.facts.cases.get(id)?.isAttributes !== true)
    return { kind: 'case', id };
  return null;
}

/** @returns what the file calls something that a link or a set names */
export function nameOf(work: Work, id: string | null): string {
  if (id === null) return '(nothing)';
  const { codes, notes, cases, sources } = work.facts;
  const name = codes.get(id)?.name ?? notes.get(id)?.name ?? cases.get(id)?.name ?? sources.get(id);
  return name ? name : work.selections.has(id) ? 'a selection' : `(${id})`;
}

const ARROWS: Readonly<Record<string, string>> = { OneWay: '→', Bidirectional: '↔', Associative: '—' };

/** Says of notes what they are linked with, makes memos of links between passages, and lists the rest. */
export function writeLinks(work: Work): void {
  const listed: string[] = [];
  for (const link of work.facts.links) {
    const { origin, target } = link;
    const line = `${nameOf(work, origin)} ${ARROWS[link.direction] ?? '—'} ${nameOf(work, target)}${link.name ? ` (${link.name})` : ''}`;
    const note = [origin, target].find((id) => id !== null && work.facts.notes.has(id));
    const other = aboutThing(work, note === origin ? target : origin);
    if (typeof note === 'string') {
      work.refer([note], other ?? { kind: 'project' });
      if (!other) listed.push(line);
      continue;
    }
    if (isCode(work, origin) && isCode(work, target)) {
      work.refer(link.notes, { kind: 'code', id: origin });
      if (link.name !== '' && !/^(see.?also|not.to.be.confused)/i.test(link.name)) listed.push(line);
      continue;
    }
    const [from, to] = [aboutThing(work, origin), aboutThing(work, target)];
    if (from?.kind === 'passage' && to?.kind === 'passage' && from.id !== to.id) {
      const pair: About = { kind: 'pair', passage: from.id, other: to.id };
      work.memo(pair, { id: link.id, title: link.name, body: link.name || 'Linked.' });
      work.refer(link.notes, pair);
      continue;
    }
    work.refer(link.notes, from ?? to ?? { kind: 'project' });
    listed.push(line);
  }
  if (listed.length === 0) return;
  work.say('kept', 'Links that have no place here are listed in a memo on the project.', `${listed.length}`);
  work.memo(
    { kind: 'project' },
    { id: partOf(work.facts.hash, 'links'), title: 'Links', body: listed.join('\n') },
  );
}
