/** What a column of a table of codings can be. */
export type Role =
  | 'document'
  | 'document_id'
  | 'quote'
  | 'start'
  | 'end'
  | 'unit'
  | 'code'
  | 'codes'
  | 'code_id'
  | 'coder'
  | 'coder_id'
  | 'comment'
  | 'weight'
  | 'created'
  | 'coding_id';

/** How columns are called, folded: by Colligo first, then by other programs and by people. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  document_id: ['document_id'],
  document: [
    ...['document', 'document_title', 'document_name', 'doc', 'file', 'filename', 'file_name', 'source'],
    ...['source_name', 'title', 'transcript', 'uri', 'url'],
  ],
  quote: [
    ...[
      'quote',
      'content',
      'coded_text',
      'selected_text',
      'seltext',
      'quotation',
      'quotation_content',
      'excerpt',
    ],
    ...['segment', 'passage', 'text', 'exact'],
  ],
  start: ['start', 'start_offset', 'start_position', 'begin', 'pos0', 'from', 'selfirst'],
  end: ['end', 'end_offset', 'end_position', 'pos1', 'to', 'selend'],
  unit: ['unit', 'offset_unit'],
  code_id: ['code_id'],
  code: ['code_path', 'code', 'code_name', 'codename', 'tag', 'label', 'category', 'theme'],
  codes: ['codes', 'tags', 'labels'],
  coder_id: ['coder_id'],
  coder: ['coder', 'coder_name', 'owner', 'annotator', 'user', 'created_by', 'creator', 'author'],
  comment: ['comment', 'comments', 'memo', 'note', 'notes'],
  weight: ['weight'],
  created: ['created_at', 'created', 'date'],
  coding_id: ['coding_id'],
};

/** @returns the number of the column of each role that the head has; each column has one role */
export function columnsOf(head: readonly string[]): Map<Role, number> {
  const folded = head.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const columns = new Map<Role, number>();
  for (const [role, names] of Object.entries(NAMES) as [Role, readonly string[]][]) {
    const found = names.map((name) => folded.indexOf(name)).find((at) => at >= 0);
    if (found !== undefined) columns.set(role, found);
  }
  return columns;
}

/** @returns what a table lacks to be one of codings, in words; null for nothing */
export function missingIn(columns: ReadonlyMap<Role, number>): string | null {
  const has = (...roles: Role[]) => roles.some((role) => columns.has(role));
  const missing = [
    has('document', 'document_id') ? null : 'the document',
    has('quote') || (has('start') && has('end')) ? null : 'the quote, or start and end',
    has('code', 'codes', 'code_id') ? null : 'the code',
  ].filter((part) => part !== null);
  return missing.length === 0 ? null : missing.join(' and for ');
}
