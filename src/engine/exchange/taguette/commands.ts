import type { ForeignFile } from '../sqlite/file.ts';

/** Who gave a highlight a tag, and when, as the file writes it. */
export interface Given {
  readonly login: string;
  readonly date: string;
}

/** Longer ones are none of those that are looked for. */
const LONGEST = 100_000;

/**
 * Taguette does not keep who tagged what; its list of commands does, as long as it reaches back.
 * @returns for each highlight, by its number, who gave it each of its tags, by theirs
 */
export function readCommands(file: ForeignFile, project: number): Map<number, Map<number, Given>> {
  const highlights = new Map<number, Map<number, Given>>();
  const columns = ['project_id', 'user_login', 'date', 'payload'];
  for (const row of file.rows('commands', columns, { order: ['id'] })) {
    if (row.whole('project_id') !== project) continue;
    const payload = parsed(row.text('payload'));
    if (payload?.['type'] === 'tag_merge') merge(highlights, payload);
    if (payload?.['type'] !== 'highlight_add') continue;
    const number = payload['highlight_id'] ?? payload['id'];
    const tags = payload['tags'];
    if (typeof number !== 'number' || !Array.isArray(tags)) continue;
    const before = highlights.get(number);
    const given = { login: row.text('user_login'), date: row.text('date') };
    const after = new Map<number, Given>();
    for (const tag of tags) if (typeof tag === 'number') after.set(tag, before?.get(tag) ?? given);
    highlights.set(number, after);
  }
  return highlights;
}

function parsed(text: string): Record<string, unknown> | null {
  if (text.length > LONGEST) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function merge(highlights: Map<number, Map<number, Given>>, payload: Record<string, unknown>): void {
  // Before version 0.11 both were called otherwise.
  const from = payload['src_tag_id'] ?? payload['src'];
  const to = payload['dest_tag_id'] ?? payload['dest'];
  if (typeof from !== 'number' || typeof to !== 'number') return;
  for (const tags of highlights.values()) {
    const given = tags.get(from);
    if (given && !tags.has(to)) tags.set(to, given);
    tags.delete(from);
  }
}
