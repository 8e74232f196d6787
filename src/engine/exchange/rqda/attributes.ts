import type { ExchangedAttribute, ExchangedValue } from '../model.ts';
import type { RqdaProject } from './project.ts';

type Owner = 'case' | 'document';

const TABLES = [
  ['case', 'caseattr', 'caseid'],
  ['document', 'fileattr', 'fileid'],
] as const;

const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/;

/** The attributes of a project, which RQDA keeps for files and cases together, and the categories of its files. */
export class Attributes {
  readonly pieces: ExchangedAttribute[] = [];
  readonly #values = new Map<string, ExchangedValue[]>();

  constructor(project: RqdaProject) {
    const classes = new Map<string, { isNumeric: boolean; memo: string }>();
    for (const row of project.live('attributes', [], ['name', 'memo', 'class']))
      classes.set(project.text(row, 'name'), {
        isNumeric: project.text(row, 'class') === 'numeric',
        memo: project.text(row, 'memo'),
      });
    for (const [owner, table, column] of TABLES) {
      const rows = [...project.live(table, [column], ['variable', 'value'])].map((row) => ({
        name: project.text(row, 'variable'),
        value: project.text(row, 'value').trim(),
        number: row.whole(column) ?? Number.NaN,
      }));
      this.#add(project, owner, rows, classes);
    }
    this.#addUnused(project, classes);
    this.#addCategories(project);
  }

  /** An attribute without values could be of files or of cases. */
  #addUnused(project: RqdaProject, classes: ReadonlyMap<string, { isNumeric: boolean; memo: string }>): void {
    const used = new Set(this.pieces.map(({ name }) => name));
    for (const [name, { isNumeric, memo }] of classes) {
      if (used.has(name) || name.trim() === '') continue;
      const id = project.id('attribute', 'case', name);
      const kind = isNumeric ? 'number' : 'text';
      this.pieces.push({ id, name, appliesTo: 'case', kind, description: memo });
    }
  }

  #add(
    project: RqdaProject,
    owner: Owner,
    rows: readonly { name: string; value: string; number: number }[],
    classes: ReadonlyMap<string, { isNumeric: boolean; memo: string }>,
  ): void {
    // R writes NA for what is missing.
    const said = rows.filter(({ value }) => value !== '' && value !== 'NA');
    const others = new Set(said.filter(({ value }) => !NUMBER.test(value)).map(({ name }) => name));
    const numbers = new Map<string, boolean>();
    for (const name of new Set(said.map((row) => row.name))) {
      const { isNumeric = false, memo = '' } = classes.get(name) ?? {};
      const isNumber = isNumeric && !others.has(name);
      if (isNumeric && !isNumber)
        project.say('mended', 'An attribute of numbers has other values, too: it became one of text.', name);
      const id = project.id('attribute', owner, name);
      const kind = isNumber ? 'number' : 'text';
      this.pieces.push({ id, name, appliesTo: owner, kind, description: memo });
      numbers.set(name, isNumber);
    }
    for (const { name, number, value } of said) {
      const attribute = project.id('attribute', owner, name);
      this.#put(owner, number, { attribute, value: numbers.get(name) ? Number(value) : value });
    }
  }

  #addCategories(project: RqdaProject): void {
    const names = new Map<number, string>();
    const memos: string[] = [];
    for (const row of project.live('filecat', ['catid'], ['name', 'memo'])) {
      const [name, memo] = [project.text(row, 'name'), project.text(row, 'memo').trim()];
      names.set(row.whole('catid') ?? Number.NaN, name);
      if (memo !== '') memos.push(`${name}: ${memo}`);
    }
    const byFile = new Map<number, string[]>();
    for (const row of project.live('treefile', ['fid', 'catid'], [])) {
      const [file, category] = [row.whole('fid') ?? Number.NaN, names.get(row.whole('catid') ?? Number.NaN)];
      if (category === undefined) continue;
      const known = byFile.get(file);
      if (known) known.push(category);
      else byFile.set(file, [category]);
    }
    if (byFile.size === 0) return;
    const id = project.id('file category');
    const description = memos.join('\n');
    this.pieces.push({ id, name: 'File category', appliesTo: 'document', kind: 'text', description });
    project.say(
      'kept',
      'The categories of files became an attribute of documents.',
      [...names.values()].join(', '),
    );
    for (const [file, categories] of byFile)
      this.#put('document', file, { attribute: id, value: categories.join('; ') });
  }

  #put(owner: Owner, number: number, value: ExchangedValue): void {
    const key = `${owner} ${number}`;
    const values = this.#values.get(key);
    if (values) values.push(value);
    else this.#values.set(key, [value]);
  }

  /** @returns the values of a case or file, by its number */
  of(owner: Owner, number: number): ExchangedValue[] {
    return this.#values.get(`${owner} ${number}`) ?? [];
  }
}
