import { identityOf } from '../../identity.ts';
import { arranged, type Book, type BookCode } from '../book.ts';
import { bare, FOUND, GROUPS, PARTS } from './marks.ts';

interface Growing {
  readonly depth: number;
  readonly name: string;
  readonly parentId: string | null;
  readonly id: string;
  readonly texts: Record<'definition' | 'useWhen' | 'useNotWhen' | 'example' | 'other', string[]>;
  codable: boolean | undefined;
}

/** Deeper than any heading: items of lists lie under the heading before them. */
const BELOW_HEADINGS = 10;

/**
 * Reads a codebook written in Markdown: headings and items of lists are codes, text below them is what they mean. A single
 * first heading above all others is the title. “Name: definition” with the name in bold is both.
 * @throws ColligoError UNREADABLE where there are no codes
 */
export function readMarkdown(text: string): Book {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const tops = lines.filter((line) => /^#\s/.test(line)).length;
  const hasTitle = tops === 1 && /^#\s/.test(lines.find((line) => line.trim() !== '') ?? '');
  const codes: Growing[] = [];
  const open: Growing[] = [];
  let title = '';
  const above: string[] = [];
  const named = new Map<string, number>();
  let part: keyof Growing['texts'] = 'definition';
  for (const line of lines) {
    const found = codeIn(line);
    if (found && hasTitle && title === '' && found.depth === 1) {
      title = found.name;
      continue;
    }
    if (found) {
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= found.depth) open.pop();
      const parentId = open.at(-1)?.id ?? null;
      const first = identityOf('code-by-name', parentId ?? '', found.name);
      const earlier = named.get(first) ?? 0;
      named.set(first, earlier + 1);
      const code: Growing = {
        ...found,
        parentId,
        // Codes of one name at one place are several codes.
        id: earlier === 0 ? first : identityOf('code-by-name', parentId ?? '', found.name, String(earlier)),
        texts: {
          definition: found.definition ? [found.definition] : [],
          useWhen: [],
          useNotWhen: [],
          example: [],
          other: [],
        },
        codable: undefined,
      };
      codes.push(code);
      open.push(code);
      part = 'definition';
      continue;
    }
    const code = codes.at(-1);
    if (!code) above.push(line);
    else part = take(code, line, part);
  }
  return arranged({
    title,
    description: joined(above),
    language: '',
    isOrdered: true,
    labelKinds: [],
    linkKinds: [],
    codes: codes.map(finished),
    remarks: [],
  });
}

function codeIn(line: string): { depth: number; name: string; definition?: string } | null {
  const heading = /^(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/.exec(line);
  if (heading) return { depth: heading[1]?.length ?? 1, name: bare(heading[2] ?? '') };
  const item = /^(\s*)[-*+]\s+(.+)$/.exec(line.replaceAll('\t', '    '));
  if (!item) return null;
  const depth = BELOW_HEADINGS + (item[1]?.length ?? 0);
  const both =
    /^(?:\*\*|__)(.+?)(?:\*\*|__)\s*[:–—-]\s*(.+)$/.exec(item[2] ?? '') ??
    /^(?:\*\*|__)(.+?):(?:\*\*|__)\s*(.+)$/.exec(item[2] ?? '');
  if (both) return { depth, name: bare(both[1] ?? ''), definition: bare(both[2] ?? '') };
  return { depth, name: bare(item[2] ?? '') };
}

/** @returns the part of the code that the next line belongs to */
function take(code: Growing, line: string, part: keyof Growing['texts']): keyof Growing['texts'] {
  const marked = /^\s*\*\*([^*]+?):\*\*\s?(.*)$/.exec(line);
  const known = PARTS.find(([, heading]) => heading === marked?.[1]);
  if (marked && known) {
    code.texts[known[0]].push(bare(marked[2] ?? ''));
    return known[0];
  }
  if (marked && [FOUND, 'Also'].includes(marked[1] ?? '')) return 'other';
  if (line.trim() === GROUPS && part === 'definition' && joined(code.texts.definition) === '') {
    code.codable = false;
    return part;
  }
  const indent = code.depth < BELOW_HEADINGS ? '' : ' '.repeat(code.depth - BELOW_HEADINGS + 2);
  code.texts[part].push(bare(line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
  return part;
}

/** Blank lines around a text are Markdown's own. */
const joined = (lines: readonly string[]): string => lines.join('\n').replace(/^\n+|\n+$/g, '');

function finished({ id, name, parentId, texts, codable }: Growing): BookCode {
  return {
    id,
    isIdentified: false,
    parentId,
    name,
    definition: joined(texts.definition),
    useWhen: joined(texts.useWhen),
    useNotWhen: joined(texts.useNotWhen),
    example: joined(texts.example),
    ...(codable !== undefined && { codable }),
    labels: [],
    links: [],
  };
}
