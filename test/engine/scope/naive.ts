import type { AttributeCondition, CodeCondition, Scope } from '../../../src/contract/scope.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { findAll } from '../../../src/text/folding.ts';

interface Passage {
  readonly id: string;
  readonly document: string;
  readonly creator: string;
  /** Names its place; null where it has none. */
  readonly place: string | null;
  readonly quote: string | null;
  readonly codings: readonly { readonly id: string; readonly code: string; readonly coder: string }[];
}

/** What lies in a scope by the rule as it is written, thing by thing. */
export interface Chosen {
  readonly documents: ReadonlySet<string>;
  readonly passages: readonly Passage[];
  readonly places: ReadonlySet<string>;
  readonly codings: readonly Passage['codings'][number][];
}

type Row = Readonly<Record<string, Uint8Array & string & number>>;

const id = (bytes: Uint8Array | null | undefined) => (bytes ? idText(bytes) : '');

/** @param scope whose conditions are to be weighed one by one */
export function chosenBy({ db }: Project, scope: Scope): Chosen {
  const table = (query: ReturnType<typeof sql>) => db.all<Row>(query);
  const documents = table(sql`SELECT id FROM documents`).map((row) => id(row['id']));
  const cases = new Set(table(sql`SELECT id FROM cases`).map((row) => id(row['id'])));
  const members = table(sql`SELECT * FROM case_documents`);
  const casesOf = (document: string) =>
    members.filter((row) => id(row['document_id']) === document).map((row) => id(row['case_id']));
  const coders = new Set(table(sql`SELECT id FROM coders`).map((row) => id(row['id'])));
  const codes = table(sql`SELECT id, parent_id FROM codes`);
  const attributes = table(sql`SELECT * FROM attributes`);
  const labels = new Map(
    table(sql`SELECT * FROM attribute_choices`).map((row) => [id(row['id']), row['label']]),
  );
  const values = table(sql`SELECT * FROM attribute_values`);

  const fitsAttribute = (document: string, { attribute, is, values: wanted }: AttributeCondition) => {
    const row = attributes.find((one) => id(one['id']) === attribute);
    if (!row || (is !== 'missing' && wanted.length === 0)) return true;
    const owners = String(row['applies_to']) === 'document' ? [document] : casesOf(document);
    const own = values
      .filter((one) => id(one['attribute_id']) === attribute)
      .filter((one) => owners.includes(id(one['document_id'])) || owners.includes(id(one['case_id'])))
      .map((one) => {
        if (one['boolean'] !== null) return Boolean(one['boolean']);
        return one['text'] ?? one['number'] ?? one['date'] ?? labels.get(id(one['choice_id'])) ?? '';
      });
    const [bound] = wanted;
    if (is === 'missing') return own.length === 0;
    if (is === 'one_of') return own.some((value) => wanted.includes(value));
    if (is === 'none_of') return !own.some((value) => wanted.includes(value));
    const kind = String(row['kind']);
    const isBeyond = (value: unknown, bound: unknown, sign: 1 | -1) => {
      if (kind === 'number') return typeof bound === 'number' && sign * (Number(value) - bound) >= 0;
      if (kind !== 'date' || typeof bound !== 'string') return false;
      const exact = Math.min(String(value).length, bound.length);
      const [a, b] = [String(value).slice(0, exact), bound.slice(0, exact)];
      return a === b || (sign > 0 ? a > b : a < b);
    };
    if (is === 'between')
      return own.some((value) => isBeyond(value, bound, 1) && isBeyond(value, wanted[1], -1));
    return own.some((value) => isBeyond(value, bound, is === 'at_least' ? 1 : -1));
  };

  const documentsIn = new Set(
    documents.filter(
      (document) =>
        (!scope.documents.some((one) => documents.includes(one)) || scope.documents.includes(document)) &&
        (!scope.cases.some((one) => cases.has(one)) ||
          casesOf(document).some((one) => scope.cases.includes(one))) &&
        scope.attributes.every((condition) => fitsAttribute(document, condition)),
    ),
  );

  const texts = new Map(
    table(sql`SELECT v.document_id, t.body FROM versions v JOIN readings r ON r.id = v.reading_id
      JOIN texts t ON t.sha256 = r.text_sha256`).map((row) => [id(row['document_id']), String(row['body'])]),
  );
  const anchors = new Map(table(sql`SELECT * FROM anchors`).map((row) => [id(row['passage_id']), row]));
  const codings = table(sql`SELECT * FROM codings`);
  const passages = table(sql`SELECT * FROM passages`).map((row): Passage => {
    const anchor = anchors.get(id(row['id']));
    const isPlaced = anchor !== undefined && String(anchor['status']) !== 'lost';
    const document = id(row['document_id']);
    const span = isPlaced && String(anchor['kind']) === 'span' ? anchor : undefined;
    return {
      id: id(row['id']),
      document,
      creator: id(row['created_by']),
      place: isPlaced
        ? [document, anchor['start_offset'], anchor['end_offset'], anchor['page'], anchor['x1']].join(' ')
        : null,
      quote: span ? (texts.get(document) ?? '').slice(span['start_offset'], span['end_offset']) : null,
      codings: codings
        .filter((coding) => id(coding['passage_id']) === id(row['id']))
        .map((coding) => ({
          id: id(coding['id']),
          code: id(coding['code_id']),
          coder: id(coding['coder_id']),
        })),
    };
  });

  const named = scope.coders.some((one) => coders.has(one)) ? scope.coders : null;
  const counts = (coder: string) => named?.includes(coder) ?? true;
  const lyingOn = (passage: Passage) =>
    passages
      .filter((other) => other.id === passage.id || (passage.place !== null && other.place === passage.place))
      .flatMap((other) => other.codings)
      .filter((coding) => counts(coding.coder))
      .map((coding) => coding.code);
  const isUnder = (code: string, above: string): boolean => {
    if (code === above) return true;
    const parent = id(codes.find((one) => id(one['id']) === code)?.['parent_id']);
    return parent !== '' && isUnder(parent, above);
  };
  const fitsCodes = (passage: Passage, { mode, codes: wanted, below }: CodeCondition) => {
    if (!wanted.some((code) => codes.some((one) => id(one['id']) === code))) return true;
    const lying = lyingOn(passage);
    const lies = (code: string) => lying.some((one) => (below ? isUnder(one, code) : one === code));
    if (mode === 'all') return wanted.every(lies);
    return mode === 'any' ? wanted.some(lies) : !wanted.some(lies);
  };
  const fitsCoders = ({ codings: own, creator }: Passage) =>
    own.length === 0 ? counts(creator) : own.some((coding) => counts(coding.coder));
  const words = scope.text.replace('\u00ad', '');
  const fitsText = ({ quote }: Passage) =>
    words === '' || (quote !== null && findAll(quote, words).length > 0);

  const passagesIn = passages.filter(
    (passage) =>
      documentsIn.has(passage.document) &&
      scope.codes.every((condition) => fitsCodes(passage, condition)) &&
      fitsCoders(passage) &&
      fitsText(passage),
  );
  return {
    documents: documentsIn,
    passages: passagesIn,
    places: new Set(passagesIn.flatMap(({ place }) => place ?? [])),
    codings: passagesIn.flatMap((passage) => passage.codings).filter((coding) => counts(coding.coder)),
  };
}
