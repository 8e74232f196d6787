/** A value in a file of plain YAML. */
export type Plain = string | null | Plain[] | { [key: string]: Plain };

interface Line {
  readonly indent: number;
  readonly text: string;
}

/**
 * Reads the plain part of YAML that the workflow keeps to: maps and lists by indentation, scalars on one line (bare, or in
 * single quotes), and literal blocks. Scalars are given as text.
 * @throws Error with the line for anything else: what is read here, every reader of YAML reads alike
 */
export function parsePlainYaml(source: string): Plain {
  const lines = source
    .split('\n')
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trim() }));
  // A tab is no indentation.
  if (source.includes('\t')) throw new Error('Not understood: a tab');
  const rest: Line[] = lines.filter(({ text }) => text !== '' && !text.startsWith('#'));
  const value = block(rest, 0);
  if (rest[0]) throw new Error(`Not understood: ${rest[0].text}`);
  return value;
}

function block(lines: Line[], indent: number): Plain {
  const [first] = lines;
  if (!first || first.indent < indent) return null;
  return first.text.startsWith('- ') ? list(lines, first.indent) : map(lines, first.indent);
}

function list(lines: Line[], indent: number): Plain[] {
  const items: Plain[] = [];
  for (let line = lines[0]; line?.indent === indent && line.text.startsWith('- '); line = lines[0]) {
    const text = line.text.slice(2);
    if (KEY.test(text)) {
      // The item's map begins behind the dash.
      lines[0] = { indent: indent + 2, text };
      items.push(map(lines, indent + 2));
    } else {
      lines.shift();
      items.push(scalar(text));
    }
  }
  return items;
}

const KEY = /^([\w-]+):(?: (.+))?$/;

function map(lines: Line[], indent: number): { [key: string]: Plain } {
  const found: { [key: string]: Plain } = {};
  for (let line = lines[0]; line?.indent === indent; line = lines[0]) {
    const [, key = '', inline] = KEY.exec(line.text) ?? [];
    if (key === '' || key in found) throw new Error(`Not understood: ${line.text}`);
    lines.shift();
    if (inline === '|') found[key] = literal(lines, indent);
    else found[key] = inline === undefined ? block(lines, indent + 1) : scalar(inline);
  }
  return found;
}

function literal(lines: Line[], above: number): string {
  const taken: string[] = [];
  while (lines[0] && lines[0].indent > above) taken.push(lines.shift()?.text ?? '');
  return `${taken.join('\n')}\n`;
}

function scalar(text: string): string {
  const quoted = /^'((?:[^']|'')*)'$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  // Where YAML could mean something else by it.
  if (/^[&*!|>%@`"'{[?,\]}#-]|: |:$| #/.test(text)) throw new Error(`Not understood: ${text}`);
  return text;
}
