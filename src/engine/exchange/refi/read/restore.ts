import type { CodeLabel } from '../../../codebook/whole.ts';
import type {
  ExchangedAttribute,
  ExchangedCase,
  ExchangedCoder,
  ExchangedPlace,
  Piece,
} from '../../model.ts';
import { readSidecar, SIDECAR_NAME, type Sidecar } from '../sidecar.ts';
import type { Facts } from './facts.ts';
import { type About, createdOf, type Kept, type Work } from './work.ts';

type Field = Sidecar['texts'][number]['field'];

/** What Colligo wrote about a project that REFI-QDA has no field for, by identity. */
export class Restored {
  readonly codes: ReadonlyMap<string, Sidecar['codes'][number]>;
  readonly attributes: ReadonlyMap<string, Sidecar['attributes'][number]>;
  readonly documents: ReadonlyMap<string, Sidecar['documents'][number]>;
  readonly #coders: ReadonlyMap<string, Sidecar['coders'][number]>;
  readonly #cases: ReadonlyMap<string, Sidecar['cases'][number]>;
  readonly #regions: ReadonlyMap<string, Sidecar['regions'][number]>;
  readonly #weights: ReadonlyMap<string, number>;
  readonly #memos: ReadonlyMap<string, About>;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #values: ReadonlyMap<string, string>;
  readonly #sidecar: Sidecar;

  constructor(sidecar: Sidecar) {
    const byId = <Value extends { readonly id: string }>(all: readonly Value[]) =>
      new Map(all.map((each) => [each.id, each]));
    this.#sidecar = sidecar;
    this.#coders = byId(sidecar.coders);
    this.#cases = byId(sidecar.cases);
    this.codes = byId(sidecar.codes);
    this.attributes = byId(sidecar.attributes);
    this.documents = byId(sidecar.documents);
    this.#regions = new Map(sidecar.regions.map((each) => [each.passage, each]));
    this.#weights = new Map(sidecar.weights.map(({ coding, weight }) => [coding, weight]));
    this.#memos = new Map(sidecar.memos.map(({ id, about }) => [id, about as About]));
    this.#texts = new Map(sidecar.texts.map(({ of, field, text }) => [`${of} ${field}`, text]));
    this.#values = new Map(
      sidecar.values.map(({ attribute, owner, text }) => [`${attribute} ${owner}`, text]),
    );
  }

  get projectId(): string {
    return this.#sidecar.project.id;
  }

  get language(): string {
    return this.#sidecar.project.language;
  }

  /** @returns what a coder is and when they joined, to be spread */
  ofCoder(id: string): Pick<ExchangedCoder, 'kind' | 'createdAt'> {
    const { kind, createdAt } = this.#coders.get(id) ?? {};
    return { ...(kind !== undefined && { kind }), ...(createdAt !== undefined && { createdAt }) };
  }

  /** @returns when a case was made, to be spread */
  ofCase(id: string): Pick<ExchangedCase, 'createdAt'> {
    const createdAt = this.#cases.get(id)?.createdAt;
    return createdAt === undefined ? {} : { createdAt };
  }

  /** @returns a text exactly as it was where XML could not hold it, else as the XML has it */
  text(of: string, field: Field, said: string): string {
    return this.#texts.get(`${of} ${field}`) ?? said;
  }

  value(attribute: string, owner: string, said: string): string {
    return this.#values.get(`${attribute} ${owner}`) ?? said;
  }

  weight(coding: string): number | undefined {
    return this.#weights.get(coding);
  }

  about(memo: string): About | undefined {
    return this.#memos.get(memo);
  }

  /** @returns a part of a page as exactly as it was */
  region(passage: string): ExchangedPlace | undefined {
    const region = this.#regions.get(passage);
    if (!region) return undefined;
    const { passage: _, ...place } = region;
    return place;
  }

  /** @returns labels and times of a code, to be spread */
  ofCode(work: Work, id: string): { labels?: readonly CodeLabel[]; createdAt?: string; createdBy?: string } {
    const code = this.codes.get(id);
    if (!code) return {};
    return {
      ...createdOf(work, code.createdAt, code.createdBy),
      ...(code.labels.length > 0 && { labels: code.labels }),
    };
  }

  /** @returns an attribute as it was */
  attribute(attribute: ExchangedAttribute): ExchangedAttribute {
    const own = this.attributes.get(attribute.id);
    if (!own) return attribute;
    const { appliesTo, kind, choices } = own;
    return { ...attribute, appliesTo, kind, ...(kind === 'choice' && { choices }) };
  }

  /** Reviews and named states of the codebook. */
  *pieces(): Generator<Piece> {
    for (const review of this.#sidecar.reviews) yield { type: 'review', ...review };
    for (const { createdBy, ...version } of this.#sidecar.versions)
      yield { type: 'version', ...version, ...(createdBy !== undefined && { createdBy }) };
  }

  /** Files that were kept with the project. */
  kept(work: Work): Kept[] {
    return this.#sidecar.attachments.map(({ document, file, createdAt, createdBy, ...attachment }) => ({
      ...attachment,
      ...createdOf(work, createdAt, createdBy),
      ...(document !== null && { document }),
      bytes: async () => {
        const found = work.pack.find(file);
        if (found === null) work.say('left', 'A file that the project names is not in it.', attachment.name);
        return found === null ? null : work.pack.read(found);
      },
    }));
  }
}

/**
 * Takes the note that Colligo wrote for itself out of a project's notes.
 * @returns what it says; null where another program wrote the project, or the note is gone or of another version
 */
export function takeRestored(facts: Facts): Restored | null {
  if (facts.program !== 'colligo') return null;
  const note = [...facts.notes.values()].find(({ name }) => name === SIDECAR_NAME);
  if (!note) return null;
  const sidecar = readSidecar(note.text.inline ?? '');
  if (!sidecar) return null;
  facts.notes.delete(note.id);
  for (const variable of facts.variables.values()) {
    const own = sidecar.attributes.find(({ id }) => id === variable.id);
    if (!own) continue;
    variable.kind = own.kind;
    variable.onDocuments = own.appliesTo === 'document';
    variable.onCases = own.appliesTo === 'case';
  }
  return new Restored(sidecar);
}
