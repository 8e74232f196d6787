import type { ExchangedAttribute, ExchangedValue } from '../model.ts';
import type { QualCoderProject } from './project.ts';

interface Known {
  readonly id: string;
  readonly isNumber: boolean;
}

/** The attributes of a project, and their values by what has them. */
export class Attributes {
  readonly pieces: ExchangedAttribute[] = [];
  readonly #known = new Map<string, Known>();
  readonly #values = new Map<string, ExchangedValue[]>();

  constructor(project: QualCoderProject) {
    const rows = [...project.file.rows('attribute', ['name', 'attr_type', 'value', 'id'])].map((row) => ({
      name: row.text('name'),
      owner: `${row.text('attr_type')} ${row.whole('id')}`,
      value: row.text('value').trim(),
    }));
    const notNumbers = new Set(
      rows.filter(({ value }) => value !== '' && !isNumber(value)).map(({ name }) => name),
    );
    for (const row of project.file.rows('attribute_type', ['name', 'memo', 'caseorfile', 'valuetype'])) {
      const name = row.text('name');
      const appliesTo = row.text('caseorfile').trim().toLowerCase() === 'case' ? 'case' : 'document';
      const isSaid = row.text('valuetype').trim().toLowerCase() === 'numeric';
      const isNumber = isSaid && !notNumbers.has(name);
      if (isSaid && !isNumber)
        project.say('mended', 'An attribute of numbers has other values, too: it became one of text.', name);
      const id = project.id('attribute', appliesTo, name);
      this.#known.set(`${appliesTo} ${name}`, { id, isNumber });
      const description = row.text('memo');
      this.pieces.push({ id, name, appliesTo, kind: isNumber ? 'number' : 'text', description });
    }
    for (const { name, owner, value } of rows) {
      if (value === '') continue;
      if (!/^(case|file) /.test(owner)) {
        project.say('left', 'An attribute of a journal has no place here.', name);
        continue;
      }
      const known = this.#known.get(`${owner.startsWith('case ') ? 'case' : 'document'} ${name}`);
      if (!known) {
        project.say('left', 'A value belongs to an attribute that the project does not list.', name);
        continue;
      }
      const values = this.#values.get(owner) ?? [];
      values.push({ attribute: known.id, value: known.isNumber ? Number(value) : value });
      this.#values.set(owner, values);
    }
  }

  /** @returns the values of a file or case, by its number */
  of(kind: 'file' | 'case', number: number): ExchangedValue[] {
    return this.#values.get(`${kind} ${number}`) ?? [];
  }
}

const isNumber = (value: string) => /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(value);
