import { type ReactNode, useEffect, useId } from 'react';
import { useText } from '../../messages/intl.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { chooseFace, chosenFace, useAnalysis } from '../state.ts';
import { useShownPicture } from './current.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { type Face, faceOf, facesOf } from './faces.ts';
import { Numbers } from './Numbers.tsx';
import { Picture } from './Picture.tsx';
import { Query } from './Query.tsx';
import type { Shown } from './shown.ts';

/** The result with its title and its sentence, and what its numbers count. */
function Result({ picture, face, id, body }: { picture: Shown; face: Face; id: string; body: ReactNode }) {
  const { title, sentence, counts, draw, table, query } = picture;
  const counted = (
    <p id={`${id}-counts`} className="ana-counts">
      {counts}
    </p>
  );
  const isPicture = face === 'picture' && draw !== null;
  return (
    <>
      <header className="ana-title">
        <h2 dir="auto">{title}</h2>
        <p dir="auto">{sentence}</p>
      </header>
      {isPicture ? (
        <Picture picture={picture} draw={draw} describedBy={`${id}-counts`}>
          {counted}
        </Picture>
      ) : face === 'query' ? (
        <Query query={query} />
      ) : (
        (body ?? <Numbers table={table} title={title} />)
      )}
      {isPicture ? null : counted}
    </>
  );
}

/**
 * Stands around every view of the page: what is asked above, then title and sentence, and the result as a picture, a table or the
 * query that gives it, to be seen, gone through by keys, and saved.
 * @param controls what is counted and how, as menus and checks; they stand in one line
 * @param body what a view shows its rows as, where it has a way of its own to go through them; else as a table
 * @param empty says why there is nothing to show, in the place of the result; null where there is
 */
export function Frame({
  picture,
  controls,
  body = null,
  empty = null,
}: {
  picture: Shown;
  controls?: ReactNode;
  body?: ReactNode;
  empty?: ReactNode;
}) {
  const t = useText();
  const id = useId();
  const wanted = useAnalysis(chosenFace);
  const face = faceOf(picture, wanted);
  const hasResult = empty === null || empty === undefined;
  useEffect(() => {
    useShownPicture.setState({ picture: hasResult ? picture : null });
    return () => useShownPicture.setState({ picture: null });
  }, [picture, hasResult]);
  return (
    <section className="ana-frame" aria-label={picture.title}>
      <div className="bar ana-bar">
        {controls}
        <span className="grow" />
        {hasResult ? (
          <span className="ana-take">
            <Segments
              label={t('analyse.faces')}
              options={facesOf(picture).map((value) => ({ value, label: t(`analyse.face.${value}`) }))}
              value={face}
              onChange={chooseFace}
            />
            <ExportMenu hasPicture={picture.draw !== null} />
          </span>
        ) : null}
      </div>
      {hasResult ? <Result picture={picture} face={face} id={id} body={body} /> : empty}
    </section>
  );
}
