import { useEffect, useState } from 'react';
import { useText } from '../messages/intl.tsx';
import { useShownPages } from '../state/pages.ts';
import { openPicture } from './picture.ts';
import { layerTransform, type PageView } from './view.ts';

/** From here on what waited for the picture begins. */
const tellDrawn = () => useShownPages.setState({ drawn: true });

/** A picture that is a document, as the one page that it is. The browser decodes it, and turns it as it says it is shown. */
export function PagePicture({
  documentId,
  versionId,
  title,
  view,
}: {
  documentId: string;
  versionId: string;
  /** What it is called, for those who do not see it. */
  title: string;
  view: PageView;
}) {
  const t = useText();
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let left = false;
    const fail = () => {
      if (left) return;
      tellDrawn();
      setFailed(true);
    };
    openPicture(documentId, versionId).then((found) => {
      if (!left) setAddress(found);
    }, fail);
    return () => {
      left = true;
    };
  }, [documentId, versionId]);
  const { page, scale } = view;
  return (
    <>
      <div className="pg-picture">
        {address === null || failed ? null : (
          <img
            src={address}
            alt={title}
            draggable={false}
            style={{
              inlineSize: page.width * scale,
              blockSize: page.height * scale,
              transform: layerTransform({ ...view, scale: 1 }),
            }}
            onLoad={(event) => {
              const host = event.currentTarget.parentElement;
              if (host !== null) host.dataset['drawn'] = 'true';
              tellDrawn();
            }}
            onError={() => {
              tellDrawn();
              setFailed(true);
            }}
          />
        )}
      </div>
      {failed ? <p className="pg-failure">{t('pages.pictureFailed')}</p> : null}
    </>
  );
}
