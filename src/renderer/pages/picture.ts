import { useQuery } from '@tanstack/react-query';
import type { DocumentRow } from '../../contract/documents.ts';
import { queryClient } from '../client/query.ts';
import { api, client } from '../client/shell.ts';
import { keepFew } from './keep-few.ts';

/** Whether a document is a picture rather than a text. */
export const isPicture = ({ mediaType }: Pick<DocumentRow, 'mediaType'>): boolean =>
  mediaType.startsWith('image/');

const list = () => api.documents.list.queryOptions();

/** Whether the document of this id is a picture, as far as documents are known. */
export const isKnownPicture = (documentId: string): boolean =>
  queryClient.getQueryData(list().queryKey)?.some((each) => each.id === documentId && isPicture(each)) ===
  true;

/** The document of this id where it is a picture, else null. */
export function usePictureDocument(documentId: string): DocumentRow | null {
  const { data } = useQuery(list());
  const document = data?.find(({ id }) => id === documentId);
  return document !== undefined && isPicture(document) ? document : null;
}

/** Bytes that are asked for at once. */
const PIECE = 1024 * 1024;

/** The whole file, piece by piece, as an address that lives as long as it is kept. */
async function load(documentId: string): Promise<string> {
  const documents = queryClient.getQueryData(list().queryKey) ?? (await queryClient.fetchQuery(list()));
  const document = documents?.find(({ id }) => id === documentId);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0, size = 1; from < size; from += PIECE) {
    const part = await client.documents.original({ document: documentId, from, count: PIECE });
    size = part.size;
    pieces.push(Uint8Array.fromBase64(part.bytes));
  }
  // As what it is and nothing else: the kind is the engine's finding, not the file's name.
  return URL.createObjectURL(new Blob(pieces, { type: document?.mediaType ?? '' }));
}

interface Opened {
  readonly key: string;
  readonly documentId: string;
  readonly address: Promise<string>;
}

/** Pictures that were shown last, the newest at the end. */
const opened: Opened[] = [];

/**
 * Gives the address of a picture's file for an image.
 * @param versionId of the version that is shown: another one is another file
 */
export function openPicture(documentId: string, versionId: string): Promise<string> {
  const key = `${documentId} ${versionId}`;
  const at = opened.findIndex((each) => each.key === key);
  const [before] = at < 0 ? [] : opened.splice(at, 1);
  const now = before ?? { key, documentId, address: load(documentId) };
  opened.push(now);
  // The next to ask tries anew.
  now.address.catch(() => {
    const index = opened.indexOf(now);
    if (index >= 0) opened.splice(index, 1);
  });
  keepFew(opened, now, ({ address }) => {
    address.then(URL.revokeObjectURL, () => undefined);
  });
  return now.address;
}
