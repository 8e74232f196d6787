import { idText } from '../../../store/ids.ts';
import { sql } from '../../../store/sql.ts';
import type { Sidecar } from '../sidecar.ts';
import type { Refi } from './context.ts';
import { attribute, container, element, escaped, guid, isHeld, textElement } from './xml.ts';

type Kind = Sidecar['attributes'][number]['kind'];

interface StoredAttribute {
  readonly id: Uint8Array;
  readonly name: string;
  readonly applies_to: 'document' | 'case';
  readonly kind: Kind;
  readonly description: string;
}

interface StoredValue {
  readonly attribute_id: Uint8Array;
  readonly text: string | null;
  readonly number: number | null;
  readonly boolean: 0 | 1 | null;
  readonly date: string | null;
  readonly label: string | null;
}

/** How values are written: a variable of each attribute, by its identity. */
export class Variables {
  readonly #refi: Refi;
  readonly #attributes: readonly StoredAttribute[];
  /** Dates without their day are no dates to XML, so that all of such an attribute are texts. */
  readonly #inexact: ReadonlySet<string>;

  constructor(refi: Refi) {
    const { db } = refi.frame;
    this.#refi = refi;
    this.#attributes = db.all<StoredAttribute>(
      sql`SELECT id, name, applies_to, kind, description FROM attributes ORDER BY rank, id`,
    );
    const dates = db.all<{ attribute_id: Uint8Array; date: string }>(
      sql`SELECT DISTINCT attribute_id, date FROM attribute_values WHERE date IS NOT NULL`,
    );
    this.#inexact = new Set(dates.filter(({ date }) => !isDay(date)).map((row) => idText(row.attribute_id)));
  }

  elements(): Iterable<string> {
    const refi = this.#refi;
    return container(
      'Variables',
      this.#attributes.map((row) => {
        const id = idText(row.id);
        const attributes =
          attribute('guid', guid(id)) +
          attribute('name', refi.said(id, 'name', row.name)) +
          attribute('typeOfVariable', this.#typeOf(id, row.kind));
        return element(
          'Variable',
          attributes,
          textElement('Description', refi.said(id, 'description', row.description)),
        );
      }),
    );
  }

  /** @returns the values of a document or case, in the order of the attributes */
  of(owner: { readonly document: Uint8Array } | { readonly case: Uint8Array }): string {
    const isDocument = 'document' in owner;
    const ownerId = isDocument ? owner.document : owner.case;
    const values = this.#refi.frame.db.all<StoredValue>(sql`
      SELECT v.attribute_id, v.text, v.number, v.boolean, v.date, choices.label FROM attribute_values v
      JOIN attributes a ON a.id = v.attribute_id
      LEFT JOIN attribute_choices choices ON choices.id = v.choice_id
      WHERE ${isDocument ? sql`v.document_id = ${ownerId}` : sql`v.case_id = ${ownerId}`}
      ORDER BY a.rank, a.id`);
    return values
      .map((value) => {
        const id = idText(value.attribute_id);
        const reference = element('VariableRef', attribute('targetGUID', guid(id)), '');
        return element('VariableValue', '', reference + this.#valueOf(id, value, idText(ownerId)));
      })
      .join('');
  }

  /** @returns what the note for Colligo says of each attribute */
  *sidecar(): Generator<Sidecar['attributes'][number], void> {
    const { db } = this.#refi.frame;
    for (const { id, applies_to: appliesTo, kind } of this.#attributes) {
      const choices = db.all<{ label: string }>(
        sql`SELECT label FROM attribute_choices WHERE attribute_id = ${id} ORDER BY rank, id`,
      );
      yield { id: idText(id), appliesTo, kind, choices: choices.map(({ label }) => label) };
    }
  }

  #typeOf(id: string, kind: Kind): string {
    if (kind === 'number') return 'Float';
    if (kind === 'boolean') return 'Boolean';
    return kind === 'date' && !this.#inexact.has(id) ? 'Date' : 'Text';
  }

  #valueOf(id: string, { text, number, boolean, date, label }: StoredValue, owner: string): string {
    if (number !== null) return Number.isFinite(number) ? textElement('FloatValue', decimal(number)) : '';
    if (boolean !== null) return textElement('BooleanValue', String(boolean === 1));
    if (date !== null) return textElement(this.#inexact.has(id) ? 'TextValue' : 'DateValue', date);
    const words = text ?? label ?? '';
    if (!isHeld(words)) this.#refi.values.push({ attribute: id, owner, text: words });
    return `<TextValue>${escaped(words)}</TextValue>`;
  }
}

/** @returns whether it is a day of the calendar, as xsd:date asks; the year 0000 is none there */
export function isDay(date: string): boolean {
  if (date.length !== 10 || date.startsWith('0000')) return false;
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}

/** @returns the number in digits alone: xsd:decimal knows no exponent. Reading it gives exactly the same number */
export function decimal(number: number): string {
  const [digits = '', exponent] = String(number).split('e');
  if (exponent === undefined) return digits;
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return sign + all.padEnd(point, '0');
}
