import { OWN_LINK } from '../ui/links.ts';

/** What a link within the project leads to. A passage names its document and words too, so that it can be gone to at once. */
export type LinkTarget =
  | { readonly kind: 'document' | 'code' | 'memo'; readonly id: string }
  | {
      readonly kind: 'passage';
      readonly id: string;
      readonly document: string;
      readonly start: number;
      readonly end: number;
    };

/** Writes the address of something in the project: `colligo:<noun>/<id>`. */
export function linkTo(target: LinkTarget): string {
  const plain = `${OWN_LINK}${target.kind}/${target.id}`;
  if (target.kind !== 'passage') return plain;
  return `${plain}?document=${target.document}&start=${target.start}&end=${target.end}`;
}

const LINK = /^colligo:(document|code|memo|passage)\/([0-9a-f-]{36})(?:\?(.*))?$/i;

/** Reads such an address; null for one that leads nowhere. */
export function readLink(url: string): LinkTarget | null {
  const [, kind, id, query = ''] = LINK.exec(url) ?? [];
  if (id === undefined) return null;
  if (kind === 'document' || kind === 'code' || kind === 'memo') return { kind, id };
  const values = new URLSearchParams(query);
  const document = values.get('document');
  const start = Number(values.get('start'));
  const end = Number(values.get('end'));
  if (document === null || !Number.isInteger(start) || !Number.isInteger(end)) return null;
  return { kind: 'passage', id, document, start, end };
}
