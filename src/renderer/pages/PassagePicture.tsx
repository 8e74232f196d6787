import { useQuery } from '@tanstack/react-query';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';

/** How long a picture is kept once it is out of sight, ms. */
const KEPT = 60_000;

/** The picture of a passage that is a part of a page. */
export function PassagePicture({
  passageId,
  region,
  label,
}: {
  passageId: string;
  region: { readonly width: number; readonly height: number; readonly x: number; readonly y: number };
  /** What is printed on the page as its number. */
  label: string;
}) {
  const t = useText();
  const { data, isError } = useQuery({
    ...api.passages.picture.queryOptions({ input: { passage: passageId, scale: 2 } }),
    // A part that is moved is another picture, under the same id.
    queryKey: ['picture', passageId, region],
    gcTime: KEPT,
    meta: { handled: true },
  });
  if (isError) return <span className="faint small">{t('region.noPicture', { label })}</span>;
  return (
    <img
      className="pg-shot"
      // While it is on its way there is nothing to be told of, nor a sign of a broken picture to be shown.
      alt={data === undefined ? '' : t('region.on', { label })}
      style={{ aspectRatio: `${region.width} / ${region.height}` }}
      src={data === undefined ? undefined : `data:image/png;base64,${data.png}`}
    />
  );
}
