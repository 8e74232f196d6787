import { useQuery } from '@tanstack/react-query';
import type { Region } from '../../contract/common.ts';
import type { DocumentRow } from '../../contract/documents.ts';
import { api } from '../client/shell.ts';
import { partLabel } from '../pages/label.ts';
import { PassagePicture } from '../pages/PassagePicture.tsx';
import { useScopeInput } from '../scope/useScopeInput.ts';
import type { Tuple } from './pairs.ts';

/** A part of a page of the present pair, with the document that it is of. */
function Part({ document, passageId, region }: { document: DocumentRow; passageId: string; region: Region }) {
  const scoped = useScopeInput();
  const input = { document: document.id, ...scoped };
  const { data } = useQuery(api.passages.inDocument.queryOptions({ input }));
  const page = data?.find(({ id }) => id === passageId)?.page ?? null;
  return (
    <figure>
      <PassagePicture passageId={passageId} region={region} label={partLabel({ page, region })} />
      <figcaption className="faint small clip">
        <bdi>{document.title}</bdi>
      </figcaption>
    </figure>
  );
}

/** The parts of pages in the present pair, as pictures: they have no words that could be shown in the texts above. */
export function PairParts({ documents, tuple }: { documents: readonly DocumentRow[]; tuple: Tuple }) {
  const parts = tuple.flatMap((stripe, number) => {
    const [document, passageId] = [documents[number], stripe?.passageIds[0]];
    const region = stripe?.region ?? null;
    return document === undefined || passageId === undefined || region === null
      ? []
      : [{ document, passageId, region }];
  });
  if (parts.length === 0) return null;
  return (
    <div className="sbs-parts">
      {parts.map((part) => (
        <Part key={part.passageId} {...part} />
      ))}
    </div>
  );
}
